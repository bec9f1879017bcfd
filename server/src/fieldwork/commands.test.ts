import { randomUUID } from 'node:crypto'
import { type CommandOutcome, type Deed, sendCommands } from '@cchc/domain/fieldwork/commands-contract.ts'
import { saveMinutes } from '@cchc/domain/fieldwork/contract.ts'
import { getHeard } from '@cchc/domain/fieldwork/heard-contract.ts'
import { getPen, handOverPen, releasePen, takePen } from '@cchc/domain/fieldwork/pen-contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { coordinator, leader, member, otherMember, planner, type TestPerson, unitOfficer } from '../../test/people.ts'
import { received, shortcoming, visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof visitDesk>
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = visitDesk(house, campaign)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-15T01:05:00Z')
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
})

type Command = Deed & { commandId: string; base?: number | null; after?: string | null; needs?: string[] }
const madeAt = '2026-07-15T03:00:00Z'
const content = { ...shortcoming, registrationId: null }
const words = { chair: 'A', secretary: 'B', exchange: 'Trao đổi', unitOpinion: '' }

/** A device: counts its commands, and sends them. */
function device(person: TestPerson, inspectionId: string, deviceId: string = randomUUID()) {
  let order = 0
  const made = (deed: Deed, more: Partial<Command> = {}) => ({
    commandId: randomUUID() as string,
    order: ++order,
    madeAt,
    base: null,
    after: null,
    needs: [],
    ...deed,
    ...more,
  })
  const finding = (findingId: string, text: string, more: Partial<Command> = {}) =>
    made({ kind: 'record-finding', record: `finding:${findingId}`, payload: { ...content, text } }, more)
  const edit = (findingId: string, text: string, more: Partial<Command> = {}) =>
    made({ kind: 'edit-finding', record: `finding:${findingId}`, payload: { ...content, text } }, more)
  const figure = (verified: number, reason: string, more: Partial<Command> = {}) =>
    made({ kind: 'verify-figure', record: `figure:${received}`, payload: { verified, reason } }, more)
  const minutes = (exchange: string, more: Partial<Command> = {}) =>
    made({ kind: 'save-minutes', record: 'minutes', payload: { ...words, exchange } }, more)
  const call = (...commands: ReturnType<typeof made>[]) =>
    house.as(person).call(sendCommands, { params: { inspectionId }, body: { deviceId, commands } })
  const send = async (...commands: ReturnType<typeof made>[]) => (await call(...commands)).ok().outcomes
  return { made, finding, edit, figure, minutes, call, send }
}
const ways = (outcomes: readonly CommandOutcome[]) => outcomes.map(({ outcome }) => outcome)

describe('before a session is ended', () => {
  const heard = async (person: TestPerson, inspectionId: string) =>
    house.as(person).call(getHeard, { params: { inspectionId } })

  test('it is said whose device has sent and when, and of whom nothing has come', async () => {
    const inspectionId = await desk.announcedVisit()
    expect((await heard(planner, inspectionId)).ok()).toEqual({ heard: [], silent: [] })
    ;(await desk.start(planner, inspectionId)).ok()
    const nobody = (await heard(planner, inspectionId)).ok()
    const names = nobody.silent.map(({ fullName }) => fullName)
    expect(nobody.heard).toEqual([])
    expect(names).toEqual(expect.arrayContaining([member.fullName, otherMember.fullName]))
    expect(names).not.toContain(planner.fullName)

    const [tablet, other] = [device(member, inspectionId), device(planner, inspectionId)]
    await tablet.send(tablet.finding(randomUUID(), 'Một'))
    house.clock.set('2026-07-15T02:40:00Z')
    await other.send(other.finding(randomUUID(), 'Hai'))
    // Whoever records by the page keeps nothing back.
    ;(await desk.note(otherMember, inspectionId, randomUUID())).ok()
    const { heard: now, silent } = (await heard(planner, inspectionId)).ok()
    expect(now).toEqual([
      { fullName: member.fullName, lastAt: '2026-07-15T01:05:00.000Z', mine: false },
      { fullName: planner.fullName, lastAt: '2026-07-15T02:40:00.000Z', mine: true },
    ])
    expect(silent.map(({ fullName }) => fullName)).toEqual(
      names.filter((name) => name !== member.fullName && name !== otherMember.fullName),
    )
    await desk.prepareMinutes(inspectionId)
    ;(await desk.close(planner, inspectionId)).ok()
    expect((await heard(planner, inspectionId)).ok()).toEqual({ heard: [], silent: [] })
  })

  test('it is said to those alone who record there', async () => {
    const inspectionId = await desk.openVisit()
    await desk.offRoster(otherMember)
    expect((await heard(otherMember, inspectionId)).error?.code).toBe('not-on-roster')
    expect((await heard(unitOfficer, inspectionId)).error?.code).toBe('not-permitted')
  })
})

