import { expect, it } from 'vitest'
import { bodyOf, draftOf, isBody, nextKey } from './registration-draft.ts'

const draft = {
  ...draftOf(null),
  title: ' Chứng thực ',
  content: 'Việc chứng thực',
  units: [{ key: nextKey(), unitCode: '11383', time: 'tháng 9' }],
}

it('leaves out rows that are wholly empty, and trims', () => {
  const body = bodyOf({ ...draft, units: [...draft.units, { key: nextKey(), unitCode: null, time: ' ' }] }, 2026)
  expect(body).toEqual({
    title: 'Chứng thực',
    content: 'Việc chứng thực',
    legalBasis: '',
    fieldKeys: [],
    people: [],
    units: [{ unitCode: '11383', wish: { from: '2026-09-01', to: '2026-09-30' } }],
  })
})

it.each([
  ['no title', { title: ' ' }, 'title'],
  ['no content', { content: '' }, 'content'],
  ['no unit', { units: [] }, 'units'],
  ['a unit without a time', { units: [{ key: 1, unitCode: '11383', time: '' }] }, 'units'],
  ['a time that is none', { units: [{ key: 1, unitCode: '11383', time: '31/9' }] }, 'units'],
  ['a time without a unit', { units: [{ key: 1, unitCode: null, time: 'tháng 9' }] }, 'units'],
])('with %s says so', (_, change, where) => {
  const answer = bodyOf({ ...draft, ...change }, 2026)
  expect(isBody(answer)).toBe(false)
  expect(answer).toHaveProperty(where)
})
