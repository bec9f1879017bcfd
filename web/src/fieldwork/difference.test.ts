import { describe, expect, it } from 'vitest'
import { differenceWords } from './difference.ts'

describe('differenceWords', () => {
  it.each([
    ['number', 'hồ sơ', 8412, 8236, 'Ít hơn 176 hồ sơ (2,1%)'],
    ['number', 'hồ sơ', 0, 3, 'Nhiều hơn 3 hồ sơ'],
    ['number', null, 10, 11, 'Nhiều hơn 1 (10%)'],
    ['percent', '%', 88, 86.8, 'Thấp hơn 1,2 điểm phần trăm'],
    ['percent', '%', 95.1, 95.3, 'Cao hơn 0,2 điểm phần trăm'],
    ['money', 'triệu đồng', 1500, 1000, 'Ít hơn 500 triệu đồng (33,3%)'],
    ['number', 'hồ sơ', 5, 5, null],
    ['number', 'hồ sơ', null, 5, null],
    ['number', 'hồ sơ', 5, null, null],
  ] as const)('%s %s: reported %s, verified %s', (kind, unit, reported, verified, words) => {
    expect(differenceWords({ kind, unit, reported }, verified)).toBe(words)
  })
})
