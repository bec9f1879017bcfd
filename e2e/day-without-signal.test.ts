import { join } from 'node:path'
import { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { member, otherMember, planner, type TestPerson } from '../server/test/people.ts'
import { sizes } from './browser.ts'
import { type Entered, fieldsOf, nextFinding, sha256, toneOf } from './day/entered.ts'
import { type DayGround, openDay } from './day/ground.ts'
import {
  begin,
  carryAlong,
  finish,
  isInstalled,
  isKept,
  leave,
  mend,
  record,
  remove,
  sendAll,
  verify,
  writeMinutes,
} from './day/writing.ts'
import type { Tablet } from './tablet.ts'

/**
 * "Một ngày không có sóng": three members with two tablets take a visit along, have no network until the evening, and come
 * back over a line that loses answers and doubles requests, to a server that is killed meanwhile. The first tablet is the
 * secretary's. The second is shared: its clock is two hours ahead, Tài chính has it in the morning and Tư pháp in the
 * afternoon, each under their own account; at noon there is just enough signal for a sign-in.
 */

let day: DayGround
let secretary: Tablet
let shared: Tablet
beforeAll(async () => {
  day = await openDay()
}, 600_000)
afterAll(() => day?.close())
beforeEach(() => onTestFailed(({ task }) => day.photograph(task.name)))

const address = (tab = 'phat-hien') => `/kiem-tra/${day.inspectionId}/buoi-kiem-tra?tab=${tab}`

/** Findings of each of the three, and photos of all of them. */
const each = 20
const photos = 2 * each

/** What people wrote, in the order in which each wrote it; with it the hash of each photo as its tablet keeps it. */
const entered: Entered[] = []
const hashes = new Set<string>()
const of = (by: TestPerson) => entered.filter((one) => one.by === by)

function next(by: TestPerson): Entered {
  const taken = entered.filter(({ tone }) => tone !== null).length
  const own = of(by)
  const isPhotographed = taken < photos && own.filter(({ tone }) => tone !== null).length < Math.ceil(photos / 3)
  return nextFinding(by, own.length, isPhotographed ? 10 + taken * 6 : null)
}

async function recordMany(tablet: Tablet, by: TestPerson, count: number, typed: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const one = next(by)
    await record(tablet, one, at < typed)
    entered.push(one)
  }
}

/** The badge once this person has sent nothing: the start of the session, each finding, each photo, and so much more. */
const unsent = (by: TestPerson, more = 0) =>
  new RegExp(`^(Còn )?${1 + of(by).length + of(by).filter(({ tone }) => tone !== null).length + more} điều chưa gửi`)

/** The photos on a tablet, read where it keeps them. */
async function noteHashes({ page }: Tablet): Promise<void> {
  const kept = await page.evaluate<string[]>(`new Promise((done, failed) => {
    const opening = indexedDB.open('cchc')
    opening.onerror = failed
    opening.onsuccess = () => {
      const asked = opening.result.transaction('files').objectStore('files').getAll()
      asked.onsuccess = async () => {
        const all = await Promise.all(asked.result.map(async ({ blob }) => {
          const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
          return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        }))
        opening.result.close()
        done(all)
      }
    }
  })`)
  for (const hash of kept) hashes.add(hash)
}

const pictures = process.env.CCHC_PICTURES

/** Keeps what is on screen, where pictures are wanted, as an office PC and a phone show it. */
async function pictured({ page }: Tablet, name: string): Promise<void> {
  if (!pictures) return
  const { width, height } = page.viewportSize()!
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(pictures, `${name}-${size}.png`) })
  }
  await page.setViewportSize({ width, height })
}

const ofFinance = 'Tài chính ghi: đơn vị giải trình về quyết toán.'
const ofSecretary = {
  'Chủ trì': 'Phó Trưởng đoàn TT, Phó Giám đốc Sở Nội vụ',
  'Trao đổi, làm rõ': 'Đoàn hỏi về hồ sơ quá hạn; đơn vị giải trình từng hồ sơ.',
  'Ý kiến của Phường Lê Chân': 'Đơn vị nhất trí và sẽ khắc phục.',
}

