import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { CampaignParams, Done, Id, InspectionParams, Line, Revision, Text } from '../shapes.ts'

/** A time of day in Việt Nam, "07:30". */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết như 07:30')

export const vehicleOwnerships = ['own', 'hired'] as const
export const vehicleOwnershipNames: Record<(typeof vehicleOwnerships)[number], string> = {
  own: 'Xe cơ quan',
  hired: 'Xe thuê',
}

const VehicleBody = z.object({
  /** As the office writes it: "Toyota Innova". */
  name: Line,
  plate: Line,
  /** As the office writes it; `seatsIncludeDriver` says whether the driver's own seat is among them. */
  seats: z.number().int().min(1, 'ít nhất 1 chỗ').max(60, 'nhiều nhất 60 chỗ'),
  seatsIncludeDriver: z.boolean(),
  driverName: Text,
  driverPhone: Text,
  ownership: z.enum(vehicleOwnerships),
  note: Text,
  outOfUse: z.boolean(),
})

export const VehicleView = z.object({
  vehicleId: Id,
  name: z.string(),
  plate: z.string(),
  seats: z.number().int(),
  seatsIncludeDriver: z.boolean(),
  /** Seats for people of the team, the driver's left out. */
  passengerSeats: z.number().int(),
  driverName: z.string(),
  driverPhone: z.string(),
  ownership: z.enum(vehicleOwnerships),
  note: z.string(),
  outOfUse: z.boolean(),
  revision: Revision,
})
export type VehicleView = z.infer<typeof VehicleView>

/** Who sits in a vehicle: a person, a seat of the team without a name yet, or a guest by name alone. */
export const Rider = z.object({ personId: Id.nullable(), teamMemberId: Id.nullable(), name: Line })
export type Rider = z.infer<typeof Rider>

/** Where some of them are picked up; the order of the list is the order of the drive. */
export const Pickup = z.object({ place: Line, at: TimeOfDay, riders: z.array(Rider).max(60) })
export type Pickup = z.infer<typeof Pickup>

const TripBody = z.object({
  vehicleId: Id,
  travelOn: CalendarDate,
  departsAt: TimeOfDay,
  returnsAt: TimeOfDay,
  pickups: z.array(Pickup).max(20),
  note: Text,
})

export const TripView = z.object({
  tripId: Id,
  /** Set for the trip of one unannounced inspection, null for a trip of the day. */
  inspectionId: Id.nullable(),
  vehicle: VehicleView,
  travelOn: CalendarDate,
  departsAt: z.string(),
  returnsAt: z.string(),
  pickups: z.array(Pickup),
  note: z.string(),
  revision: Revision,
})
export type TripView = z.infer<typeof TripView>

/** Something about a day's transport that somebody must see to; an `error` cannot stay as it is. */
export const TransportProblem = z.object({
  rule: z.enum([
    'no-vehicle',
    'spare-vehicle',
    'too-few-seats',
    'overfull',
    'in-two-vehicles',
    'vehicle-twice',
    'not-placed',
    'not-of-the-day',
    'out-of-use',
    'pickup-order',
  ]),
  level: z.enum(['error', 'warning']),
  sentence: z.string(),
})
export type TransportProblem = z.infer<typeof TransportProblem>

export const DayVisit = z.object({
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  halfDay: HalfDay,
  place: z.string().nullable(),
  teamGroup: z.number().int(),
})
export type DayVisit = z.infer<typeof DayVisit>

/** One who goes that day, by the rosters of its visits and the guests of merged thematic inspections. */
export const DayPerson = Rider.extend({
  post: z.string(),
  agencyName: z.string().nullable(),
  guest: z.boolean(),
  halfDays: z.array(HalfDay),
})
export type DayPerson = z.infer<typeof DayPerson>

/** The way of one group: from the office through the day's places and back. */
export const DayRoute = z.object({
  teamGroup: z.number().int(),
  stops: z.array(z.string()),
  /** Road kilometres, estimated; null where a place has no coordinates. */
  km: z.number().nullable(),
})
export type DayRoute = z.infer<typeof DayRoute>

