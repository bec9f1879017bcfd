/** Where the present comes from. A clock is passed in, so that tests and the illustrative season can stand in another day. */
export type Clock = { now(): Date }

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that always shows the same instant. */
export function stoppedClock(at: Date): Clock {
  return { now: () => new Date(at) }
}

const vietnameseDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day (`YYYY-MM-DD`) of an instant in Việt Nam (Asia/Ho_Chi_Minh). */
export function calendarDay(at: Date): string {
  return vietnameseDay.format(at)
}