test('in the morning, at the office: each takes the visit along', async () => {
  shared = await day.switchOn('shared', { clockAhead: 2 })
  await day.enter(shared, otherMember)
  await carryAlong(shared, address())
  await leave(shared)
  secretary = await day.switchOn('secretary')
  await day.enter(secretary, planner)
  await secretary.page.goto(address('bien-ban'))
  await secretary.button('Nhận quyền ghi').click()
  await secretary.reads(/^Bạn đang giữ quyền ghi biên bản/)
  await carryAlong(secretary, address())
  await isInstalled(secretary)
  await day.enter(shared, member)
  await carryAlong(shared, address())
  await leave(shared)
  await day.enter(shared, otherMember)
  await isInstalled(shared)
  for (const { context } of [shared, secretary]) await context.setOffline(true)
})

test('before noon: the secretary and Tài chính write without network; the first tablet dies and goes on', async () => {
  await shared.page.goto(address())
  await shared.button('Bắt đầu buổi kiểm tra').click()
  await recordMany(shared, otherMember, each, 5)
  await shared.reads(unsent(otherMember))

  await secretary.page.goto(address())
  await secretary.button('Bắt đầu buổi kiểm tra').click()
  await recordMany(secretary, planner, each / 2, 5)
  await secretary.reads(unsent(planner))
  const half = next(planner)
  await begin(secretary, half, true)
  const photosOfHalf = half.tone === null ? 0 : 1
  await secretary.reads(unsent(planner, photosOfHalf))
  await secretary.page.waitForTimeout(1_000)
  await secretary.kill()

  secretary = await day.switchOn('secretary', { offline: true })
  await secretary.page.goto(address())
  await secretary.reads(unsent(planner, photosOfHalf))
  for (const { text } of of(planner)) await secretary.reads(text)
  // What was half written is there as well, with its photo.
  await finish(secretary, half)
  entered.push(half)
  await recordMany(secretary, planner, each / 2 - 1, 2)
  await secretary.reads(unsent(planner))
  await noteHashes(secretary)
  await secretary.look()
  await pictured(secretary, 'badge')
  expect(await day.commandsOnServer()).toBe(0)
})

test('at noon the shared tablet changes hands where there is signal for a sign-in alone', async () => {
  // Tài chính does not know that somebody holds the pen: their pack is older.
  await shared.page.goto(address('bien-ban'))
  await writeMinutes(shared, { 'Trao đổi, làm rõ': ofFinance })
  await shared.reads(unsent(otherMember, 1))
  day.sky.thin = true
  await shared.context.setOffline(false)
  await leave(shared, unsent(otherMember, 1))
  await day.enter(shared, member)
  await shared.context.setOffline(true)
  day.sky.thin = false
  expect(await day.commandsOnServer()).toBe(0)
})

test('in the afternoon Tư pháp has it, and the secretary writes the minutes', async () => {
  await shared.page.goto(address())
  await shared.button('Bắt đầu buổi kiểm tra').click()
  // Nothing of Tài chính's is shown to Tư pháp, or counted as theirs.
  await shared.reads(/^1 điều chưa gửi/)
  expect(await shared.page.getByText(otherMember.fullName).count()).toBe(0)
  await recordMany(shared, member, each + 1, 5)
  await mend(shared, of(member)[2]!)
  await remove(shared, entered.pop()!)
  await noteHashes(shared)
  await shared.page.goto(address('so-lieu'))
  await verify(shared, 'Tổng số hồ sơ tiếp nhận', 'Khớp')
  await verify(shared, 'Số hồ sơ đã giải quyết', '98', 'Một hồ sơ được đếm hai lần')
  await shared.page.goto(address('bien-ban'))
  // Their pack is younger than the secretary's pen.
  await shared.reads(/^Thư ký Đoàn đang ghi biên bản/)
  expect(await shared.box('Chủ trì').getAttribute('readonly')).not.toBeNull()

  await secretary.page.goto(address('thanh-phan'))
  for (const card of ['Đoàn kiểm tra', 'Phường Lê Chân'])
    await secretary.page.getByRole('region', { name: card }).getByRole('button', { name: 'Tất cả có mặt' }).click()
  await isKept(secretary)
  await secretary.page.goto(address('so-lieu'))
  await verify(secretary, 'Số hồ sơ đã giải quyết', '97', 'Hai hồ sơ chưa trả kết quả')
  await secretary.page.goto(address('bien-ban'))
  await writeMinutes(secretary, ofSecretary)
  await secretary.reads('Đã giữ trên máy này')
  expect(await day.commandsOnServer()).toBe(0)
  expect(hashes.size).toBe(photos)
})

