import { announceInspection } from '@cchc/domain/inspections/contract.ts'
import {
  listMails,
  listNotifications,
  readCalendarFeed,
  renewCalendarFeed,
} from '@cchc/domain/notifications/contract.ts'
import {
  addCoverage,
  getPress,
  issueInvitation,
  listPressPeople,
  listPressVisits,
  openToPress,
  previewInvitation,
  removeCoverage,
} from '@cchc/domain/notifications/press-contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, planner, press, standingDeputy, type TestPerson } from '../../test/people.ts'

const otherPress: TestPerson = {
  username: 'bao-chi-2',
  fullName: 'Phóng viên thứ hai',
  post: 'Đài minh họa',
  roles: ['press'],
  unitCode: null,
}

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  await house.admit([otherPress])
  campaign = await buildCampaign(house)
  await house.owner
    .updateTable('people')
    .set({ email: 'bao@vi-du.invalid' })
    .where('accountId', '=', press.username)
    .execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-01T02:00:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const words = (pressIds: string[], guests: string[] = []) => ({
  guests,
  pressIds,
  chair: 'Phó Trưởng đoàn Thường trực Đoàn kiểm tra',
  note: '',
})
const issue = (inspectionId: string, number: string, pressIds: string[], guests: string[] = []) =>
  house.as(planner).call(issueInvitation, {
    params: { inspectionId },
    body: { ...words(pressIds, guests), number, issuedOn: '2026-07-01' },
  })
const open = (inspectionId: string, is = true) =>
  house.as(planner).call(openToPress, { params: { inspectionId }, body: { open: is } })

async function announced(number: string) {
  const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
  ;(
    await house
      .as(planner)
      .call(announceInspection, { params: { inspectionId }, body: { number, issuedOn: '2026-07-01' } })
  ).ok()
  return inspectionId
}

describe('an invitation', () => {
  test('says who, what, chair, time and place in the form of its kind, under a series of its own', async () => {
    const inspectionId = await announced('101')
    const { paper } = (
      await house.as(planner).call(previewInvitation, {
        params: { inspectionId },
        body: words([], ['Ông Nguyễn Văn Mẫu, Hội Luật gia thành phố']),
      })
    ).ok()
    const lines = paperLines(paper)
    expect(lines).toEqual(
      expect.arrayContaining([
        'GIẤY MỜI',
        'Số: …/GM-SNV',
        'Ông Nguyễn Văn Mẫu, Hội Luật gia thành phố',
        '- Chủ trì: Phó Trưởng đoàn Thường trực Đoàn kiểm tra;',
        '- Thời gian: buổi sáng thứ Ba, ngày 15/09/2026, bắt đầu từ 08 giờ 00 phút;',
        '- Địa điểm: Trụ sở đơn vị.',
      ]),
    )
    // The same number as the notice's, in another series.
    ;(await issue(inspectionId, '101', [], ['Hội Luật gia thành phố'])).ok()
  })

  test('to the press makes the visit theirs to see, tells them and gives them the calendar entry', async () => {
    const inspectionId = await announced('110')
    expect((await house.as(press).call(listPressVisits)).ok().visits).toEqual([])
    expect((await issue(inspectionId, '1', [house.personId(press)])).error?.code).toBe('not-open-to-press')
    ;(await open(inspectionId)).ok()
    const { press: view } = (await issue(inspectionId, '1', [house.personId(press)])).ok()
    expect(view).toMatchObject({ openToPress: true, invited: [{ fullName: press.fullName }] })
    expect((await house.as(press).call(listPressVisits)).ok().visits).toMatchObject([
      { unitName: 'Phường Lê Chân', visitOn: '2026-09-15', halfDay: 'morning', number: '01/GM-SNV', coverage: [] },
    ])
    expect((await house.as(otherPress).call(listPressVisits)).ok().visits).toEqual([])
    expect((await house.as(press).call(listNotifications)).ok().notifications[0]).toMatchObject({ link: '/bao-chi' })
    const { mails } = (await house.as(administrator).call(listMails)).ok()
    expect(mails[0]).toMatchObject({
      address: 'bao@vi-du.invalid',
      attachments: ['Giấy mời - Phường Lê Chân.docx', 'lich-kiem-tra.ics'],
    })
    const { path } = (await house.as(press).call(renewCalendarFeed)).ok()
    const feed = await house.as(null).call(readCalendarFeed, { params: { token: path.slice('/api/feeds/'.length) } })
    expect(feed.raw.toString('utf8')).toContain('Phường Lê Chân')
  })

  test('goes out only once the unit has been told, and not after the visit', async () => {
    const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
    expect((await issue(inspectionId, '1', [], ['Hội Luật gia'])).error?.code).toBe('invitation-before-notice')
    const told = await buildInspection(house, { campaign, visitOn: '2026-09-16', unitCode: '10525' })
    house.clock.set('2026-09-17T02:00:00Z')
    expect((await issue(told.inspectionId, '1', [], ['Hội Luật gia'])).error?.code).toBe('invitation-before-notice')
  })

  test('needs a guest, and an account of the press is one of the press', async () => {
    const inspectionId = await announced('111')
    ;(await open(inspectionId)).ok()
    expect((await issue(inspectionId, '1', [])).status).toBe(400)
    expect((await issue(inspectionId, '1', [house.personId(standingDeputy)])).error?.code).toBe('no-such-person')
    const { people } = (await house.as(planner).call(listPressPeople)).ok()
    expect(people.map(({ fullName }) => fullName).sort()).toEqual([press.fullName, otherPress.fullName].sort())
  })
})

