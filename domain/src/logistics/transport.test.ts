import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayPerson, Pickup, Rider } from './contract.ts'
import { routesOfDay, totalKm } from './route.ts'
import {
  isSameRider,
  overfullSentence,
  overlap,
  passengerSeats,
  riddenTwice,
  type TransportQuestion,
  transportProblems,
} from './transport.ts'

const day = '2026-09-17'
const rider = (name: string): Rider => ({ personId: null, teamMemberId: null, name })
const person = (name: string, halfDays: DayPerson['halfDays'] = ['morning']): DayPerson => ({
  ...rider(name),
  post: '',
  agencyName: null,
  guest: false,
  halfDays,
})
const pickup = (names: readonly string[], at = '07:00'): Pickup => ({
  place: 'Cổng cơ quan',
  at,
  riders: names.map(rider),
})
const vehicle = (plate: string, seats = 7, outOfUse = false) => ({
  vehicleId: plate,
  name: 'Xe',
  plate,
  seats,
  seatsIncludeDriver: true,
  outOfUse,
})
const trip = (
  plate: string,
  names: readonly string[],
  more: { seats?: number; departsAt?: string; returnsAt?: string; outOfUse?: boolean } = {},
) => ({
  vehicle: vehicle(plate, more.seats, more.outOfUse),
  travelOn: day,
  departsAt: more.departsAt ?? '07:00',
  returnsAt: more.returnsAt ?? '11:30',
  pickups: [pickup(names)],
})
const morning = [{ unitName: 'Phường Lê Chân', halfDay: 'morning' as const }]
const rulesOf = (question: Partial<TransportQuestion>) =>
  transportProblems({ day, visits: morning, people: [], trips: [], ...question }).map(({ rule }) => rule)

test.each([
  [{ seats: 7, seatsIncludeDriver: true }, 6],
  [{ seats: 6, seatsIncludeDriver: false }, 6],
  [{ seats: 1, seatsIncludeDriver: true }, 0],
])('the driver’s seat is left out where the office counts it: %o', (one, seats) => {
  expect(passengerSeats(one)).toBe(seats)
})

describe('what is wrong with a day', () => {
  const two = [person('An'), person('Bình')]
  test.each<[string, Partial<TransportQuestion>, string[]]>([
    ['all in order', { people: two, trips: [trip('15A', ['An', 'Bình'])] }, []],
    ['no vehicle', { people: two }, ['no-vehicle']],
    ['a vehicle and no visit', { visits: [], trips: [trip('15A', [])] }, ['spare-vehicle']],
    ['neither', { visits: [] }, []],
    ['somebody without a place', { people: two, trips: [trip('15A', ['An'])] }, ['not-placed']],
    [
      'too few seats for those who go',
      { people: two, trips: [trip('15A', ['An'], { seats: 2 })] },
      ['too-few-seats', 'not-placed'],
    ],
    [
      'more on the list than seats',
      { people: two, trips: [trip('15A', ['An', 'Bình'], { seats: 2 })] },
      ['overfull', 'too-few-seats'],
    ],
    [
      'one person in two vehicles',
      { people: two, trips: [trip('15A', ['An', 'Bình']), trip('15B', ['An'])] },
      ['in-two-vehicles'],
    ],
    [
      'one person in two vehicles, one after the other',
      {
        people: two,
        trips: [trip('15A', ['An', 'Bình']), trip('15B', ['An'], { departsAt: '13:00', returnsAt: '17:00' })],
      },
      [],
    ],
    [
      'one vehicle twice at one time',
      { people: two, trips: [trip('15A', ['An']), trip('15A', ['Bình'], { departsAt: '11:00', returnsAt: '12:00' })] },
      ['vehicle-twice'],
    ],
    ['a vehicle out of use', { people: two, trips: [trip('15A', ['An', 'Bình'], { outOfUse: true })] }, ['out-of-use']],
  ])('%s', (_, question, rules) => {
    expect(rulesOf(question)).toEqual(rules)
  })

  test('a seat that no longer goes is named, a guest by name alone is not', () => {
    const gone = { personId: null, teamMemberId: 'seat', name: 'Cường' }
    const guest = rider('Phóng viên')
    const trips = [
      { ...trip('15A', ['An']), pickups: [{ place: 'Cổng', at: '07:00', riders: [rider('An'), gone, guest] }] },
    ]
    expect(transportProblems({ day, visits: morning, people: [person('An')], trips })).toMatchObject([
      { rule: 'not-of-the-day', sentence: expect.stringContaining('Cường không còn') },
    ])
  })

  test('the afternoon is counted by itself: a vehicle that is back by noon has no seats for it', () => {
    const visits = [...morning, { unitName: 'Phường Hải Dương', halfDay: 'afternoon' as const }]
    const people = [person('An', ['morning', 'afternoon'])]
    const problems = transportProblems({ day, visits, people, trips: [trip('15A', ['An'])] })
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'Buổi chiều có 1 người đi mà các xe chỉ có 0 chỗ: thiếu 1 chỗ. Thêm một xe hoặc đổi xe lớn hơn.',
    ])
  })

  test('a pick-up earlier than the one before it is named', () => {
    const pickups = [pickup(['An'], '07:10'), { ...pickup(['Bình'], '07:00'), place: 'Sở Tư pháp' }]
    const trips = [{ ...trip('15A', []), pickups }]
    expect(transportProblems({ day, visits: morning, people: two, trips }).map(({ sentence }) => sentence)).toEqual([
      'Xe (15A) đón ở Sở Tư pháp lúc 07:00, sớm hơn điểm đón trước đó. Sửa giờ hoặc đổi thứ tự.',
    ])
  })
})

