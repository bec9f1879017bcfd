import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { type RecommendationView, recommendationStates } from '../conclusions/contract.ts'
import { isOverdue } from '../conclusions/states.ts'
import { compareUrgency, followUpActions } from './rules.ts'

describe('who does what next', () => {
  it.each<[Role[], string | null, RecommendationView['state'], string[]]>([
    [['unit-officer'], '11383', 'open', ['remedy']],
    [['unit-head'], '11383', 'sent-back', ['remedy']],
    [['unit-head'], '11383', 'remedied', []],
    [['unit-head'], '11383', 'verified', []],
    [['unit-head'], '10525', 'open', []],
    [['unit-head', 'team-member'], '10525', 'open', []],
    [['planner'], '31-SNV', 'remedied', ['verify']],
    [['planner'], '31-SNV', 'open', []],
    [['planner'], '31-SNV', 'verified', []],
    [['team-member'], '31-STP', 'remedied', ['verify']],
    [['team-member', 'unit-head'], '11383', 'remedied', []],
    [['city-viewer'], null, 'remedied', []],
  ])('%s of %s, %s: %s', (roles, unitCode, state, actions) => {
    expect(followUpActions({ roles, unitCode }, { state, unitCode: '11383', addresseeKind: 'unit' })).toEqual(actions)
    expect(followUpActions({ roles, unitCode }, { state, unitCode: '11383', addresseeKind: 'city' })).toEqual(
      roles.includes('planner') && state !== 'verified' ? ['forward'] : [],
    )
  })
})

it('puts overdue ones first and done ones last, each by date', () => {
  const one = fc
    .record({
      state: fc.constantFrom(...recommendationStates),
      dueOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-09-${String(day).padStart(2, '0')}`),
    })
    .map(({ state, dueOn }) => ({ state, dueOn, overdue: isOverdue({ state, dueOn }, '2026-09-15') }))
  fc.assert(
    fc.property(fc.array(one), (list) => {
      const sorted = (list as RecommendationView[]).toSorted(compareUrgency)
      for (const [index, next] of sorted.slice(1).entries()) {
        const previous = sorted[index]!
        if (next.overdue) expect(previous.overdue).toBe(true)
        if (previous.state === 'verified') expect(next.state).toBe('verified')
        const isSameKind =
          previous.overdue === next.overdue && (previous.state === 'verified') === (next.state === 'verified')
        if (isSameKind) expect(previous.dueOn <= next.dueOn).toBe(true)
      }
    }),
  )
})
