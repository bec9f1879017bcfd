import { expect, test } from 'vitest'
import { visitInstants } from './half-day-times.ts'

test.each([
  ['morning', '2026-07-15T01:00:00.000Z', '2026-07-15T04:30:00.000Z'],
  ['afternoon', '2026-07-15T07:00:00.000Z', '2026-07-15T10:00:00.000Z'],
] as const)('a visit in the %s is on the clocks of Vietnam', (halfDay, startsAt, endsAt) => {
  expect(visitInstants('2026-07-15', halfDay)).toEqual({ startsAt, endsAt })
})
