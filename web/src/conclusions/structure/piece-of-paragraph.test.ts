import { describe, expect, test } from 'vitest'
import { pieceOfParagraph } from './piece-of-paragraph.ts'

const text = {
  overview: 'Buổi kiểm tra.',
  results: [{ fieldKey: 'a', text: 'Lời dẫn:\n-Rà soát đủ.\n+ Viết tay' }],
  shortcomings: [],
  causes: '',
  execution: '',
}
const structure = {
  ties: { overview: ['overview:session'], 'results.a': ['lead:results.a', 'point:1', null] },
  pieces: [
    { key: 'remedy:1', recommendationId: 'r', now: 'Khắc phục “x”' },
    { key: 'point:1', recommendationId: null, now: 'Khắc phục “x”' },
  ] as never,
}

describe('the piece that a printed paragraph came from', () => {
  test.each([
    ['Buổi kiểm tra.', 'overview:session'],
    ['Lời dẫn:', 'lead:results.a'],
    ['- Rà soát  đủ.', 'point:1'],
    ['+ Viết tay', undefined],
    ['Khắc phục “x”.', 'remedy:1'],
    ['Kết quả đạt được', undefined],
    [' ', undefined],
  ])('%s', (printed, key) => {
    expect(pieceOfParagraph(printed, text, structure)).toBe(key)
  })
})
