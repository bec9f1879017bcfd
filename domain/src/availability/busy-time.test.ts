import { expect, test } from 'vitest'
import { busyAt } from './busy-time.ts'

const leave = { from: '2026-08-03', to: '2026-08-05', halfDay: null, reason: 'Nghỉ phép' }
const meeting = { from: '2026-08-10', to: '2026-08-10', halfDay: 'afternoon' as const, reason: 'Họp' }

test.each([
  ['2026-08-02', 'morning', undefined],
  ['2026-08-03', 'morning', 'Nghỉ phép'],
  ['2026-08-05', 'afternoon', 'Nghỉ phép'],
  ['2026-08-06', 'morning', undefined],
  ['2026-08-10', 'morning', undefined],
  ['2026-08-10', 'afternoon', 'Họp'],
] as const)('on %s in the %s: %s', (day, halfDay, reason) => {
  expect(busyAt([leave, meeting], day, halfDay)?.reason).toBe(reason)
})
