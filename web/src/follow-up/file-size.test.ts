import { expect, test } from 'vitest'
import { sizeInWords } from './file-size.ts'

test.each([
  [1, '1 KB'],
  [1023, '1 KB'],
  [310 * 1024, '310 KB'],
  [1024 * 1024 - 1, '1.024 KB'],
  [1024 * 1024, '1 MB'],
  [2.44 * 1024 * 1024, '2,4 MB'],
  [20 * 1024 * 1024, '20 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
