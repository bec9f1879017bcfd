import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audienceOf, dueStep } from './ladder.ts'

const cases: { left: number; taken?: number[]; told?: number; step: number | null; because: string }[] = [
  { left: 8, step: null, because: 'nothing is due yet' },
  { left: 7, step: 7, because: 'the first step' },
  { left: 7, taken: [7], step: null, because: 'taken' },
  { left: 5, taken: [7], step: null, because: 'between two steps' },
  { left: 5, step: 7, because: 'the first was missed, or the visit was announced late' },
  { left: 3, taken: [7], step: 3, because: 'the second step' },
  { left: 2, taken: [7], step: 3, because: 'the second was missed' },
  { left: 2, step: 3, because: 'two were missed: only the later is made up for' },
  { left: 1, taken: [7, 3], step: 1, because: 'the eve' },
  { left: 0, taken: [7, 3, 1], step: 0, because: 'the day' },
  { left: -1, taken: [0], step: -1, because: 'the first day after' },
  { left: -2, taken: [-1], step: null, because: 'not every day' },
  { left: -3, taken: [-1], step: -3, because: 'the third day after' },
  { left: -4, taken: [-3], step: null, because: 'not every day' },
  { left: -5, taken: [-3], step: -5, because: 'once in five' },
  { left: -9, taken: [-5], step: null, because: 'once in five' },
  { left: -10, taken: [-5], step: -10, because: 'once in five' },
  { left: 4, told: 5, step: null, because: 'asked yesterday for five days from then' },
  { left: 3, told: 5, step: 3, because: 'the first step after it was asked' },
  { left: 2, told: 3, step: null, because: 'asked yesterday for three days from then' },
  { left: 1, told: 3, step: 1, because: 'the eve' },
  { left: 0, told: 1, step: 0, because: 'the day itself' },
  { left: -12, step: -10, because: 'the latest of the missed ones' },
]

describe('the step to take', () => {
  test.each(cases)('$left left, taken $taken: $step, $because', ({ left, taken = [], told, step }) => {
    expect(dueStep(left, taken, told)).toBe(step)
  })

  test('day after day, with days missed at random, no step is taken twice and none comes before its day', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (isOn) => {
        const taken: number[] = []
        for (const [day, on] of isOn.entries()) {
          const left = 10 - day
          // The machine may look more than once a day.
          for (const _ of on ? [1, 2] : []) {
            const step = dueStep(left, taken)
            if (step === null) continue
            expect(step).toBeGreaterThanOrEqual(left)
            expect(taken).not.toContain(step)
            taken.push(step)
          }
        }
        expect(taken).toEqual([...taken].sort((a, b) => b - a))
      }),
    )
  })
})

test.each([
  { step: 7, isWithHead: false, to: ['officers'] },
  { step: 3, isWithHead: false, to: ['officers'] },
  { step: 1, isWithHead: false, to: ['officers', 'head'] },
  { step: 0, isWithHead: false, to: ['officers', 'head'] },
  { step: -1, isWithHead: false, to: ['officers', 'head', 'office'] },
  { step: -25, isWithHead: false, to: ['officers', 'head', 'office'] },
  { step: 3, isWithHead: true, to: ['head'] },
  { step: -3, isWithHead: true, to: ['head', 'office'] },
])('step $step reaches $to (with the head: $isWithHead)', ({ step, isWithHead, to }) => {
  expect(audienceOf(step, isWithHead)).toEqual(to)
})
