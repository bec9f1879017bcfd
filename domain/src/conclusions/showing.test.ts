import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answerStanding, type ShowingStanding, showingActions } from './showing.ts'

describe('how the answer of a unit stands', () => {
  const open: ShowingStanding = { state: 'open', dueOn: '2026-07-29', sentAt: null, late: null }
  const sent: ShowingStanding = { ...open, state: 'sent', sentAt: '2026-07-29T09:00:00Z', late: false }
  test.each<[string, ShowingStanding, string, string]>([
    ['before its day', open, '2026-07-28', 'waited-for'],
    ['its day itself is in time', open, '2026-07-29', 'waited-for'],
    ['the day after', open, '2026-07-30', 'missing'],
    ['none is waited for once the notice is issued', { ...open, state: 'closed' }, '2026-07-28', 'missing'],
    ['given', sent, '2026-07-29', 'in-time'],
    ['given, and read long after', sent, '2026-09-01', 'in-time'],
    ['given, and the notice is issued', { ...sent, state: 'closed' }, '2026-09-01', 'in-time'],
    ['given late', { ...sent, late: true }, '2026-07-30', 'late'],
    ['given late, and the notice is issued', { ...sent, state: 'closed', late: true }, '2026-09-01', 'late'],
  ])('%s', (_, standing, today, expected) => {
    expect(answerStanding(standing, today)).toBe(expected)
  })

  it('is missing from one day on and for good, while nothing is sent', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-07-${String(number).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, day, day, (dueOn, one, other) => {
        const [before, after] = [one, other].sort() as [string, string]
        const on = (today: string) => answerStanding({ ...open, dueOn }, today)
        return on(before) === 'waited-for' || on(after) === 'missing'
      }),
    )
  })
})

describe('what may be done about a draft that was shown', () => {
  type Asked = Parameters<typeof showingActions>[0]
  const ofUnit = (role: 'unit-head' | 'unit-officer', state: Asked['state'], hasAnswer = false): Asked => ({
    viewer: { roles: [role] },
    ofUnit: true,
    state,
    hasAnswer,
  })
  const ofTeam = (role: Asked['viewer']['roles'][number], state: Asked['state'], hasAnswer: boolean): Asked => ({
    viewer: { roles: [role] },
    ofUnit: false,
    state,
    hasAnswer,
  })
  test.each<[Asked, string[]]>([
    [ofUnit('unit-head', 'open'), ['write', 'send']],
    [ofUnit('unit-officer', 'open'), ['write']],
    [ofUnit('unit-head', 'sent', true), []],
    [ofUnit('unit-head', 'closed'), []],
    [ofTeam('planner', 'open', false), []],
    [ofTeam('planner', 'sent', true), ['settle']],
    [ofTeam('standing-deputy', 'sent', true), ['settle']],
    [ofTeam('planner', 'sent', false), []],
    [ofTeam('planner', 'closed', true), []],
    [ofTeam('team-member', 'sent', true), []],
    [ofTeam('team-leader', 'sent', true), []],
    // Somebody who works for the unit and for the team answers for the unit and does not settle its own answer.
    [{ viewer: { roles: ['unit-head', 'planner'] }, ofUnit: true, state: 'sent', hasAnswer: true }, []],
    [{ viewer: { roles: ['unit-head'] }, ofUnit: false, state: 'open', hasAnswer: false }, []],
  ])('%o', (asked, actions) => {
    expect(showingActions(asked)).toEqual(actions)
  })
})
