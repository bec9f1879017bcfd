/** Dates and instants as Vietnamese papers and screens write them. Dates come as 'YYYY-MM-DD', instants as ISO 8601. */

const weekdayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

/** '2026-07-05' → "05/07/2026". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** '2026-07-05' → "05/07": for lists whose year is plain. */
export function formatDayAndMonth(date: string): string {
  return formatDate(date).slice(0, 5)
}

/**
 * The long form of official papers: "ngày 05 tháng 01 năm 2026". Days below 10 and the months 1 and 2 get a leading zero,
 * so that no digit can be written in before them. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I.
 */
export function formatLongDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `ngày ${day < 10 ? '0' : ''}${day} tháng ${month < 3 ? '0' : ''}${month} năm ${year}`
}

/** The weekday in the middle of a sentence: "thứ Tư", "Chủ nhật". */
export function formatWeekday(date: string): string {
  return weekdayNames[new Date(`${date}T00:00:00Z`).getUTCDay()]!
}

/** '2026-07-15' → "thứ Tư 15/07/2026". */
export function formatDateWithWeekday(date: string): string {
  return `${formatWeekday(date)} ${formatDate(date)}`
}

/** An instant on the clocks of Vietnam (Asia/Ho_Chi_Minh, UTC+7 all year): "15/07/2026 09:42". */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}
