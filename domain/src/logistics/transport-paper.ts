import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import { formatNumber } from '../formats/numbers.ts'
import { upperFirst } from '../formats/upper-first.ts'
import { halfDayNames } from '../inspections/contract.ts'
import { clause, dash, paragraph, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import type { TransportDay, TripView } from './contract.ts'
import { passengerSeats, ridersOf } from './transport.ts'

/**
 * The plan of shared transport of one day or of several, to be printed and hung up: a clause a day, a table a vehicle.
 * Basis: QĐ 2251/QĐ-UBND, mục IV.1.
 */
export function transportPaper({
  frame,
  legalBasis,
  from,
  to,
  days,
}: {
  readonly frame: PaperFrame
  readonly legalBasis: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly days: readonly TransportDay[]
}): Paper {
  const span = from === to ? `ngày ${formatDate(from)}` : `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`
  return composePaper({
    ...frame,
    type: 'plan',
    subject: `Bố trí phương tiện đi chung của Đoàn kiểm tra cải cách hành chính ${span}`,
    addressees: [],
    legalBases: [legalBasis],
    blocks:
      days.length === 0
        ? [paragraph(`Không có buổi kiểm tra nào ${span}.`)]
        : days.flatMap((day, index) => dayBlocks(day, index + 1)),
    appendices: [],
  })
}

function dayBlocks({ day, visits, trips, routes, problems }: TransportDay, number: number): Block[] {
  return [
    clause(`${number}.`, upperFirst(formatDateWithWeekday(day))),
    ...visits.map(({ halfDay, unitName, place }) =>
      dash(`${halfDayNames[halfDay]}: ${unitName}${place ? `, ${place}` : ''};`),
    ),
    ...routes.flatMap(({ km, stops }) =>
      km === null || km === 0
        ? []
        : [dash(`Lộ trình: ${stops.join(' – ')}, cả đi và về khoảng ${formatNumber(km, 0)} km (ước tính).`)],
    ),
    ...(trips.length === 0 && visits.length > 0 ? [paragraph('Chưa bố trí xe cho ngày này.')] : []),
    ...trips.flatMap(tripBlocks),
    ...problems.filter(({ rule }) => rule === 'not-placed').map(({ sentence }) => paragraph(sentence)),
  ]
}

function tripBlocks(trip: TripView): Block[] {
  const { vehicle, departsAt, returnsAt, pickups, note } = trip
  const driver = [
    vehicle.driverName && `người lái ${vehicle.driverName}`,
    vehicle.driverPhone && `điện thoại ${vehicle.driverPhone}`,
  ]
    .filter(Boolean)
    .join(', ')
  const rows = pickups.map(({ at, place, riders }, index) => [
    String(index + 1),
    at,
    place,
    riders.map(({ name }) => name).join('\n'),
  ])
  return [
    paragraph(
      `${vehicle.name}, biển số ${vehicle.plate}${driver ? ` (${driver})` : ''}: xuất phát ${departsAt}, về khoảng ${returnsAt}; ${ridersOf(trip).length} người trên ${passengerSeats(vehicle)} chỗ.${note ? ` ${note}` : ''}`,
    ),
    ...(rows.length === 0
      ? []
      : [
          table(
            [
              { title: 'TT', width: 8, align: 'center' },
              { title: 'Giờ đón', width: 14, align: 'center' },
              { title: 'Điểm đón', width: 36, align: 'left' },
              { title: 'Người đi', width: 42, align: 'left' },
            ],
            rows,
          ),
        ]),
  ]
}