export const TransportDaySummary = z.object({
  day: CalendarDate,
  visits: z.array(DayVisit),
  people: z.number().int(),
  vehicles: z.number().int(),
  seats: z.number().int(),
  km: z.number().nullable(),
  problems: z.array(TransportProblem),
})
export type TransportDaySummary = z.infer<typeof TransportDaySummary>

export const TransportDay = z.object({
  day: CalendarDate,
  visits: z.array(DayVisit),
  people: z.array(DayPerson),
  trips: z.array(TripView),
  routes: z.array(DayRoute),
  problems: z.array(TransportProblem),
})
export type TransportDay = z.infer<typeof TransportDay>

export const listVehicles = endpoint({
  method: 'GET',
  path: '/vehicles',
  access: 'transport.read',
  summary: 'The vehicles that the office can use',
  reply: z.object({ vehicles: z.array(VehicleView) }),
})

export const addVehicle = endpoint({
  method: 'POST',
  path: '/vehicles',
  access: 'transport.edit',
  summary: 'Add a vehicle',
  body: VehicleBody,
  reply: VehicleView,
})

export const saveVehicle = endpoint({
  method: 'PUT',
  path: '/vehicles/:vehicleId',
  access: 'transport.edit',
  summary: 'Change a vehicle, or mark it out of use; none is deleted',
  params: z.object({ vehicleId: Id }),
  body: VehicleBody.extend({ revision: Revision }),
  reply: VehicleView,
})

export const listTransportDays = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/transport',
  access: 'transport.read',
  summary:
    'Every visit day with its vehicles, seats, kilometres and what is wrong with them; days with a vehicle and no visit too',
  params: CampaignParams,
  reply: z.object({ days: z.array(TransportDaySummary) }),
})

export const getTransportDay = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/transport/:day',
  access: 'transport.read',
  summary: 'One day: visits, who goes, vehicles with their pick-up lists, route',
  params: CampaignParams.extend({ day: CalendarDate }),
  reply: TransportDay,
})

export const planTrip = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/trips',
  access: 'transport.edit',
  summary:
    'Give a visit day a vehicle with its pick-up list; with `inspectionId`, give one to an unannounced inspection, known to its circle alone',
  params: CampaignParams,
  body: TripBody.extend({ inspectionId: Id.nullable() }),
  reply: TripView,
})

export const saveTrip = endpoint({
  method: 'PUT',
  path: '/trips/:tripId',
  access: 'transport.edit',
  summary: 'Change a trip',
  params: z.object({ tripId: Id }),
  body: TripBody.extend({ revision: Revision }),
  reply: TripView,
})

export const cancelTrip = endpoint({
  method: 'POST',
  path: '/trips/:tripId/cancel',
  access: 'transport.edit',
  summary: 'Take a vehicle off a day',
  params: z.object({ tripId: Id }),
  body: z.object({ revision: Revision }),
  reply: Done,
})

export const listInspectionTrips = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/trips',
  access: 'transport.read',
  summary: 'The trips of one unannounced inspection, for those who may know it, with what they are warned of',
  params: InspectionParams,
  reply: z.object({ trips: z.array(TripView.extend({ warnings: z.array(z.string()) })) }),
})

const Days = z.object({ from: CalendarDate, to: CalendarDate })
const inOrder = ({ from, to }: z.infer<typeof Days>) =>
  from <= to && to <= `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
const outOfOrder = 'từ ngày phải trước đến ngày'
const Stretch = Days.refine(inOrder, outOfOrder)
const PaperStretch = Days.extend(PaperFormatQuery.shape).refine(inOrder, outOfOrder)

export const getTransportPaper = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/transport-paper',
  access: 'transport.read',
  summary: 'The vehicles of a day or a week as a paper to be printed',
  params: CampaignParams,
  query: Stretch,
  reply: z.object({ paper: Paper }),
})

export const downloadTransportPaper = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/transport-paper/file',
  access: 'transport.read',
  summary: 'The same as .docx or .pdf',
  params: CampaignParams,
  query: PaperStretch,
  reply: { bytes: paperMediaTypes.docx },
})
