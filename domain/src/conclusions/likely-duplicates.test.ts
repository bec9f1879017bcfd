import { describe, expect, it, test } from 'vitest'
import { type Comparable, likelyDuplicates } from './likely-duplicates.ts'

const point = (pointId: string, text: string, more: Partial<Comparable> = {}): Comparable => ({
  pointId,
  text,
  fieldKey: 'admin-procedures',
  place: 'shortcoming',
  praise: false,
  apart: [],
  ...more,
})

describe('likely duplicates', () => {
  test.each([
    ['the same words', 'Còn 12 hồ sơ đất đai quá hạn', 'Còn 12 hồ sơ đất đai quá hạn', true],
    ['another count', 'Còn 12 hồ sơ đất đai quá hạn', 'Còn 15 hồ sơ đất đai quá hạn.', true],
    ['no diacritics', 'Chưa niêm yết thủ tục hành chính', 'chua niem yet thu tuc hanh chinh', true],
    ['another order', 'Thủ tục hành chính chưa được niêm yết', 'Chưa niêm yết thủ tục hành chính', true],
    [
      'one says more',
      'Niêm yết thủ tục hành chính chưa đầy đủ',
      'Niêm yết thủ tục hành chính chưa đầy đủ tại bộ phận một cửa và trên cổng thông tin của phường',
      true,
    ],
    ['another matter', 'Còn 12 hồ sơ đất đai quá hạn', 'Chưa niêm yết thủ tục hành chính', false],
    ['two words alike', 'Hồ sơ đất đai quá hạn', 'Hồ sơ hộ tịch lưu thiếu', false],
    ['figures alone', '12', '12', false],
  ])('%s', (_, one, other, isLikely) => {
    expect(likelyDuplicates([point('a', one), point('b', other)])).toEqual(isLikely ? [{ one: 'a', other: 'b' }] : [])
  })

  const text = 'Chưa niêm yết thủ tục hành chính'
  test.each([
    ['in another field', { fieldKey: 'institutions' }],
    ['as praise', { praise: true, place: 'strength' }],
    ['left out', { place: 'left-out' }],
    ['said to be apart', { apart: ['a'] }],
  ])('the same words are none %s', (_, more) => {
    expect(likelyDuplicates([point('a', text), point('b', text, more)])).toEqual([])
  })

  it('are the same whichever comes first', () => {
    const points = [point('a', text), point('b', text), point('c', `${text} tại quầy`), point('d', 'Thiếu sổ theo dõi')]
    const pairs = (all: readonly Comparable[]) =>
      likelyDuplicates(all)
        .map(({ one, other }) => [one, other].sort().join())
        .sort()
    expect(pairs(points)).toEqual(['a,b', 'a,c', 'b,c'])
    expect(pairs(points.toReversed())).toEqual(pairs(points))
  })
})
