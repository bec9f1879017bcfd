import { expect, it } from 'vitest'
import { clockSentence } from './clock-check.ts'

const minutes = (count: number) => count * 60_000

it.each([
  ['right', 0, null],
  ['the way of an answer', 4_000, null],
  ['five minutes are let pass', minutes(5), null],
  ['six minutes ahead', minutes(6), /nhanh 6 phút so với máy chủ/],
  ['two hours behind', minutes(-120), /chậm 2 giờ so với máy chủ/],
  ['two hours and a half ahead', minutes(150), /nhanh 2 giờ 30 phút/],
])('a clock that is %s', (_, off, sentence) => {
  if (sentence === null) expect(clockSentence(off)).toBeNull()
  else expect(clockSentence(off)).toMatch(sentence)
})