test('in the evening the line is back and bad, and the server is killed while it takes in', async () => {
  const { weather } = day
  // A clock that is ahead: the start lies in the future, and what waits for it is kept.
  await shared.context.setOffline(false)
  await shared.button('Gửi ngay').click()
  await shared.reads('Máy chủ chưa nhận việc bắt đầu buổi kiểm tra trên máy này.')
  await shared.reads(/^Đồng hồ máy này nhanh 2 giờ so với máy chủ/)
  await pictured(shared, 'clock')

  weather.push('killed', 'answer-lost', 'doubled')
  await secretary.context.setOffline(false)
  await sendAll(secretary)
  weather.push('lost', 'doubled')
  // Started by the secretary meanwhile: the figure that both have checked waits for a person, and nothing else.
  const clash = shared.page.getByRole('dialog', { name: 'Hai người cùng sửa một nội dung' })
  await sendAll(shared, clash)
  await shared.look()
  await pictured(shared, 'clash')
  await clash.getByRole('button', { name: 'Lưu các phần đã chọn' }).click()
  await sendAll(shared)
  expect(weather).toEqual([])
  await leave(shared)
})

test('Tài chính sends what has waited under their name, is handed the pen, and settles the minutes', async () => {
  const { house, weather } = day
  const before = await house.owner.selectFrom('findings').select('recordedBy').distinct().execute()
  expect(before.map(({ recordedBy }) => recordedBy).sort()).toEqual([planner, member].map(house.personId).sort())
  weather.push('answer-lost', 'doubled')
  await day.enter(shared, otherMember)
  await shared.page.goto(address('bien-ban'))
  await sendAll(shared, shared.page.getByText('Chưa lưu được.'))
  await shared.reads(/^Thư ký Đoàn đang ghi biên bản/)
  await pictured(shared, 'refusal')
  await sendAll(shared, shared.page.getByText(/^1 điều chưa gửi/))
  expect(weather).toEqual([])

  await secretary.page.goto(address('bien-ban'))
  await secretary.button('Chuyển quyền ghi').click()
  const handing = secretary.page.getByRole('dialog', { name: 'Chuyển quyền ghi biên bản' })
  await handing.getByLabel('Người nhận').selectOption({ label: `${otherMember.fullName}, ${otherMember.post}` })
  await handing.getByRole('button', { name: 'Chuyển quyền ghi' }).click()
  await secretary.reads(/^Thành viên Tài chính đang ghi biên bản/)

  await shared.page.reload()
  await shared.reads(/^Bạn đang giữ quyền ghi biên bản/)
  // What was refused while somebody else held the pen goes out again, and meets what they wrote.
  const clash = shared.page.getByRole('dialog', { name: 'Hai người cùng sửa một nội dung' })
  const theirs = (part: string) =>
    clash.getByRole('group', { name: part }).getByRole('radio', { name: /^Bản của người/ })
  await theirs('Chủ trì').check()
  await theirs('Ý kiến của đơn vị').check()
  await pictured(shared, 'minutes-clash')
  await clash.getByRole('button', { name: 'Lưu các phần đã chọn' }).click()
  await sendAll(shared)
})

