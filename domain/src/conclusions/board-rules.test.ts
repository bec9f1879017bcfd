import { describe, expect, it, test } from 'vitest'
import { boardColumns, firstPlace, type PointStanding, pointPlaces, rootOf, undoneAt } from './board-rules.ts'

const asked = { dueOn: '2026-08-25', proofExpected: 'Báo cáo' }
const ready: PointStanding = {
  place: 'shortcoming',
  cause: 'Thiếu người',
  responsible: 'Văn phòng',
  sources: 1,
  recommendations: [asked],
}

describe('what is still to be done at a point', () => {
  test.each<[Partial<PointStanding>, string[]]>([
    [{}, []],
    [{ place: 'unplaced', cause: '' }, ['chưa xếp vào phần nào']],
    [{ place: 'strength', recommendations: [] }, []],
    [{ place: 'strength' }, ['còn kiến nghị dù không phải tồn tại, vi phạm']],
    [{ place: 'left-out', recommendations: [] }, []],
    [
      { place: 'violation', cause: ' ', responsible: '', recommendations: [] },
      ['chưa ghi nguyên nhân', 'chưa ghi trách nhiệm của ai', 'chưa có kiến nghị'],
    ],
    [{ recommendations: [{ ...asked, proofExpected: '' }] }, ['kiến nghị chưa nêu minh chứng']],
    [{ recommendations: [{ ...asked, dueOn: '2026-07-19' }] }, ['kiến nghị có hạn đã qua']],
    [{ sources: 0 }, ['không còn phát hiện nào làm căn cứ']],
  ])('%o', (more, undone) => {
    expect(undoneAt({ ...ready, ...more }, '2026-07-20')).toEqual(undone)
  })
})

describe('the board', () => {
  it('has one column for every place', () => {
    expect(boardColumns.flatMap(({ places }) => [...places]).sort()).toEqual([...pointPlaces].sort())
  })

  it('places a finding as it was recorded; a thematic one waits for a person', () => {
    expect(firstPlace({ kind: 'violation', registrationId: null })).toBe('violation')
    expect(firstPlace({ kind: 'violation', registrationId: 'r' })).toBe('unplaced')
  })

  it('finds the point that others were merged into, over several merges', () => {
    const merged = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['c', null],
    ])
    expect(['a', 'b', 'c', 'd'].map((each) => rootOf(each, merged))).toEqual(['c', 'c', 'c', 'd'])
  })
})
