import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

test.each([
  ['07:30', '07:30'],
  ['7:30', '07:30'],
  ['7h30', '07:30'],
  ['7h', '07:00'],
  ['13', '13:00'],
  ['0730', '07:30'],
  ['730', '07:30'],
  [' 7 . 05 ', '07:05'],
  ['24:00', null],
  ['7:60', null],
  ['', null],
  ['sáng', null],
])('“%s” is %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})
