import { effectsKey } from '@cchc/domain/calendar/change.ts'
import {
  type CalendarChange,
  type DayEntry,
  explainDeadlineOf,
  listCalendarDays,
  previewCalendarDays,
  saveCalendarDays,
} from '@cchc/domain/calendar/contract.ts'
import { scheduleInspection } from '@cchc/domain/inspections/contract.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, otherPlanner, planner, unitHead, unitOfficer } from '../../test/people.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  house.clock.set('2026-11-09T02:00:00Z')
})
afterEach(() => house.close())

const reason = 'Đã có thông báo chính thức'
const preview = async (changes: CalendarChange[]) =>
  (await house.as(administrator).call(previewCalendarDays, { body: { changes } })).ok()
const save = (changes: CalendarChange[], seen: string, person = administrator) =>
  house.as(person).call(saveCalendarDays, { body: { changes, reason, seen } })

/** The swap of 23/11 and 28/11/2026 from "proposed", as it is seeded, to "final". */
async function swap(days: readonly string[] = ['2026-11-23', '2026-11-28']): Promise<CalendarChange[]> {
  const { days: list } = (await house.as(administrator).call(listCalendarDays, { query: {} })).ok()
  return days.map((day) => {
    const { day: _, ...before } = list.find((row) => row.day === day)!
    expect(before.status).toBe('proposed')
    return { day, before, to: { ...before, status: 'final' } satisfies DayEntry }
  })
}

test('the deadline names the days it counted', async () => {
  const answer = await house.as(planner).call(explainDeadlineOf, { query: { visitOn: '2026-09-03', days: 3 } })
  expect(answer.ok().dueOn).toBe('2026-08-26')
})

/** Counted by hand on the calendar of November 2026: 23 Mon and 24 Tue off, 28 Sat worked. */
const november = [
  { unit: '11383', visitOn: '2026-11-20', from: '2026-11-17', to: null, onDayOff: false },
  { unit: '11560', visitOn: '2026-11-23', from: '2026-11-18', to: null, onDayOff: true },
  { unit: '11689', visitOn: '2026-11-25', from: '2026-11-19', to: '2026-11-18', onDayOff: false },
  { unit: '11411', visitOn: '2026-11-26', from: '2026-11-20', to: '2026-11-19', onDayOff: false },
  { unit: '10537', visitOn: '2026-11-27', from: '2026-11-23', to: '2026-11-20', onDayOff: false },
  { unit: '10660', visitOn: '2026-11-30', from: '2026-11-25', to: '2026-11-26', onDayOff: false },
  { unit: '10729', visitOn: '2026-09-03', from: '2026-08-26', to: null, onDayOff: false },
]

async function buildNovember(campaign: BuiltCampaign): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { unit, visitOn } of november) {
    const { inspectionId } = await buildInspection(house, { campaign, unitCode: unit, visitOn })
    ids.set(unit, inspectionId)
  }
  return ids
}

/** Everything that a change of the calendar could touch, as the tables hold it. */
async function tables() {
  const { owner } = house
  return {
    inspections: await owner.selectFrom('inspections').selectAll().orderBy('inspectionId').execute(),
    conclusions: await owner.selectFrom('conclusions').selectAll().orderBy('inspectionId').execute(),
    days: await owner.selectFrom('calendarDays').selectAll().orderBy('day').execute(),
    changes: await owner.selectFrom('deadlineChanges').selectAll().orderBy('inspectionId').execute(),
    events: await owner.selectFrom('auditEvents').selectAll().execute(),
    told: await owner.selectFrom('notifications').selectAll().execute(),
    mails: await owner.selectFrom('mails').selectAll().execute(),
  }
}

