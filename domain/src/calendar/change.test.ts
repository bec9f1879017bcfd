import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDayNumber, dayNumber, weekday } from '../dates/calendar-date.ts'
import { type CalendarDay, nthWorkingDayBefore } from '../dates/working-days.ts'
import {
  type CalendarVisit,
  calendarEffects,
  changedCalendar,
  changeInWords,
  effectsKey,
  swapPartner,
} from './change.ts'
import type { CalendarChange } from './contract.ts'

const day = (date: string, kind: CalendarDay['kind'], basis: string): CalendarDay => ({
  day: date,
  kind,
  basis,
  name: 'Nghỉ',
  status: 'final',
})

test.each([
  ['the day worked for a day off', '2026-11-23', '2026-11-28'],
  ['and the other way round', '2026-11-28', '2026-11-23'],
  ['the nearest, where one notice holds several swaps', '2026-08-31', '2026-08-22'],
  ['none for a holiday', '2026-11-24', undefined],
  ['none where nothing stands on the same paper', '2026-01-02', undefined],
])('a swap is a pair: %s', (_, date, partner) => {
  const days = [
    day('2026-01-02', 'swapOff', 'Công văn khác'),
    day('2026-01-10', 'swapWork', '9441/TB-BNV'),
    day('2026-08-22', 'swapWork', '9441/TB-BNV'),
    day('2026-08-31', 'swapOff', '9441/TB-BNV'),
    day('2026-11-23', 'swapOff', 'phương án'),
    day('2026-11-24', 'holiday', 'phương án'),
    day('2026-11-28', 'swapWork', 'phương án'),
  ]
  expect(swapPartner(days.find((one) => one.day === date)!, days)?.day).toBe(partner)
})

test('a change is said in words', () => {
  const to = { kind: 'swapOff', name: 'Nghỉ hoán đổi', basis: 'TB', status: 'proposed' } as const
  expect(changeInWords({ day: '2026-11-23', before: null, to })).toBe(
    '23/11/2026 là ngày nghỉ hoán đổi (Nghỉ hoán đổi, mới đề xuất)',
  )
  expect(changeInWords({ day: '2026-11-23', before: to, to: null })).toBe('bỏ 23/11/2026 khỏi danh sách')
})

const autumn = { min: dayNumber('2026-09-01'), max: dayNumber('2026-11-30') }
const dates = fc.integer(autumn).map(dateOfDayNumber)
const entries = fc.constantFrom<CalendarChange['to']>(
  { kind: 'holiday', name: 'Nghỉ', basis: 'TB', status: 'final' },
  { kind: 'holiday', name: 'Nghỉ', basis: 'TB', status: 'proposed' },
)
const changesOf = fc.uniqueArray(fc.record({ day: dates, before: fc.constant(null), to: entries }), {
  selector: ({ day }) => day,
  minLength: 1,
  maxLength: 5,
})
const visitsOf = fc.array(
  fc.record({ visitOn: dates, lead: fc.integer({ min: 1, max: 12 }), ahead: fc.boolean(), reportSent: fc.boolean() }),
  { maxLength: 12 },
)

test('the list is exactly what differs between counting before and counting after', () => {
  fc.assert(
    fc.property(changesOf, visitsOf, (changes, drawn) => {
      const visits = drawn.map(
        ({ visitOn, lead, ahead, reportSent }, index): CalendarVisit => ({
          inspectionId: String(index),
          unitName: `Đơn vị ${index}`,
          visitOn,
          halfDay: 'morning',
          ahead,
          announced: ahead,
          leadWorkingDays: lead,
          reportDueOn: nthWorkingDayBefore(visitOn, lead, []).dueOn,
          reportSent,
          conclusion: null,
        }),
      )
      const after = changedCalendar([], changes)
      const { deadlines, kept, visits: onDayOff } = calendarEffects({ days: [], changes, today: '2026-09-01', visits })
      const differs = visits.filter(
        (visit) => nthWorkingDayBefore(visit.visitOn, visit.leadWorkingDays, after).dueOn !== visit.reportDueOn,
      )
      const ids = (list: readonly { inspectionId: string }[]) => list.map(({ inspectionId }) => inspectionId).sort()
      expect(ids(deadlines)).toEqual(ids(differs.filter(({ ahead, reportSent }) => ahead && !reportSent)))
      expect(ids(kept)).toEqual(ids(differs.filter(({ reportSent }) => reportSent)))
      const off = new Set(changes.filter(({ to }) => to?.status === 'final').map(({ day: changed }) => changed))
      expect(ids(onDayOff)).toEqual(
        ids(visits.filter(({ visitOn, ahead }) => ahead && off.has(visitOn) && weekday(visitOn) < 6)),
      )
    }),
  )
})

test('the key of the effects does not depend on their order and tells every difference', () => {
  const visit = (inspectionId: string, visitOn: string): CalendarVisit => ({
    inspectionId,
    unitName: 'Đơn vị',
    visitOn,
    halfDay: 'morning',
    ahead: true,
    announced: false,
    leadWorkingDays: 3,
    reportDueOn: nthWorkingDayBefore(visitOn, 3, []).dueOn,
    reportSent: false,
    conclusion: null,
  })
  const to = { kind: 'holiday', name: 'Nghỉ', basis: 'TB', status: 'final' } as const
  const effects = (visits: readonly CalendarVisit[]) =>
    calendarEffects({ days: [], changes: [{ day: '2026-10-14', before: null, to }], today: '2026-09-01', visits })
  const [a, b] = [visit('a', '2026-10-15'), visit('b', '2026-10-16')]
  expect(effectsKey(effects([a, b]))).toBe(effectsKey(effects([b, a])))
  const others = [[a], [a, { ...b, reportSent: true }], [a, visit('b', '2026-10-14')], [a, visit('b', '2026-10-19')]]
  for (const other of others) expect(effectsKey(effects(other))).not.toBe(effectsKey(effects([a, b])))
})