test('a phone says in a sentence what stands in the way: storage forbidden, refused or full, and a newer application', async () => {
  const phone = await day.switchOn('phone', { size: 'phone', promisesRoom: false })
  const { page } = phone
  await day.enter(phone, member)
  await isInstalled(phone)
  const takeAlong = phone.button('Mang theo để dùng khi không có mạng')

  await page.addInitScript(`if (sessionStorage.noStore) IDBFactory.prototype.open = () => {
    throw new DOMException('forbidden', 'SecurityError')
  }`)
  await page.evaluate('sessionStorage.noStore = "yes"')
  await page.goto(address('so-lieu'))
  await takeAlong.click()
  await phone.reads(/Trình duyệt này không cho lưu dữ liệu trên máy/)
  await pictured(phone, 'forbidden')

  await page.evaluate('delete sessionStorage.noStore')
  await page.reload()
  const tools = await phone.context.newCDPSession(page)
  const { origin } = new URL(day.line.url)
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await takeAlong.click()
  await phone.reads(/Máy này hết chỗ trống nên chưa lưu thêm được/)
  await pictured(phone, 'full')

  await tools.send('Storage.overrideQuotaForOrigin', { origin })
  await takeAlong.click()
  await phone.reads(/Trình duyệt không hứa giữ lâu dài dữ liệu trên máy này/)
  await pictured(phone, 'not-promised')

  // Full again in the middle of the visit: what cannot be kept is said to be so, and is kept once there is room.
  await phone.context.setOffline(true)
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  // So long Chromium goes by the room that it found the last time.
  await page.waitForTimeout(31_000)
  const card = page.getByRole('region', { name: 'Số hồ sơ đúng hạn' })
  await card.getByRole('button', { name: 'Khớp', exact: true }).click()
  await card.getByText(/Máy này hết chỗ trống/).waitFor()
  await phone.look()
  await pictured(phone, 'full-in-visit')
  await tools.send('Storage.overrideQuotaForOrigin', { origin })
  await card.getByRole('button', { name: 'Thử lại' }).click()
  await card.getByText('Giữ trên máy này, chưa gửi').waitFor()

  day.sky.thin = true
  await phone.context.setOffline(false)
  day.sky.version += 1
  await page.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.update())')
  await phone.reads(/Có bản mới – cập nhật khi xong buổi kiểm tra/)
  await phone.reads(/Gửi hết phần đã ghi rồi mới cập nhật được/)
  expect(await phone.button('Cập nhật').isDisabled()).toBe(true)
  await pictured(phone, 'newer')
  day.sky.thin = false
  await sendAll(phone)
  await phone.button('Cập nhật').click()
  await page.getByText(/Có bản mới/).waitFor({ state: 'detached' })
  await phone.reads(/Đã gửi hết/)
  expect(await page.evaluate('fetch("/sw.js").then((it) => it.text())')).toContain(`version ${day.sky.version}`)
})

test('every record is there once, as it was entered and in its order, and the minutes are right', async () => {
  const { house, inspectionId } = day
  await expectEverythingOnce()
  await expectPhotos()
  await secretary.page.goto(address('bien-ban'))
  await secretary.button('Kết thúc buổi kiểm tra').click()
  await secretary.button('Kết thúc và khóa biên bản').click()
  await secretary.reads('Đã kết thúc buổi kiểm tra và khóa biên bản.')
  const asked = await house.as(planner).call(getInspectionPaper, { params: { inspectionId, kind: 'minutes' } })
  const printed = JSON.stringify(asked.ok().paper)
  expect(entered.map(({ text }) => printed.split(text).length - 1)).toEqual(entered.map(() => 1))
  // Under each kind of each field in the order in which its member wrote them.
  const together = Map.groupBy(entered, ({ by, fieldKey, kind }) => `${by.username} ${fieldKey} ${kind}`)
  for (const ones of together.values()) {
    const at = ones.map(({ text }) => printed.indexOf(text))
    expect(at).toEqual([...at].sort((a, b) => a - b))
  }
  for (const words of [ofSecretary['Chủ trì'], ofFinance, ofSecretary['Ý kiến của Phường Lê Chân']])
    expect(printed).toContain(words)

  // What came before comes once more, the last first: it is answered as it was and changes nothing.
  const stands = await everything()
  const answers = await Promise.all(day.sent.toReversed().map((letter) => day.line.replay(letter)))
  // Somebody has signed out of the shared tablet since.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401]))
  expect(await everything()).toEqual(stands)
  for (const { problems } of [secretary, shared]) expect(problems).toEqual([])
})

