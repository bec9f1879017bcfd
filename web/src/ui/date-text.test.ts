import { describe, expect, test } from 'vitest'
import { readDate, writeDate } from './date-text.ts'

describe('a date as people type it', () => {
  test.each([
    ['17/9/2026', '2026-09-17'],
    ['17-09-2026', '2026-09-17'],
    ['17.9.26', '2026-09-17'],
    [' 17 9 2026 ', '2026-09-17'],
    ['17092026', '2026-09-17'],
    ['1/2/2026', '2026-02-01'],
    ['29/2/2028', '2028-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toEqual({ kind: 'date', iso })
  })

  test('takes the year of the season where none is typed, and none where there is no season', () => {
    expect(readDate('17/9', 2026)).toEqual({ kind: 'date', iso: '2026-09-17' })
    expect(readDate('17/9')).toMatchObject({ kind: 'wrong' })
  })

  test.each(['31/2/2026', '29/2/2026', '0/1/2026', '1/13/2026', '2026-09-17', 'mai', '17/9/026'])(
    '%s is refused with a sentence that names it',
    (text) => {
      const reading = readDate(text, 2026)
      expect(reading.kind).toBe('wrong')
      expect(reading.kind === 'wrong' && reading.sentence).toContain(`“${text}”`)
    },
  )

  test('is empty when nothing is typed', () => {
    expect(readDate('  ')).toEqual({ kind: 'empty' })
  })

  test('is written as it can be read', () => {
    for (const iso of ['2026-01-05', '2024-02-29', '2026-12-31']) {
      expect(readDate(writeDate(iso))).toEqual({ kind: 'date', iso })
    }
  })
})
