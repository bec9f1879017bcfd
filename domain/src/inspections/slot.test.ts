import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates/calendar-date.ts'
import type { CalendarDay } from '../dates/working-days.ts'
import { judgeSlot, judgeStretch, type SlotFacts, type StandingVisit, slotInWords, slotRefusals } from './slot.ts'

const calendar: CalendarDay[] = [
  { day: '2026-08-22', kind: 'swapWork', name: 'Làm bù cho 31/8/2026', basis: 'thông báo', status: 'final' },
  { day: '2026-08-31', kind: 'swapOff', name: 'Nghỉ hoán đổi', basis: 'thông báo', status: 'final' },
  { day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh', basis: 'BLLĐ 2019 Điều 112', status: 'final' },
]

const other: StandingVisit = {
  inspectionId: 'other',
  campaignId: 'season',
  unitName: 'Phường Hải Dương',
  kind: 'planned',
  visitOn: '2026-09-15',
  halfDay: 'morning',
  teamGroup: 1,
  personIds: ['an'],
}

/** Planned for Thursday morning 10/9; today is Monday 10/8. */
const facts: SlotFacts = {
  campaignId: 'season',
  today: '2026-08-10',
  periodFrom: '2026-07-01',
  periodTo: '2026-11-30',
  leadWorkingDays: 3,
  noticeWorkingDays: 10,
  calendar,
  standsOn: { visitOn: '2026-09-10', halfDay: 'morning' },
  teamGroup: 1,
  unit: { name: 'Phường Lê Chân', busy: [] },
  roster: [
    { personId: 'an', name: 'Nguyễn Thị An', busy: [] },
    { personId: 'binh', name: 'Trần Văn Bình', busy: [] },
  ],
  others: [],
  tellsReasons: true,
  keepsRoster: true,
}

const busy = (from: string, to: string, halfDay: 'morning' | 'afternoon' | null = null) => [
  { from, to, halfDay, reason: 'Đi công tác' },
]
const rulesAt = (changed: Partial<SlotFacts>, visitOn: string, halfDay: 'morning' | 'afternoon' = 'morning') =>
  judgeSlot({ ...facts, ...changed }, { visitOn, halfDay }).problems.map(({ rule, blocks }) =>
    blocks ? rule : `${rule}?`,
  )

describe('what a half-day would break (a question mark only warns)', () => {
  test.each<[string, Partial<SlotFacts>, string, string[]]>([
    ['an ordinary day', {}, '2026-09-16', []],
    ['before the period', { today: '2026-05-04' }, '2026-06-30', ['outside-period']],
    ['after the period', {}, '2026-12-01', ['outside-period']],
    ['a Sunday', {}, '2026-09-13', ['not-a-working-day']],
    ['a holiday', {}, '2026-09-02', ['not-a-working-day']],
    ['a weekday swapped off', {}, '2026-08-31', ['not-a-working-day']],
    ['a day gone by', {}, '2026-08-07', ['in-the-past']],
    ['the report would be due yesterday', {}, '2026-08-12', ['report-due-passed', 'notice-short?']],
    ['the report has come in time', { reportSentOn: '2026-08-07' }, '2026-08-12', ['notice-short?']],
    [
      'the report came too late for it',
      { reportSentOn: '2026-08-10' },
      '2026-08-12',
      ['report-due-passed', 'notice-short?'],
    ],
    ['nine working days of notice', {}, '2026-08-21', ['notice-short?']],
    ['ten, the made-up Saturday counted', {}, '2026-08-24', []],
    ['ten working days by another setting', { noticeWorkingDays: 15 }, '2026-08-24', ['notice-short?']],
    ['a deadline on a made-up Saturday', { noticeWorkingDays: 0 }, '2026-08-26', ['deadline-on-made-up-day?']],
    ['the group has a visit', { others: [other] }, '2026-09-15', ['slot-taken']],
    ['another group of the team has one', { others: [{ ...other, teamGroup: 2, personIds: [] }] }, '2026-09-15', []],
    ['a visit of another season', { others: [{ ...other, campaignId: 'last', personIds: [] }] }, '2026-09-15', []],
    ['somebody goes with another group', { others: [{ ...other, teamGroup: 2 }] }, '2026-09-15', ['person-elsewhere']],
    [
      'somebody goes with another group, and the form can still change that',
      { others: [{ ...other, teamGroup: 2 }], keepsRoster: false },
      '2026-09-15',
      ['person-elsewhere?'],
    ],
    [
      'an unannounced visit that the viewer knows of',
      { others: [{ ...other, kind: 'unannounced' }] },
      '2026-09-15',
      ['person-elsewhere?'],
    ],
    ['the afternoon of such a day', { others: [{ ...other, halfDay: 'afternoon' }] }, '2026-09-15', []],
    [
      'two people busy',
      { roster: facts.roster.map((seat) => ({ ...seat, busy: busy('2026-09-14', '2026-09-18') })) },
      '2026-09-15',
      ['person-busy?', 'person-busy?'],
    ],
    [
      'somebody busy in the afternoon only',
      { roster: [{ personId: 'an', name: 'An', busy: busy('2026-09-15', '2026-09-15', 'afternoon') }] },
      '2026-09-15',
      [],
    ],
    [
      'the unit busy',
      { unit: { name: 'Phường Lê Chân', busy: busy('2026-09-15', '2026-09-15') } },
      '2026-09-15',
      ['unit-busy?'],
    ],
    [
      'a no comes before a warning',
      { others: [other], unit: { name: 'Phường Lê Chân', busy: busy('2026-09-15', '2026-09-15') } },
      '2026-09-15',
      ['slot-taken', 'unit-busy?'],
    ],
    ['the day it stands on is not asked for days before it', { today: '2026-09-09' }, '2026-09-10', []],
    ['but the next day is', { today: '2026-09-09' }, '2026-09-11', ['report-due-passed', 'notice-short?']],
  ])('%s', (_, changed, visitOn, rules) => {
    expect(rulesAt(changed, visitOn)).toEqual(rules)
  })

  test('why somebody is busy is told to the office alone', () => {
    const roster = [{ personId: 'an', name: 'Nguyễn Thị An', busy: busy('2026-09-15', '2026-09-15') }]
    const sentence = (tellsReasons: boolean) =>
      judgeSlot({ ...facts, roster, tellsReasons }, { visitOn: '2026-09-15', halfDay: 'morning' }).problems[0]?.sentence
    expect(sentence(true)).toBe('Nguyễn Thị An bận buổi này (Đi công tác).')
    expect(sentence(false)).toBe('Nguyễn Thị An bận buổi này.')
  })

  test('who holds the half-day is named', () => {
    const { takenBy, refusals } = judgeSlot({ ...facts, others: [other] }, other)
    expect(takenBy?.inspectionId).toBe('other')
    expect(refusals[0]?.message).toContain('tại Phường Hải Dương')
  })
})

const days = fc.integer({ min: -40, max: 200 }).map((days) => addDays('2026-07-01', days))

test('a stretch is judged as each of its half-days alone, and blocks by the very rules that refuse', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 20 }), days, (from, length, today) => {
      const asked = { ...facts, today, others: [other] }
      const verdicts = judgeStretch(asked, from, addDays(from, length))
      expect(verdicts).toHaveLength(2 * (length + 1))
      for (const { visitOn, halfDay, ...verdict } of verdicts) {
        expect(verdict).toEqual(judgeSlot(asked, { visitOn, halfDay }))
        const blocking = verdict.problems.filter(({ blocks }) => blocks).map(({ rule }) => rule)
        expect(blocking).toEqual(verdict.refusals.map(({ code }) => code))
        const byDate = slotRefusals({ ...asked, visitOn }).map(({ code }) => code)
        if (visitOn !== facts.standsOn?.visitOn)
          expect(blocking.filter((rule) => rule !== 'slot-taken')).toEqual(byDate)
        expect(verdict.reportDueOn < visitOn).toBe(true)
      }
    }),
  )
})

test('what is busy or short of notice never refuses', () => {
  fc.assert(
    fc.property(days, fc.boolean(), fc.integer({ min: 0, max: 60 }), (visitOn, isBusy, noticeWorkingDays) => {
      const times = isBusy ? busy('2026-06-01', '2026-12-31') : []
      const changed = {
        noticeWorkingDays,
        unit: { ...facts.unit, busy: times },
        roster: facts.roster.map((seat) => ({ ...seat, busy: times })),
      }
      const slot = { visitOn, halfDay: 'morning' as const }
      expect(judgeSlot({ ...facts, ...changed }, slot).refusals).toEqual(judgeSlot(facts, slot).refusals)
    }),
  )
})

test('a half-day in words', () => {
  expect(slotInWords({ visitOn: '2026-07-14', halfDay: 'afternoon' })).toBe('chiều thứ Ba 14/07/2026')
})
