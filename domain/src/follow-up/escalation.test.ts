import fc from 'fast-check'
import { expect, it } from 'vitest'
import { climb, climbInWords, ranksAt, reachedOn } from './escalation.ts'

it.each([
  [8, []],
  [7, ['officers']],
  [3, ['officers']],
  [1, ['officers', 'head']],
  [0, ['officers', 'head']],
  [-1, ['officers', 'head']],
  [-3, ['officers', 'head', 'standing-deputy']],
  [-5, ['officers', 'head', 'standing-deputy']],
  [-10, ['officers', 'head', 'standing-deputy', 'leader']],
  [-40, ['officers', 'head', 'standing-deputy', 'leader']],
])('%i working days left: %j', (step, to) => {
  expect(ranksAt(step)).toEqual(to)
})

it('climbs and never goes down again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 20 }), (step) => {
      expect(ranksAt(step - 1)).toEqual(expect.arrayContaining([...ranksAt(step)]))
    }),
  )
})

it('reaches each row on its working day', () => {
  expect(climb.map((rung) => reachedOn(rung, '2026-08-17', []))).toEqual([
    '2026-08-06',
    '2026-08-14',
    '2026-08-20',
    '2026-08-31',
  ])
})

it('is told as it is', () => {
  expect(climbInWords()).toBe(
    'còn 7 ngày làm việc: công chức đầu mối; còn 1 ngày làm việc: thêm lãnh đạo đơn vị; quá hạn 3 ngày làm việc: thêm Phó Trưởng đoàn Thường trực; quá hạn 10 ngày làm việc: thêm Trưởng đoàn',
  )
})
