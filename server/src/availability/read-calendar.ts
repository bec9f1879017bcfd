import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import { eventDays, joinedDays, type Occurrence, withinPeriod } from '@cchc/domain/availability/event-days.ts'
import { addDays, type CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import ICAL from 'ical.js'
import { vietnamTime } from './vietnam-time.ts'

/** One event of a calendar file with the busy times that it makes within the period; none where it makes nobody busy there. */
export interface CalendarEvent {
  readonly uid: string
  readonly title: string
  readonly times: readonly Pick<BusyTime, 'from' | 'to' | 'halfDay'>[]
  /** Why it makes nobody busy. */
  readonly leftOut: 'cancelled' | 'free' | 'outside' | null
}

interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The file is no calendar, or one that cannot be read in reasonable time; `why` reads "Không đọc được tệp: …". */
export class UnreadableCalendar extends Error {
  readonly why: string
  constructor(why: string) {
    super(why)
    this.name = 'UnreadableCalendar'
    this.why = why
  }
}

/** An event that repeats each working day from 1970 on has half as many. */
const mostRepeats = 20_000
const mostEvents = 5_000
const longestTitle = 200

/**
 * The events of an iCalendar text, by UID in the order of the file: repeated ones spread out within the period with their
 * exceptions, cancelled and free ("transparent") ones without times. Times are Vietnam's; those without a zone are taken as such.
 * Basis: RFC 5545.
 */
export function readCalendar(text: string, period: Period): CalendarEvent[] {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) throw new UnreadableCalendar('đây không phải tệp lịch iCalendar')
  const components = componentsOf(text)
  if (components.length > mostEvents)
    throw new UnreadableCalendar(`tệp có hơn ${mostEvents.toLocaleString('vi')} sự kiện; chỉ xuất năm nay`)
  const byUid = new Map<string, ICAL.Event[]>()
  for (const component of components) {
    const event = new ICAL.Event(component)
    const uid = clean(event.uid ?? '', 500)
    if (uid && event.startDate) byUid.set(uid, [...(byUid.get(uid) ?? []), event])
  }
  return [...byUid].map(([uid, events]) => readEvent(uid, events, period))
}

function componentsOf(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    // Several calendars in one file come as a list of them.
    const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
    return calendars.flatMap((calendar) => new ICAL.Component(calendar as never).getAllSubcomponents('vevent'))
  } catch {
    throw new UnreadableCalendar('nội dung bị hỏng hoặc bị cắt ngang')
  }
}

/** The event itself and the occurrences of it that were changed one by one. */
function readEvent(uid: string, events: readonly ICAL.Event[], period: Period): CalendarEvent {
  const [shown] = events.filter((event) => !event.isRecurrenceException()).concat(events)
  const busy = events.filter((event) => isCancelled(event) === false && isFree(event) === false)
  const changed = new Set(
    events.flatMap((event) => (event.isRecurrenceException() ? event.recurrenceId.toString() : [])),
  )
  const days = busy.flatMap((event) => [...occurrencesOf(event, changed, period)]).flatMap((one) => daysOf(one, period))
  const times = joinedDays(days)
  const why = events.every(isCancelled) ? 'cancelled' : busy.length === 0 ? 'free' : 'outside'
  return { uid, title: titleOf(shown!), times, leftOut: times.length > 0 ? null : why }
}

/** Cut to the period before it is taken day by day: an event may last for centuries. */
function daysOf(occurrence: Occurrence, period: Period) {
  if (occurrence.wholeDays) return withinPeriod(eventDays(occurrence), period)
  const { start, end } = occurrence
  const [first, last] = [`${period.from}T00:00`, `${addDays(period.to, 1)}T00:00`]
  if (start >= last || (end <= first && start < first)) return []
  return eventDays({ wholeDays: false, start: start < first ? first : start, end: end > last ? last : end })
}

function* occurrencesOf(event: ICAL.Event, changed: ReadonlySet<string>, period: Period): Generator<Occurrence> {
  if (event.isRecurrenceException() || !event.isRecurring()) {
    yield occurrence(event, event.startDate, event.endDate)
    return
  }
  const rule = event.component.getFirstPropertyValue('rrule') as ICAL.Recur | null
  if (rule && ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq))
    throw new UnreadableCalendar(`sự kiện “${titleOf(event)}” lặp lại nhiều lần trong một ngày`)
  const iterator = event.iterator()
  const beyond = addDays(period.to, 2)
  for (let count = 0; ; count++) {
    if (count > mostRepeats) throw new UnreadableCalendar(`sự kiện “${titleOf(event)}” lặp lại quá nhiều lần`)
    const at = iterator.next()
    if (!at || dateOf(at) > beyond) return
    if (changed.has(at.toString())) continue
    const details = event.getOccurrenceDetails(at)
    yield occurrence(event, details.startDate, details.endDate)
  }
}

function occurrence(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Occurrence {
  if (start.isDate) {
    const from = dateOf(start)
    // The end of whole days is the day after; some programs write the day itself.
    const to = end && dateOf(end) > from ? addDays(dateOf(end), -1) : from
    return { wholeDays: true, from, to }
  }
  const zone = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  return { wholeDays: false, start: vietnamTime(start, zone), end: vietnamTime(end ?? start, zone) }
}

const two = (value: number) => String(value).padStart(2, '0')
const dateOf = ({ year, month, day }: ICAL.Time): CalendarDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

const textOf = (event: ICAL.Event, name: string) =>
  String(event.component.getFirstPropertyValue(name) ?? '').toUpperCase()
const isCancelled = (event: ICAL.Event) => textOf(event, 'status') === 'CANCELLED'
const isFree = (event: ICAL.Event) => textOf(event, 'transp') === 'TRANSPARENT'

/** What its owner has marked as private keeps its name to itself. */
function titleOf(event: ICAL.Event): string {
  return ['PRIVATE', 'CONFIDENTIAL'].includes(textOf(event, 'class')) ? '' : clean(event.summary ?? '', longestTitle)
}

function clean(text: string, longest: number): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ')
    .trim()
    .slice(0, longest)
}
