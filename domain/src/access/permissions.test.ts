import { expect, test } from 'vitest'
import { isBoundToOwn, type Role, readsEveryUnit, roles, rolesApart } from './permissions.ts'

const cases: [Role[], readonly [Role, Role] | null][] = [
  [['unit-officer'], null],
  [['unit-officer', 'unit-head'], null],
  [['unit-officer', 'thematic-coordinator'], null],
  [['unit-officer', 'team-member'], null],
  [['planner', 'administrator'], null],
  [
    ['unit-officer', 'press'],
    ['unit-officer', 'press'],
  ],
  [
    ['administrator', 'unit-head'],
    ['unit-head', 'administrator'],
  ],
  [
    ['press', 'thematic-coordinator'],
    ['thematic-coordinator', 'press'],
  ],
]
test.each(cases)('%j held together', (held, apart) => {
  expect(rolesApart(held)).toEqual(apart)
})

test('whoever works for a unit is bound to it, unless they belong to the team or the city', () => {
  for (const first of roles)
    for (const second of roles) {
      const held: Role[] = [first, second]
      const ofUnit = held.some((role) => role === 'unit-officer' || role === 'unit-head')
      if (!ofUnit || rolesApart(held) || readsEveryUnit({ roles: held })) continue
      expect(isBoundToOwn({ roles: held }), held.join(' + ')).toBe(true)
    }
})
