import { expect, test } from 'vitest'
import { remedyDueDate } from './remedy-due-date.ts'

test.each([
  ['drafted early, counted from the notice’s own due date', '2026-07-20', '2026-07-29', '2026-08-05'],
  ['drafted late, counted from today', '2026-08-03', '2026-07-29', '2026-08-10'],
])('%s', (_, today, conclusionDueOn, dueOn) => {
  expect(remedyDueDate({ today, conclusionDueOn }, 5, [])).toBe(dueOn)
})
