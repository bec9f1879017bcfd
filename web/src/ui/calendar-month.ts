/** The weeks of a month as a calendar shows them: Monday first, ISO dates, days of the neighbouring months included. */
export function weeksOfMonth(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const monday = addDays(`${month}-01`, -((first.getUTCDay() + 6) % 7))
  const weeks: string[][] = []
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)))
  }
  return weeks
}

/** The date so many days later (or earlier, when negative). */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last day of that month where it is shorter. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return `${last.toISOString().slice(0, 8)}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** "Thứ Năm" for an ISO date. */
export function weekdayOf(iso: string): string {
  return weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? ''
}
