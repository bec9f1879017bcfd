import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../dates/calendar-date.ts'
import { type InspectionState, inspectionStates } from '../inspections/states.ts'
import { canHost, type InspectionOfYear, overlapGrade, overlapGrades, overlapsOf, proposalFor } from './overlaps.ts'

const on = (from: string, to = from) => ({ from, to })
const one = (inspectionId: string, more: Partial<InspectionOfYear> = {}): InspectionOfYear => ({
  inspectionId,
  unitCode: '11383',
  kind: 'thematic',
  state: 'registered',
  time: on('2026-09-01', '2026-09-30'),
  enteredAt: `2026-07-0${inspectionId}T00:00:00Z`,
  ...more,
})
const asked = one('5') as InspectionOfYear & { time: { from: string; to: string } }

describe('how near two times are', () => {
  it.each([
    [on('2026-09-17'), on('2026-09-17'), 'same-day'],
    [on('2026-09-15', '2026-09-19'), on('2026-09-17'), 'same-week'],
    // Monday and Sunday of one week; Sunday and the Monday after it are not.
    [on('2026-09-14'), on('2026-09-20'), 'same-week'],
    [on('2026-09-20'), on('2026-09-21'), 'same-month'],
    [on('2026-09-28'), on('2026-10-02'), 'same-week'],
    [on('2026-09-01', '2026-09-30'), on('2026-09-17'), 'same-month'],
    [on('2026-09-20', '2026-10-10'), on('2026-10-05'), 'same-month'],
    [on('2026-09-01'), on('2026-09-30'), 'same-month'],
    [on('2026-09-30'), on('2026-10-05'), 'same-year'],
    [on('2026-09-17'), null, 'same-year'],
  ] as const)('%j and %j: %s', (a, b, grade) => {
    expect(overlapGrade(a, b)).toBe(grade)
    if (b) expect(overlapGrade(b, a)).toBe(grade)
  })
  it('does not depend on who is asked, and never gets farther when a time is narrowed to a day of both', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days))
    const time = fc.tuple(day, fc.nat(40)).map(([from, length]) => on(from, addDays(from, length)))
    const nearness = (a: { from: string; to: string }, b: { from: string; to: string }) =>
      overlapGrades.indexOf(overlapGrade(a, b))
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(overlapGrade(a, b)).toBe(overlapGrade(b, a))
        const first = a.from > b.from ? a.from : b.from
        if (first <= a.to && first <= b.to) {
          expect(nearness(on(first), b)).toBeLessThanOrEqual(nearness(a, b))
          expect(overlapGrade(on(first), on(first))).toBe('same-day')
        }
      }),
    )
  })
})

describe('what a registration meets', () => {
  it('is the plan first, then other departments, the nearest in time first', () => {
    const all = [
      asked,
      one('1', { time: on('2026-11-02') }),
      one('2'),
      one('3', { kind: 'planned', state: 'scheduled', time: on('2026-10-20') }),
      one('4', { unitCode: '10525' }),
      one('6', { kind: 'unannounced', state: 'ordered', time: on('2026-09-17') }),
      one('7', { state: 'merged' }),
      one('8', { state: 'cancelled' }),
    ]
    expect(overlapsOf(asked, all).map(({ other, grade }) => [other.inspectionId, grade])).toEqual([
      ['3', 'same-year'],
      ['2', 'same-month'],
      ['1', 'same-year'],
    ])
  })
  it('never holds an unannounced inspection, whatever its state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inspectionStates), (state) => {
        expect(overlapsOf(asked, [one('1', { kind: 'unannounced', state })])).toEqual([])
      }),
    )
  })
})

describe('what is proposed', () => {
  const planned = (state: InspectionState) => one('1', { kind: 'planned', state, time: on('2026-09-17') })
  it.each([
    ['nothing else', [], { act: 'separate', needsException: false }],
    ['the plan, not scheduled', [planned('planned')], { act: 'merge', hostId: '1' }],
    ['the plan, announced', [planned('announced')], { act: 'merge', hostId: '1' }],
    ['the plan, visited already', [planned('visited')], { act: 'separate', needsException: true }],
    ['the plan, concluded', [planned('concluded')], { act: 'separate', needsException: true }],
    ['a separate one', [one('2', { state: 'separate' })], { act: 'merge', hostId: '2' }],
    [
      'the plan and a separate one',
      [one('2', { state: 'separate' }), planned('scheduled')],
      { act: 'merge', hostId: '1' },
    ],
    ['a thematic one visited already', [one('2', { state: 'visited' })], { act: 'separate', needsException: true }],
    ['an earlier wish', [one('3')], { act: 'merge', hostId: '3' }],
    ['a later wish', [one('6')], { act: 'separate', needsException: false }],
    ['earlier and later wishes', [one('6'), one('4'), one('3')], { act: 'merge', hostId: '3' }],
  ] as const)('meeting %s', (_, others, proposal) => {
    expect(proposalFor(asked, overlapsOf(asked, [...others]))).toEqual(proposal)
  })
  it('of wishes alone, names one common visit for all but the earliest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (ids) => {
        const all = ids.map((id) => one(String(id))) as (InspectionOfYear & { time: { from: string; to: string } })[]
        const earliest = String(Math.min(...ids))
        for (const each of all) {
          const proposal = proposalFor(each, overlapsOf(each, all))
          expect(proposal).toEqual(
            each.inspectionId === earliest
              ? { act: 'separate', needsException: false }
              : { act: 'merge', hostId: earliest },
          )
        }
      }),
    )
  })
  it('never names a host that cannot be one', () => {
    const other = fc.record({
      kind: fc.constantFrom('planned' as const, 'thematic' as const, 'unannounced' as const),
      state: fc.constantFrom(...inspectionStates),
    })
    fc.assert(
      fc.property(fc.array(other, { maxLength: 5 }), (others) => {
        const all = others.map((more, index) => one(String(index + 1), { ...more, inspectionId: `h${index}` }))
        const proposal = proposalFor(asked, overlapsOf(asked, all))
        if (proposal.act === 'merge')
          expect(canHost(all.find(({ inspectionId }) => inspectionId === proposal.hostId)!)).toBe(true)
      }),
    )
  })
})
