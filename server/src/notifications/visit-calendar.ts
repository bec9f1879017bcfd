import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { visitInstants } from '@cchc/domain/inspections/half-day-times.ts'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One visit as a calendar entry. Everything in it leaves the house. */
export interface CalendarVisit {
  readonly inspectionId: string
  readonly visitOn: string
  readonly halfDay: HalfDay
  readonly place: string
  readonly summary: string
  readonly description: string
  /** The inspection's revision: it rises with every change, so that a calendar knows which of two is the newer. */
  readonly sequence: number
}

export interface Organiser {
  readonly name: string
  readonly email: string
}

const product = { company: 'kiem-tra-cchc', product: 'Kiểm tra CCHC', language: 'VI' }
const methods = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
} as const

/** An invitation, or the taking back of one, to be sent with a mail; `now` is the instant it is made. */
export function visitInvitation(
  visit: CalendarVisit,
  method: 'request' | 'cancel',
  organiser: Organiser,
  now: string,
): { name: string; mediaType: string; content: string } {
  const content = visitCalendar([visit], method, organiser, now)
  return { name: 'lich-kiem-tra.ics', mediaType: `text/calendar; method=${methods[method]}`, content }
}

/**
 * Visits as iCalendar text. Times are given in UTC and without a zone: every calendar shows them on its own clock. An
 * inspection keeps its UID whatever happens to it.
 */
export function visitCalendar(
  visits: readonly CalendarVisit[],
  method: keyof typeof methods,
  organiser: Organiser,
  now: string,
  name: string | null = null,
): string {
  const calendar = ical({ prodId: product, method: methods[method], name })
  for (const visit of visits) {
    const { startsAt, endsAt } = visitInstants(visit.visitOn, visit.halfDay)
    calendar.createEvent({
      id: `${visit.inspectionId}@kiem-tra-cchc`,
      sequence: visit.sequence,
      stamp: new Date(now),
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: visit.summary,
      location: visit.place,
      description: visit.description,
      organizer: { name: organiser.name, email: organiser.email },
      status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
