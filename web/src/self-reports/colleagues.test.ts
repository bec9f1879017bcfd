import { expect, test } from 'vitest'
import { Colleagues } from './colleagues.ts'

const page = (personId: string, tab: string, itemKey: string | null) => ({
  personId,
  fullName: `Người ${personId}`,
  tab,
  itemKey,
})

test('a person on two pages is one, and I am not my own colleague', () => {
  const colleagues = new Colleagues()
  colleagues.set([page('b', '1', 'x.2'), page('me', '2', 'x.1'), page('b', '3', 'x.1'), page('a', '4', null)], 'me')
  expect(colleagues.all().map(({ personId, itemKeys }) => [personId, itemKeys])).toEqual([
    ['a', []],
    ['b', ['x.1', 'x.2']],
  ])
  expect(colleagues.inItem('x.1').map(({ personId }) => personId)).toEqual(['b'])
})

test('who is in an item stays the same list while only others move, and nobody is told where nothing changed', () => {
  const colleagues = new Colleagues()
  let told = 0
  colleagues.subscribe(() => {
    told += 1
  })
  colleagues.set([page('a', '1', 'x.1'), page('b', '2', 'x.2')], 'me')
  const before = colleagues.inItem('x.1')
  colleagues.set([page('b', '2', 'x.3'), page('a', '1', 'x.1')], 'me')
  expect(colleagues.inItem('x.1')).toBe(before)
  expect(colleagues.inItem('x.2')).toEqual([])
  colleagues.set([page('a', '1', 'x.1'), page('b', '2', 'x.3')], 'me')
  expect(told).toBe(2)
})
