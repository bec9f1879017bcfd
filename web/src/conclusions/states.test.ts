import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { expect, test } from 'vitest'
import { dueInWords, standingOf } from './states.ts'

type Case = [RecommendationView['state'], boolean, number, string, string]

test.each<Case>([
  ['open', false, 3, 'open', 'còn 3 ngày làm việc'],
  ['open', false, 0, 'open', 'hạn hôm nay'],
  ['open', true, -2, 'overdue', 'quá hạn 2 ngày làm việc'],
  ['sent-back', true, -1, 'overdue', 'quá hạn 1 ngày làm việc'],
  ['sent-back', false, 5, 'sent-back', 'còn 5 ngày làm việc'],
  ['remedied', false, -4, 'remedied', 'đơn vị đã báo cáo'],
  ['verified', false, -9, 'verified', ''],
])('%s (overdue %s, %i days) is shown as %s: %j', (state, overdue, workingDaysLeft, standing, words) => {
  expect(standingOf({ state, overdue })).toBe(standing)
  expect(dueInWords({ state, workingDaysLeft })).toBe(words)
})
