import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { halfDayNames } from '../inspections/contract.ts'
import type { DayPerson, DayVisit, Pickup, Rider, TransportProblem, TripView, VehicleView } from './contract.ts'

/**
 * The rules of shared transport. Basis: QĐ 2251/QĐ-UBND, mục IV.1 (the office arranges shared transport); how seats, places and
 * times are checked is this product's own.
 */

/** Seats for people of the team: the driver's seat is left out where the office counts it. */
export function passengerSeats({
  seats,
  seatsIncludeDriver,
}: Pick<VehicleView, 'seats' | 'seatsIncludeDriver'>): number {
  return Math.max(0, seats - (seatsIncludeDriver ? 1 : 0))
}

/** Whether two riders are one: by person, else by seat of the team, else by name; "An" and "Ân" are two. */
export function isSameRider(a: Rider, b: Rider): boolean {
  if (a.personId || b.personId) return a.personId === b.personId
  if (a.teamMemberId || b.teamMemberId) return a.teamMemberId === b.teamMemberId
  return plain(a.name) === plain(b.name)
}

const plain = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('vi')

/** Everybody of a pick-up list, in the order of the drive. */
export function ridersOf({ pickups }: { readonly pickups: readonly Pickup[] }): Rider[] {
  return pickups.flatMap(({ riders }) => riders)
}

/** When a vehicle is out: "07:00" to "11:30" of one day, both ends apart. */
export interface Outing {
  readonly travelOn: CalendarDate
  readonly departsAt: string
  readonly returnsAt: string
}

/** Whether two trips are out at the same time; one that comes back as the other leaves is not. */
export function overlap(a: Outing, b: Outing): boolean {
  return a.travelOn === b.travelOn && a.departsAt < b.returnsAt && b.departsAt < a.returnsAt
}

type DayTrip = Pick<TripView, 'departsAt' | 'returnsAt' | 'travelOn' | 'pickups'> & {
  readonly vehicle: Pick<VehicleView, 'vehicleId' | 'name' | 'plate' | 'seats' | 'seatsIncludeDriver' | 'outOfUse'>
}

export interface TransportQuestion {
  readonly day: CalendarDate
  readonly visits: readonly Pick<DayVisit, 'unitName' | 'halfDay'>[]
  readonly people: readonly DayPerson[]
  readonly trips: readonly DayTrip[]
}

/** Everything about a day's transport that somebody must see to, worst first; empty where all is in order. */
export function transportProblems(question: TransportQuestion): TransportProblem[] {
  const { visits, trips } = question
  if (visits.length === 0 && trips.length > 0) return [spareVehicle(question)]
  if (visits.length > 0 && trips.length === 0) return [noVehicle(question)]
  const problems = [
    ...trips.flatMap(overfull),
    ...pairsOf(trips).flatMap(([a, b]) => [...vehicleTwice(a, b), ...inTwoVehicles(a, b)]),
    ...trips.flatMap(inOneTwice),
    ...trips.flatMap(outOfUse),
    ...tooFewSeats(question),
    ...notPlaced(question),
    ...notOfTheDay(question),
    ...trips.flatMap(pickupOrder),
  ]
  return [...problems.filter(({ level }) => level === 'error'), ...problems.filter(({ level }) => level === 'warning')]
}

/** A vehicle by name and plate, as the office knows it. */
export function vehicleInWords({ name, plate }: Pick<VehicleView, 'name' | 'plate'>): string {
  return `${name} (${plate})`
}

function noVehicle({ day, visits, people }: TransportQuestion): TransportProblem {
  const where = visits.map(({ unitName, halfDay }) => `${halfDayNames[halfDay].toLowerCase()} ${unitName}`).join(', ')
  return error(
    'no-vehicle',
    `Chưa bố trí xe ngày ${formatDate(day)} (${where}) cho ${people.length} người. Thêm xe cho ngày này.`,
  )
}

function spareVehicle({ day, trips }: TransportQuestion): TransportProblem {
  const names = trips.map(({ vehicle }) => vehicleInWords(vehicle)).join(', ')
  return warning(
    'spare-vehicle',
    `Xe thừa: ngày ${formatDate(day)} không còn buổi kiểm tra nào mà vẫn giữ ${names}. Bỏ xe hoặc chuyển sang ngày mới.`,
  )
}

function overfull(trip: DayTrip): TransportProblem[] {
  const sentence = overfullSentence(trip)
  return sentence ? [error('overfull', sentence)] : []
}

/** What is wrong with more riders than seats, with how many are missing; null where all can sit. */
export function overfullSentence(trip: Pick<DayTrip, 'vehicle' | 'pickups'>): string | null {
  const [seats, riders] = [passengerSeats(trip.vehicle), ridersOf(trip).length]
  if (riders <= seats) return null
  return `${vehicleInWords(trip.vehicle)} có ${seats} chỗ cho người đi mà đã xếp ${riders} người: thiếu ${riders - seats} chỗ. Chuyển bớt người sang xe khác.`
}

