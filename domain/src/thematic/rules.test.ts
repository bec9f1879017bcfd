import { describe, expect, it } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { InspectionState } from '../inspections/states.ts'
import { editRefusal, type RegistrationStanding, registrationActions, unitActions } from './rules.ts'

const wish = { from: '2026-09-01', to: '2026-09-30' }
const unit = (state: InspectionState, unitCode = '11383') => ({ unitCode, unitName: `Đơn vị ${unitCode}`, state, wish })
const registration = (...units: ReturnType<typeof unit>[]): RegistrationStanding => ({
  agencyCode: '31-STP',
  agencyName: 'Sở Tư pháp',
  title: 'Kiểm tra chứng thực',
  content: 'Việc chứng thực bản sao',
  legalBasis: '',
  fieldKeys: ['institutions'],
  units,
})
const person = (role: Role, unitCode: string | null) => ({ roles: [role], unitCode })
const own = person('thematic-coordinator', '31-STP')

describe('a registration', () => {
  it.each([
    ['all registered', [unit('registered'), unit('registered', '2')], ['edit', 'withdraw']],
    ['one merged', [unit('registered'), unit('merged', '2')], ['edit-people', 'withdraw']],
    ['all merged', [unit('merged')], ['edit-people']],
    ['visited', [unit('visited')], []],
    ['withdrawn', [unit('cancelled')], []],
    ['withdrawn but one', [unit('cancelled'), unit('registered', '2')], ['edit', 'withdraw']],
  ] as const)('%s', (_, units, actions) => {
    expect(registrationActions(own, registration(...units))).toEqual(actions)
    expect(registrationActions(person('thematic-coordinator', '31-STC'), registration(...units))).toEqual([])
    expect(registrationActions(person('planner', '31-STP'), registration(...units))).toEqual([])
  })

  const body = (changes: object = {}) => ({
    title: 'Kiểm tra chứng thực',
    content: 'Việc chứng thực bản sao',
    legalBasis: '',
    fieldKeys: ['institutions'],
    people: [],
    units: [
      { unitCode: '11383', wish },
      { unitCode: '2', wish },
    ],
    ...changes,
  })
  const later = { from: '2026-10-01', to: '2026-10-31' }
  it.each([
    ['nothing changed', {}, true],
    ['people', { people: [{ fullName: 'Người Mẫu', post: '', personId: null }] }, true],
    [
      'the time of the undecided unit',
      {
        units: [
          { unitCode: '11383', wish },
          { unitCode: '2', wish: later },
        ],
      },
      true,
    ],
    ['the undecided unit left out', { units: [{ unitCode: '11383', wish }] }, true],
    ['a unit added', { units: [...body().units, { unitCode: '3', wish }] }, true],
    ['the words', { content: 'Khác' }, false],
    ['the fields', { fieldKeys: [] }, false],
    ['the time of the decided unit', { units: [{ unitCode: '11383', wish: later }] }, false],
    ['the decided unit left out', { units: [{ unitCode: '2', wish }] }, false],
  ] as const)('with one unit decided may change: %s', (_, changes, allowed) => {
    const before = registration(unit('merged'), unit('registered', '2'))
    const refusal = editRefusal(before, body(changes) as never)
    expect(refusal === null).toBe(allowed)
    if (refusal) expect(refusal.message).toContain('Đơn vị 11383')
    expect(editRefusal(registration(unit('registered'), unit('registered', '2')), body(changes) as never)).toBeNull()
  })
})

describe('one unit of it', () => {
  it.each([
    ['registered', false, 'planner', ['propose']],
    ['registered', false, 'standing-deputy', ['merge', 'separate']],
    ['registered', false, 'team-leader', ['merge', 'separate']],
    ['registered', false, 'thematic-coordinator', []],
    ['registered', false, 'team-member', []],
    ['merged', false, 'standing-deputy', ['unmerge']],
    ['merged', true, 'standing-deputy', []],
    ['merged', false, 'thematic-coordinator', []],
    ['merged', true, 'thematic-coordinator', ['result']],
    ['separate', false, 'standing-deputy', ['unmerge']],
    ['separate', false, 'thematic-coordinator', ['visit']],
    ['visited', false, 'thematic-coordinator', ['result', 'close']],
    ['visited', false, 'standing-deputy', []],
    ['closed', false, 'thematic-coordinator', []],
    ['cancelled', false, 'standing-deputy', []],
  ] as const)('%s (host visited: %s) for a %s', (state, hostVisited, role, actions) => {
    expect(unitActions(person(role, '31-STP'), { agencyCode: '31-STP', state, hostVisited })).toEqual(actions)
    if (role === 'thematic-coordinator')
      expect(unitActions(person(role, '31-STC'), { agencyCode: '31-STP', state, hostVisited })).toEqual([])
  })
})