async function everything() {
  const { owner } = day.house
  return {
    findings: await owner.selectFrom('findings').selectAll().orderBy('recordedOrder').execute(),
    figures: await owner.selectFrom('verifiedFigures').selectAll().orderBy('itemKey').execute(),
    visits: await owner.selectFrom('visits').selectAll().execute(),
    site: await owner.selectFrom('siteRecords').selectAll().orderBy('recordOrder').execute(),
    files: await owner.selectFrom('attachments').selectAll().orderBy('sentSha256').execute(),
    commands: await owner.selectFrom('fieldCommands').selectAll().orderBy('commandId').execute(),
    recorded: await owner
      .selectFrom('auditEvents')
      .select('subjectId')
      .where('action', '=', 'finding.record')
      .execute(),
  }
}

async function expectEverythingOnce(): Promise<void> {
  const { findings, figures, visits, commands, recorded } = await everything()
  // Each person's findings in the order in which they wrote them.
  for (const by of fieldsOf.keys()) {
    const own = findings.filter(({ recordedBy }) => recordedBy === day.house.personId(by))
    const parts = ({
      fieldKey,
      kind,
      text,
      cause,
      responsible,
    }: Omit<Entered, 'by' | 'tone'> | (typeof own)[number]) => ({
      fieldKey,
      kind,
      text,
      cause,
      responsible,
    })
    expect(own.map(parts)).toEqual(of(by).map(parts))
    // Nothing that their tablet numbered is missing, and it is there once.
    const orders = commands.filter(({ personId }) => personId === day.house.personId(by)).map((one) => one.deviceOrder)
    const fromPhone = by === member ? [1] : []
    expect(orders.sort((a, b) => a - b)).toEqual(
      [...fromPhone, ...Array.from({ length: orders.length - fromPhone.length }, (_, at) => at + 1)].sort(
        (a, b) => a - b,
      ),
    )
  }
  expect(findings).toHaveLength(3 * each)
  expect(figures.map(({ itemKey, verified, reason }) => [itemKey, Number(verified), reason])).toEqual([
    ['admin-procedures.on-time', 95, ''],
    ['admin-procedures.received', 120, ''],
    ['admin-procedures.resolved', 98, 'Một hồ sơ được đếm hai lần'],
  ])
  expect(visits).toMatchObject([
    { chair: ofSecretary['Chủ trì'], exchange: ofFinance, unitOpinion: ofSecretary['Ý kiến của Phường Lê Chân'] },
  ])
  const attendance = visits[0]!.attendance as unknown as { present: boolean }[]
  expect(attendance.map(({ present }) => present)).toEqual(attendance.map(() => true))
  // One of them was recorded and removed again.
  expect(recorded).toHaveLength(3 * each + 1)
  expect(new Set(recorded.map(({ subjectId }) => subjectId)).size).toBe(3 * each + 1)
}

async function expectPhotos(): Promise<void> {
  const { findings, site, files } = await everything()
  expect(files.map(({ sentSha256 }) => sentSha256)).toEqual([...hashes].sort())
  const byHash = new Map(files.map((file) => [file.sentSha256, file]))
  expect(site).toHaveLength(photos)
  for (const { content } of site) {
    const photo = content as unknown as { sha256: string; findingId: string }
    const bytes = await day.files.get(byHash.get(photo.sha256)!.sha256)
    expect(sha256(bytes)).toBe(byHash.get(photo.sha256)!.sha256)
    // It hangs on the finding that it was taken for.
    const { text } = findings.find(({ findingId }) => findingId === photo.findingId)!
    const { tone } = entered.find((one) => one.text === text)!
    expect(Math.abs((await toneOf(bytes)) - tone!)).toBeLessThan(2)
  }
}
