import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftsOf, moved, notPlaced, riderOf, withStop } from './pickup-draft.ts'

const person = (name: string) => ({
  personId: null,
  teamMemberId: name,
  name,
  post: '',
  agencyName: null,
  guest: false,
  halfDays: ['morning' as const],
})

test('a moved stop stands where it was put, and the others keep their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), fc.nat(5), (count, from, to) => {
      const drafts = draftsOf(
        Array.from({ length: count }, (_, index) => ({ place: String(index), at: '07:00', riders: [] })),
      )
      const [a, b] = [from % count, to % count]
      const places = moved(drafts, a, b).map(({ place }) => place)
      expect(places[b]).toBe(String(a))
      const others = drafts.map(({ place }) => place).filter((place) => place !== String(a))
      expect(places.filter((place) => place !== String(a))).toEqual(others)
    }),
  )
})

test('whoever stands at a stop is placed; a new stop takes the time of the one before', () => {
  const [an, binh] = [person('An'), person('Bình')]
  const drafts = withStop(draftsOf([{ place: 'Cổng', at: '06:45', riders: [riderOf(an)] }]), 'Sở Tư pháp', '07:00')
  expect(notPlaced([an, binh], drafts)).toEqual([binh])
  expect(drafts.map(({ at }) => at)).toEqual(['06:45', '06:45'])
})