describe('the swap of 23 and 28 November 2026', () => {
  let campaign: BuiltCampaign
  let ids: Map<string, string>
  beforeEach(async () => {
    campaign = await buildCampaign(house)
    ids = await buildNovember(campaign)
  })
  const dueOf = async () =>
    new Map(
      (await house.owner.selectFrom('inspections').select(['inspectionId', 'reportDueOn']).execute()).map((row) => [
        row.inspectionId,
        row.reportDueOn,
      ]),
    )

  test('lists before what it changes after, and changes nothing else', async () => {
    const before = await tables()
    const changes = await swap()
    const seen = await preview(changes)
    expect(await tables()).toEqual(before)

    const expected = november.flatMap(({ unit, from, to }) => (to ? [{ inspectionId: ids.get(unit), from, to }] : []))
    expect(seen.deadlines.map(({ inspectionId, from, to }) => ({ inspectionId, from, to }))).toEqual(expected)
    expect(seen.kept).toEqual([])
    expect(seen.visits).toMatchObject([{ inspectionId: ids.get('11560'), visitOn: '2026-11-23' }])

    ;(await save(changes, effectsKey(seen))).ok()
    const after = await tables()
    for (const { unit, from, to } of november)
      expect([unit, (await dueOf()).get(ids.get(unit)!)]).toEqual([unit, to ?? from])
    const withoutDue = ({ reportDueOn: _, ...row }: (typeof after.inspections)[number]) => row
    expect(after.inspections.map(withoutDue)).toEqual(before.inspections.map(withoutDue))
    expect(after.days.filter((day, index) => JSON.stringify(day) !== JSON.stringify(before.days[index]))).toMatchObject(
      [
        { day: '2026-11-23', status: 'final' },
        { day: '2026-11-28', status: 'final' },
      ],
    )
    expect(
      after.changes.map(({ inspectionId, fromDue, toDue }) => ({ inspectionId, from: fromDue, to: toDue })),
    ).toEqual(expected.sort((a, b) => (a.inspectionId! < b.inspectionId! ? -1 : 1)))
    expect(after.changes.every(({ cause }) => cause.includes('23/11/2026') && cause.includes(reason))).toBe(true)
  })

  test('one half of the swap moves only what that day counts for', async () => {
    const [off, worked] = [await swap(['2026-11-23']), await swap(['2026-11-28'])]
    expect((await preview(off)).deadlines.map(({ visitOn }) => visitOn)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ])
    expect((await preview(worked)).deadlines.map(({ visitOn, to }) => [visitOn, to])).toEqual([
      ['2026-11-30', '2026-11-26'],
    ])
  })

  test('a report that was sent keeps its deadline, and the list says so', async () => {
    const inspectionId = ids.get('11411')!
    await house.owner
      .updateTable('selfReports')
      .set({ state: 'sent', sentAt: '2026-11-06T02:00:00Z', verdict: 'on-time', daysLate: 0 })
      .where('inspectionId', '=', inspectionId)
      .execute()
    const changes = await swap()
    const seen = await preview(changes)
    expect(seen.kept).toMatchObject([{ inspectionId, from: '2026-11-20', to: '2026-11-19', keeps: true }])
    expect(seen.deadlines.map((row) => row.inspectionId)).not.toContain(inspectionId)
    ;(await save(changes, effectsKey(seen))).ok()
    expect((await dueOf()).get(inspectionId)).toBe('2026-11-20')
  })

  test('what changed since the list was seen is refused with the new list, and nothing is written', async () => {
    const changes = await swap()
    const seen = await preview(changes)
    const moved = ids.get('10660')!
    const body = {
      revision: 0,
      visitOn: '2026-11-27',
      halfDay: 'afternoon' as const,
      place: 'Trụ sở',
      roster: [],
      reason: 'Đơn vị bận',
    }
    ;(await house.as(planner).call(scheduleInspection, { params: { inspectionId: moved }, body })).ok()
    const before = await tables()
    const answer = await save(changes, effectsKey(seen))
    expect([answer.status, answer.error?.code]).toEqual([409, 'calendar-effects-changed'])
    expect(answer.error?.details).toEqual(await preview(changes))
    expect(await tables()).toEqual(before)
  })

  test('a day that somebody else changed meanwhile is refused', async () => {
    const changes = await swap()
    const seen = await preview(changes)
    ;(await save(await swap(['2026-11-28']), effectsKey(await preview(await swap(['2026-11-28']))), otherPlanner)).ok()
    const answer = await save(changes, effectsKey(seen))
    expect([answer.status, answer.error?.code]).toEqual([409, 'changed-meanwhile'])
  })

  test('two who save at once: one decision stands, the other is refused', async () => {
    const changes = await swap()
    const key = effectsKey(await preview(changes))
    const answers = await Promise.all([
      save(changes, key),
      save(changes, key, planner),
      save(changes, key, otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(
      await house.owner.selectFrom('auditEvents').select('action').where('action', '=', 'calendar.edit').execute(),
    ).toHaveLength(2)
  })

  test('the units that know of their visit are told, and the secretaries what is theirs to see to', async () => {
    await house.owner
      .updateTable('inspections')
      .set({ unitCode: '10525', visitOn: '2026-11-26', halfDay: 'afternoon', reportDueOn: '2026-11-20' })
      .where('inspectionId', '=', ids.get('10729')!)
      .execute()
    await house.owner
      .updateTable('inspections')
      .set({ visitOn: '2026-11-25', halfDay: 'afternoon', reportDueOn: '2026-11-19' })
      .where('unitCode', '=', '11383')
      .execute()
    // Scheduled and not announced: its unit does not know of it.
    await house.owner.updateTable('inspections').set({ state: 'scheduled' }).where('unitCode', '=', '10525').execute()
    const changes = await swap()
    ;(await save(changes, effectsKey(await preview(changes)))).ok()
    const told = await house.owner.selectFrom('notifications').selectAll().execute()
    const titles = (personId: string) => told.filter((row) => row.personId === personId).map(({ title }) => title)
    expect(titles(house.personId(unitOfficer))).toEqual(['Hạn gửi báo cáo chuyển từ 19/11/2026 sang 18/11/2026'])
    expect(titles(house.personId(unitHead))).toHaveLength(1)
    expect(titles(house.personId(planner))).toEqual([
      '6 hạn đã chuyển vì lịch nghỉ thay đổi; 1 buổi kiểm tra rơi vào ngày nghỉ, cần dời',
    ])
    const others = told.filter(
      ({ personId }) => ![unitOfficer, unitHead, planner, otherPlanner].some((p) => house.personId(p) === personId),
    )
    expect(others).toEqual([])
  })
})

test('a conclusion that is still owed moves with the calendar, one that is not touched stays', async () => {
  const campaign = await buildCampaign(house)
  const visited = { campaign, state: 'visited' as const }
  const drafted = await buildInspection(house, { ...visited, unitCode: '11383', visitOn: '2026-11-12' })
  const undrafted = await buildInspection(house, { ...visited, unitCode: '11560', visitOn: '2026-11-11' })
  const early = await buildInspection(house, { ...visited, unitCode: '11689', visitOn: '2026-11-03' })
  const draftedBy = house.personId(planner)
  const row = { content: '{}', draftedBy, draftedAt: '2026-11-13T02:00:00Z' }
  await house.owner
    .insertInto('conclusions')
    .values([
      { ...row, inspectionId: drafted.inspectionId, dueOn: '2026-11-27' },
      { ...row, inspectionId: early.inspectionId, dueOn: '2026-11-17' },
    ])
    .execute()
  const changes = await swap()
  const seen = await preview(changes)
  expect(seen.deadlines).toMatchObject([
    { inspectionId: undrafted.inspectionId, what: 'conclusion', from: '2026-11-26', to: '2026-11-27' },
    { inspectionId: drafted.inspectionId, what: 'conclusion', from: '2026-11-27', to: '2026-11-28' },
  ])
  ;(await save(changes, effectsKey(seen))).ok()
  const due = await house.owner.selectFrom('conclusions').select(['inspectionId', 'dueOn']).execute()
  expect(new Map(due.map(({ inspectionId, dueOn }) => [inspectionId, dueOn]))).toEqual(
    new Map([
      [drafted.inspectionId, '2026-11-28'],
      [early.inspectionId, '2026-11-17'],
    ]),
  )
})

test('a day is added and taken out again by the same way, and its deadlines come back', async () => {
  const { inspectionId } = await buildInspection(house, { visitOn: '2026-11-20' })
  const to: DayEntry = { kind: 'holiday', name: 'Nghỉ (thử)', basis: 'Thông báo', status: 'final' }
  const add = [{ day: '2026-11-18', before: null, to }]
  const added = (await save(add, effectsKey(await preview(add)))).ok()
  expect(added.deadlines).toMatchObject([{ inspectionId, from: '2026-11-17', to: '2026-11-16' }])
  const takeOut = [{ day: '2026-11-18', before: to, to: null }]
  const back = (await save(takeOut, effectsKey(await preview(takeOut)))).ok()
  expect(back.deadlines).toMatchObject([{ inspectionId, from: '2026-11-16', to: '2026-11-17' }])
  expect(await house.owner.selectFrom('calendarDays').select('day').where('day', '=', '2026-11-18').execute()).toEqual(
    [],
  )
})

test('an unannounced visit is on no list of a change, not even its circle’s, and nobody is told', async () => {
  const campaign = await buildCampaign(house)
  const { inspectionId } = await buildInspection(house, {
    campaign,
    kind: 'unannounced',
    state: 'ordered',
    visitOn: '2026-11-23',
  })
  await tellCircle(house, inspectionId, planner)
  const changes = await swap()
  const nothing = { deadlines: [], kept: [], visits: [] }
  expect(await preview(changes)).toEqual(nothing)
  expect((await house.as(planner).call(previewCalendarDays, { body: { changes } })).ok()).toEqual(nothing)
  ;(await save(changes, effectsKey(nothing), planner)).ok()
  expect(await house.owner.selectFrom('notifications').selectAll().execute()).toEqual([])
})

test('a made-up working day must fall on a weekend', async () => {
  const to: DayEntry = { kind: 'swapWork', name: 'Làm bù', basis: 'Thông báo', status: 'final' }
  const changes = [{ day: '2026-10-14', before: null, to }]
  const answer = await house.as(planner).call(previewCalendarDays, { body: { changes } })
  expect([answer.status, answer.error?.code]).toEqual([422, 'swap-on-wrong-weekday'])
  expect((await save(changes, '')).error?.code).toBe('swap-on-wrong-weekday')
})

test('a unit officer may neither ask nor edit', async () => {
  const changes = await swap()
  const asked = await house.as(unitOfficer).call(previewCalendarDays, { body: { changes } })
  expect([asked.status, asked.error?.code]).toEqual([403, 'not-permitted'])
  expect((await save(changes, '', unitOfficer)).error?.code).toBe('not-permitted')
})