describe('an unannounced inspection', () => {
  test.each(['proposed', 'ordered', 'opened', 'visited'] as const)(
    'that is %s is never open to the press',
    async (state) => {
      const { inspectionId } = await buildInspection(house, {
        campaign,
        kind: 'unannounced',
        state,
        visitOn: '2026-07-01',
      })
      await house.owner
        .insertInto('inspectionCircle')
        .values({ inspectionId, personId: house.personId(planner) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const hidden = state === 'proposed' || state === 'ordered'
      const code = hidden ? 'no-such-inspection' : 'press-never-here'
      expect((await open(inspectionId)).error?.code).toBe(code)
      expect((await issue(inspectionId, '1', [house.personId(press)])).error?.code).toBe(code)
      const cover = await house
        .as(planner)
        .call(addCoverage, { params: { inspectionId }, body: { url: 'https://bao.vi-du.invalid/1', title: 'Bài' } })
      expect(cover.error?.code).toBe(code)
      await expect(
        house.owner
          .updateTable('inspections')
          .set({ openToPress: true })
          .where('inspectionId', '=', inspectionId)
          .execute(),
      ).rejects.toThrow('press_never_at_unannounced')
    },
  )
})

describe('what was published', () => {
  test('is kept by those invited, listed on the visit, and taken away by whoever added it or the secretary', async () => {
    const inspectionId = await announced('120')
    const params = { inspectionId }
    const piece = {
      url: 'https://bao.vi-du.invalid/kiem-tra',
      title: 'Kiểm tra cải cách hành chính tại phường Lê Chân',
    }
    const add = (person: TestPerson, url = piece.url) =>
      house.as(person).call(addCoverage, { params, body: { ...piece, url } })
    expect((await add(press)).error?.code).toBe('no-such-inspection')
    ;(await open(inspectionId)).ok()
    ;(await issue(inspectionId, '2', [house.personId(press)])).ok()
    ;(await add(press)).ok()
    expect((await add(planner)).error?.code).toBe('coverage-twice')
    expect((await add(otherPress)).error?.code).toBe('no-such-inspection')
    expect((await add(press, 'javascript:alert(1)')).status).toBe(400)
    ;(await add(planner, 'https://bao.vi-du.invalid/khac')).ok()
    const { coverage } = (await house.as(standingDeputy).call(getPress, { params })).ok()
    expect(coverage.map(({ title, addedBy }) => [title, addedBy])).toEqual([
      [piece.title, press.fullName],
      [piece.title, planner.fullName],
    ])
    const [own, office] = coverage as [(typeof coverage)[0], (typeof coverage)[0]]
    expect((await house.as(press).call(removeCoverage, { params: office })).error?.code).toBe('not-your-coverage')
    expect((await house.as(otherPress).call(removeCoverage, { params: own })).error?.code).toBe('no-such-coverage')
    ;(await house.as(press).call(removeCoverage, { params: own })).ok()
    ;(await house.as(planner).call(removeCoverage, { params: office })).ok()
    expect((await house.as(planner).call(getPress, { params })).ok().coverage).toEqual([])
  })
})