test('the sentence says how many seats are missing', () => {
  expect(
    overfullSentence({
      vehicle: { ...vehicle('15A', 5), ...named },
      pickups: [pickup(['A', 'B', 'C', 'D', 'E', 'F'])],
    }),
  ).toContain('có 4 chỗ cho người đi mà đã xếp 6 người: thiếu 2 chỗ')
})
const named = { name: 'Toyota Innova' }

const names = fc.array(fc.constantFrom('An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang', 'Hà'), { maxLength: 9 })

test('seats are missing exactly where riders outnumber them', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 12 }), fc.boolean(), (list, seats, seatsIncludeDriver) => {
      const one = { ...vehicle('15A', seats), seatsIncludeDriver }
      const free = seats - (seatsIncludeDriver ? 1 : 0)
      const sentence = overfullSentence({ vehicle: one, pickups: [pickup(list)] })
      expect(sentence === null).toBe(list.length <= free)
      if (sentence) expect(sentence).toContain(`thiếu ${list.length - free} chỗ`)
    }),
  )
})

test('whoever stands on the list twice is told once, however the list is cut into pick-ups', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 4 }), (list, size) => {
      const pickups = Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
        pickup(list.slice(index * size, (index + 1) * size)),
      )
      const counted = new Map(list.map((name) => [name, list.filter((one) => one === name).length]))
      expect(
        riddenTwice(pickups)
          .map(({ name }) => name)
          .sort(),
      ).toEqual([...counted].flatMap(([name, times]) => (times > 1 ? [name] : [])).sort())
    }),
  )
})

const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
const outing = fc
  .tuple(time, time)
  .filter(([a, b]) => a < b)
  .map(([departsAt, returnsAt]) => ({ travelOn: day, departsAt, returnsAt }))

test('two outings overlap exactly where they share an hour, whichever comes first', () => {
  fc.assert(
    fc.property(outing, outing, (a, b) => {
      const hours = (one: typeof a) =>
        Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).filter(
          (hour) => one.departsAt <= hour && hour < one.returnsAt,
        )
      const shared = hours(a).some((hour) => hours(b).includes(hour))
      expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared])
      expect(overlap(a, { ...b, travelOn: '2026-09-18' })).toBe(false)
    }),
  )
})

test.each<[Rider, Rider, boolean]>([
  [{ personId: 'a', teamMemberId: 's1', name: 'An' }, { personId: 'a', teamMemberId: 's2', name: 'Khác' }, true],
  [{ personId: 'a', teamMemberId: 's1', name: 'An' }, { personId: null, teamMemberId: 's1', name: 'An' }, false],
  [{ personId: null, teamMemberId: 's1', name: 'Ghế' }, { personId: null, teamMemberId: 's1', name: '' }, true],
  [rider('Nguyễn Văn An'), rider('nguyễn văn an '), true],
  [rider('Nguyễn Văn An'), rider('Nguyễn Văn Ân'), false],
  [rider('An'), rider('Bình'), false],
])('a rider is one by person, by seat, by name: %o, %o', (a, b, same) => {
  expect([isSameRider(a, b), isSameRider(b, a)]).toEqual([same, same])
})

describe('the way of a day', () => {
  const office = { lat: 20.86, lon: 106.68 }
  const stop = (
    name: string,
    halfDay: 'morning' | 'afternoon',
    place: { lat: number; lon: number } | null,
    teamGroup = 1,
  ) => ({
    name,
    halfDay,
    place,
    teamGroup,
  })
  const near = { lat: 20.9, lon: 106.68 }

  test('runs from the office through the morning and the afternoon, and back', () => {
    // 0.04 degrees of a meridian are 4.448 km, there and back 8.9 km, times 1.3.
    expect(routesOfDay(office, [stop('Lê Chân', 'morning', near)], 1.3)).toEqual([
      { teamGroup: 1, stops: ['Lê Chân'], km: 11.6 },
    ])
    expect(routesOfDay(office, [stop('B', 'afternoon', near), stop('A', 'morning', office)], 1)[0]!.stops).toEqual([
      'A',
      'B',
    ])
  })

  test('is unknown where a place is, and so is the total', () => {
    const routes = routesOfDay(office, [stop('A', 'morning', null), stop('B', 'morning', near, 2)], 1)
    expect(routes.map(({ km }) => km)).toEqual([null, 8.9])
    expect([totalKm(routes), totalKm(routes.slice(1))]).toEqual([null, 8.9])
  })
})