function tooFewSeats({ people, trips }: TransportQuestion): TransportProblem[] {
  const short = (['morning', 'afternoon'] as const).flatMap((half) => {
    const going = people.filter(({ halfDays }) => halfDays.includes(half)).length
    const seats = trips
      .filter((trip) => isOutIn(trip, half))
      .reduce((sum, { vehicle }) => sum + passengerSeats(vehicle), 0)
    return going > seats ? [{ half, going, seats }] : []
  })
  return short.map(({ half, going, seats }) =>
    error(
      'too-few-seats',
      `Buổi ${halfDayNames[half].toLowerCase()} có ${going} người đi mà các xe chỉ có ${seats} chỗ: thiếu ${going - seats} chỗ. Thêm một xe hoặc đổi xe lớn hơn.`,
    ),
  )
}

/** Noon parts the half-days. */
function isOutIn({ departsAt, returnsAt }: DayTrip, half: 'morning' | 'afternoon'): boolean {
  return half === 'morning' ? departsAt < '12:00' : returnsAt > '12:00'
}

function vehicleTwice(a: DayTrip, b: DayTrip): TransportProblem[] {
  if (a.vehicle.vehicleId !== b.vehicle.vehicleId || !overlap(a, b)) return []
  return [
    error(
      'vehicle-twice',
      `${vehicleInWords(a.vehicle)} được xếp hai chuyến trùng giờ (${a.departsAt}–${a.returnsAt} và ${b.departsAt}–${b.returnsAt}). Đổi giờ hoặc đổi xe của một chuyến.`,
    ),
  ]
}

function inTwoVehicles(a: DayTrip, b: DayTrip): TransportProblem[] {
  if (!overlap(a, b)) return []
  return ridersOf(a)
    .filter((rider) => ridersOf(b).some((other) => isSameRider(rider, other)))
    .map(({ name }) =>
      error(
        'in-two-vehicles',
        `${name} được xếp vào hai xe cùng lúc: ${vehicleInWords(a.vehicle)} và ${vehicleInWords(b.vehicle)}. Bỏ khỏi một xe.`,
      ),
    )
}

function inOneTwice({ pickups, vehicle }: DayTrip): TransportProblem[] {
  return riddenTwice(pickups).map(({ name }) =>
    error('in-two-vehicles', `${name} có tên hai lần trên ${vehicleInWords(vehicle)}. Bỏ khỏi một điểm đón.`),
  )
}

/** Riders who stand on one pick-up list more than once. */
export function riddenTwice(pickups: readonly Pickup[]): Rider[] {
  const riders = ridersOf({ pickups })
  return riders.filter(
    (rider, index) =>
      riders.findIndex((other) => isSameRider(rider, other)) < index &&
      riders.slice(0, index).filter((other) => isSameRider(rider, other)).length === 1,
  )
}

function outOfUse({ vehicle }: DayTrip): TransportProblem[] {
  if (!vehicle.outOfUse) return []
  return [error('out-of-use', `${vehicleInWords(vehicle)} đã ngừng sử dụng. Đổi sang xe khác.`)]
}

function notPlaced({ people, trips }: TransportQuestion): TransportProblem[] {
  const riders = trips.flatMap(ridersOf)
  const left = people.filter((person) => !riders.some((rider) => isSameRider(rider, person)))
  if (left.length === 0) return []
  return [warning('not-placed', `Chưa xếp chỗ cho ${left.length} người: ${named(left)}. Xếp vào một điểm đón.`)]
}

function notOfTheDay({ people, trips }: TransportQuestion): TransportProblem[] {
  const strangers = trips.flatMap(ridersOf).filter(
    // A guest by name alone is the office's own affair.
    (rider) => (rider.personId || rider.teamMemberId) && !people.some((person) => isSameRider(rider, person)),
  )
  if (strangers.length === 0) return []
  return [
    warning(
      'not-of-the-day',
      `${named(strangers)} không còn trong thành phần các buổi kiểm tra của ngày này. Bỏ khỏi xe hoặc bổ sung vào thành phần.`,
    ),
  ]
}

function pickupOrder({ pickups, vehicle }: DayTrip): TransportProblem[] {
  const late = pickups.find((pickup, index) => index > 0 && pickup.at < pickups[index - 1]!.at)
  if (!late) return []
  return [
    warning(
      'pickup-order',
      `${vehicleInWords(vehicle)} đón ở ${late.place} lúc ${late.at}, sớm hơn điểm đón trước đó. Sửa giờ hoặc đổi thứ tự.`,
    ),
  ]
}

/** At most four by name, the rest counted. */
function named(riders: readonly Rider[]): string {
  const names = riders.map(({ name }) => name)
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} và ${names.length - 3} người khác`
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]))
}

const error = (rule: TransportProblem['rule'], sentence: string): TransportProblem => ({
  rule,
  level: 'error',
  sentence,
})
const warning = (rule: TransportProblem['rule'], sentence: string): TransportProblem => ({
  rule,
  level: 'warning',
  sentence,
})
