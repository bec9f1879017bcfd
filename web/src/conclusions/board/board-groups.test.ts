import type { PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { describe, expect, it } from 'vitest'
import { grouped, membersOf, shownPoints } from './board-groups.ts'

const point = (text: string, fieldKey: string, ...members: string[]) =>
  ({
    text,
    fieldKey,
    cause: '',
    responsible: '',
    sources: members.map((recordedBy) => ({ recordedBy })),
  }) as unknown as PointView

const fields = [
  { fieldKey: 'b', name: 'Thể chế' },
  { fieldKey: 'a', name: 'Thủ tục' },
]
const points = [point('Một', 'a', 'Bình'), point('Đúng hạn', 'b', 'An', 'Bình'), point('Ba', 'a', 'An')]
const all = { fieldKey: '', member: '', search: '' }
const textsOf = (some: readonly PointView[]) => some.map(({ text }) => text)

describe('the board', () => {
  it('is narrowed by field, by whoever recorded any of the sources, and by words without diacritics', () => {
    expect(textsOf(shownPoints(points, all))).toEqual(['Một', 'Đúng hạn', 'Ba'])
    expect(textsOf(shownPoints(points, { ...all, fieldKey: 'a' }))).toEqual(['Một', 'Ba'])
    expect(textsOf(shownPoints(points, { ...all, member: 'Bình' }))).toEqual(['Một', 'Đúng hạn'])
    expect(textsOf(shownPoints(points, { ...all, search: 'dung han' }))).toEqual(['Đúng hạn'])
    expect(membersOf({ points })).toEqual(['An', 'Bình'])
  })

  it('groups by the campaign’s fields or by who recorded first', () => {
    const names = (grouping: 'field' | 'member' | 'none') =>
      grouped(points, grouping, fields).map((group) => [group.name, textsOf(group.points)])
    expect(names('field')).toEqual([
      ['Thể chế', ['Đúng hạn']],
      ['Thủ tục', ['Một', 'Ba']],
    ])
    expect(names('member')).toEqual([
      ['An', ['Đúng hạn', 'Ba']],
      ['Bình', ['Một']],
    ])
    expect(names('none')).toEqual([['', ['Một', 'Đúng hạn', 'Ba']]])
  })
})