describe('commands', () => {
  test('findings of one sending keep the order in which they were written', async () => {
    const inspectionId = await desk.openVisit()
    const { finding, send } = device(member, inspectionId)
    const texts = Array.from({ length: 12 }, (_, at) => `Điều thứ ${at + 1}`)
    await send(...texts.map((text) => finding(randomUUID(), text)))
    const { findings } = await desk.read(planner, inspectionId)
    expect(findings.map(({ text }) => text)).toEqual(texts)
  })

  test('a day without a line comes in whole: the start, who was there, a figure, a finding and its edit, the minutes', async () => {
    const inspectionId = await desk.announcedVisit()
    const { made, finding, edit, figure, minutes, send } = device(planner, inspectionId)
    const id = randomUUID()
    const first = finding(id, 'Lần đầu')
    const start = made({ kind: 'start-session', record: 'session', payload: { startedAt: '2026-07-15T01:00:00Z' } })
    const row = { side: 'unit' as const, fullName: 'Nguyễn Thị Mẫu', post: 'Công chức', present: true }
    const outcomes = await send(
      start,
      made({ kind: 'save-attendance', record: 'attendance', payload: { attendance: [row] } }),
      figure(118, 'Đếm lại'),
      first,
      edit(id, 'Lần hai', { after: first.commandId }),
      minutes('Trao đổi về hồ sơ'),
    )
    expect(outcomes).toMatchObject([
      { outcome: 'done', record: { of: 'session' } },
      { outcome: 'done', revision: 1, record: { of: 'attendance', attendance: [row] } },
      { outcome: 'done', revision: 1, record: { of: 'figure', figure: { verified: 118 } } },
      { outcome: 'done', revision: 1, record: { of: 'finding', finding: { text: 'Lần đầu' } } },
      { outcome: 'done', revision: 2, record: { of: 'finding', finding: { text: 'Lần hai' } } },
      { outcome: 'done', revision: 1, record: { of: 'minutes', session: { exchange: 'Trao đổi về hồ sơ' } } },
    ])
    const view = await desk.read(member, inspectionId)
    expect(view).toMatchObject({
      state: 'open',
      attendance: [row],
      attendanceRevision: 1,
      findings: [{ text: 'Lần hai' }],
    })
  })

  test('sent again, even twice at once and from two devices, each is there once and answered as the first time', async () => {
    const inspectionId = await desk.openVisit()
    const one = device(member, inspectionId)
    const batch = Array.from({ length: 8 }, (_, nth) => one.finding(randomUUID(), `Phát hiện ${nth}`))
    const answers = await Promise.all([one.send(...batch), one.send(...batch), one.send(...batch)])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await device(member, inspectionId).send(...batch)).toEqual(answers[0])
    expect(await desk.findingsInTable(inspectionId)).toHaveLength(8)
    expect(await desk.eventsOf(inspectionId, 'finding.record')).toHaveLength(8)
    const kept = await house.owner.selectFrom('fieldCommands').selectAll().orderBy('deviceOrder').execute()
    expect(kept.map(({ commandId, deviceOrder }) => [commandId, deviceOrder])).toEqual(
      batch.map(({ commandId, order }) => [commandId, order]),
    )
  })

  test('a clash stops its record alone and shows what stands; a refusal likewise; a new id is decided anew', async () => {
    const inspectionId = await desk.openVisit()
    ;(await desk.verify(otherMember, inspectionId, received, { revision: 0, verified: 119, reason: 'Đếm lại' })).ok()
    const { made, figure, finding, send } = device(member, inspectionId)
    const mine = figure(118, 'Sổ gốc')
    const strange = made({ kind: 'verify-figure', record: 'figure:khong.co', payload: { verified: 1, reason: '' } })
    const bad = made({ kind: 'record-finding', record: `finding:${randomUUID()}`, payload: { ...content, text: ' ' } })
    const batch = [
      mine,
      figure(117, 'Sửa', { after: mine.commandId }),
      strange,
      bad,
      finding(randomUUID(), 'Không bị giữ lại'),
    ]
    const outcomes = await send(...batch)
    expect(ways(outcomes)).toEqual(['clash', 'waiting', 'refused', 'refused', 'done'])
    expect(outcomes[0]).toMatchObject({ theirs: { of: 'figure', figure: { verified: 119, revision: 1 } } })
    expect(outcomes.slice(2, 4)).toMatchObject([{ code: 'no-such-item' }, { code: 'bad-input' }])
    expect(await send(...batch)).toEqual(outcomes)
    expect(await send(figure(118, 'Sổ gốc', { base: 1 }))).toMatchObject([{ outcome: 'done', revision: 2 }])
    expect(ways(await send(mine))).toEqual(['clash'])
  })

  test('a finding that somebody removed: an edit shows that it is gone, removing it again does no harm', async () => {
    const inspectionId = await desk.openVisit()
    const { made, finding, edit, send } = device(member, inspectionId)
    const id = randomUUID()
    const remove = (base: number) => made({ kind: 'remove-finding', record: `finding:${id}`, payload: {} }, { base })
    expect(ways(await send(finding(id, 'Sẽ xóa'), remove(0)))).toEqual(['done', 'clash'])
    expect(ways(await send(remove(1)))).toEqual(['done'])
    expect(await send(edit(id, 'Sửa', { base: 1 }))).toMatchObject([
      { outcome: 'clash', theirs: { of: 'finding', finding: null } },
    ])
    expect(ways(await send(remove(1)))).toEqual(['done'])
  })

  test('what builds on a command that has not come waits, and so does what comes before the start or its files', async () => {
    const inspectionId = await desk.announcedVisit()
    const { made, finding, edit, send } = device(member, inspectionId)
    const id = randomUUID()
    const first = finding(id, 'Lần đầu')
    const second = edit(id, 'Lần hai', { after: first.commandId })
    const third = finding(randomUUID(), 'Có ảnh', { needs: ['a'.repeat(64)] })
    expect(ways(await send(first, second))).toEqual(['waiting', 'waiting'])
    expect(ways(await send(made({ kind: 'start-session', record: 'session', payload: { startedAt: null } })))).toEqual([
      'done',
    ])
    expect(ways(await send(second, third))).toEqual(['waiting', 'waiting'])
    expect(ways(await send(first))).toEqual(['done'])
    expect(ways(await send(second))).toEqual(['done'])
  })

  test('after the session was closed it is refused with what can be done, and what was answered stays answered', async () => {
    const inspectionId = await desk.openVisit()
    const { finding, send } = device(member, inspectionId)
    const early = finding(randomUUID(), 'Kịp')
    const answered = await send(early)
    await desk.prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    ;(await desk.close(planner, inspectionId)).ok()
    const late = await send(early, finding(randomUUID(), 'Muộn'))
    expect(late).toMatchObject([answered[0]!, { outcome: 'refused', code: 'session-closed' }])
    expect(late[1]).toHaveProperty('sentence', expect.stringContaining('biên bản bổ sung'))
    expect(await desk.findingsInTable(inspectionId)).toHaveLength(1)
  })

  test('whoever is not on the roster, or may not know of the visit, leaves nothing behind', async () => {
    const inspectionId = await desk.openVisit()
    await desk.offRoster(otherMember)
    const stranger = device(otherMember, inspectionId)
    expect((await stranger.call(stranger.figure(1, 'x'))).error?.code).toBe('not-on-roster')
    const hidden = await buildInspection(house, {
      campaign,
      unitCode: '10525',
      kind: 'unannounced',
      state: 'ordered',
      halfDay: 'afternoon',
    })
    const outside = device(member, hidden.inspectionId)
    expect((await outside.call(outside.figure(1, 'x'))).error?.code).toBe('no-such-inspection')
    expect(await house.owner.selectFrom('fieldCommands').selectAll().execute()).toEqual([])
    await expect(house.within(planner, ({ db }) => db.deleteFrom('fieldCommands').execute())).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('the pen of the minutes', () => {
  test('free for all until taken; then its holder alone writes, on the page and by command', async () => {
    const inspectionId = await desk.openVisit()
    const params = { inspectionId }
    const pen = async (person: TestPerson) => (await house.as(person).call(getPen, { params })).ok()
    expect(await pen(member)).toEqual({ holder: null, others: [], mayWrite: true, actions: ['take'] })
    const deviceId = randomUUID()
    const takings = await Promise.all(
      [planner, member].map((person) => house.as(person).call(takePen, { params, body: { deviceId } })),
    )
    expect(takings.map(({ status }) => status).sort()).toEqual([200, 409])
    const [holder, other] = takings[0]!.status === 200 ? [planner, member] : [member, planner]
    expect(await pen(holder)).toMatchObject({ holder: { mine: true, deviceId }, actions: ['hand-over', 'release'] })
    expect(await pen(other)).toMatchObject({ holder: { fullName: holder.fullName }, mayWrite: false, actions: [] })

    const save = (person: TestPerson, revision: number, exchange: string) =>
      house.as(person).call(saveMinutes, { params, body: { ...words, exchange, revision } })
    const no = await save(other, 0, 'x')
    expect([no.status, no.error?.code]).toEqual([409, 'pen-elsewhere'])
    expect(no.error?.sentence).toContain(holder.fullName)
    const { minutes, finding, send } = device(other, inspectionId)
    const outcomes = await send(minutes('x'), finding(randomUUID(), 'Không cần quyền ghi'))
    expect(outcomes).toMatchObject([{ outcome: 'refused', code: 'pen-elsewhere' }, { outcome: 'done' }])

    const toPersonId = house.personId(other)
    expect((await house.as(other).call(handOverPen, { params, body: { toPersonId } })).error?.code).toBe(
      'not-pen-holder',
    )
    const outsider = house.personId(coordinator)
    expect((await house.as(holder).call(handOverPen, { params, body: { toPersonId: outsider } })).error?.code).toBe(
      'pen-only-to-roster',
    )
    ;(await house.as(holder).call(handOverPen, { params, body: { toPersonId } })).ok()
    expect((await save(holder, 0, 'x')).error?.code).toBe('pen-elsewhere')
    expect(ways(await send(minutes('Đã nhận quyền ghi')))).toEqual(['done'])

    expect((await house.as(leader).call(releasePen, { params, body: { reason: '' } })).error?.code).toBe(
      'pen-release-reason',
    )
    ;(await house.as(leader).call(releasePen, { params, body: { reason: 'Người giữ đã về trước' } })).ok()
    expect((await save(holder, 1, 'Ai cũng ghi được')).ok().session.exchange).toBe('Ai cũng ghi được')
    for (const action of ['visit.pen-take', 'visit.pen-hand-over', 'visit.pen-release'])
      expect(await desk.eventsOf(inspectionId, action)).toHaveLength(1)
  })
})
