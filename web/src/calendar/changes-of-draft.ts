import type { CalendarChange, CalendarDayView, DayEntry } from '@cchc/domain/calendar/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { Draft } from './CalendarDayFields.tsx'

/** The row of a day without its date, as a change carries it. */
export function entryOf({ kind, name, basis, status }: CalendarDayView): DayEntry {
  return { kind, name, basis, status }
}

/** What a filled-in form asks to be changed: one day, or both days of a swap; or the sentence that says what is missing. */
export function changesOf(
  draft: Draft,
  day: CalendarDayView | null,
  days: readonly CalendarDayView[],
): CalendarChange[] | string {
  const { date, kind, status } = draft
  const [name, basis] = [draft.name.trim(), draft.basis.trim()]
  if (!date) return 'Chưa chọn ngày.'
  if (!name || !basis) return 'Ghi tên và căn cứ của ngày này (số, ngày của thông báo).'
  if (!day && days.some((row) => row.day === date))
    return `Ngày ${formatDate(date)} đã có trong danh sách. Bấm “Sửa” ở dòng của ngày đó.`
  const own: CalendarChange = { day: date, before: day && entryOf(day), to: { kind, name, basis, status } }
  const other = otherKind(kind)
  if (!other) return [own]
  if (draft.partner)
    return draft.withPartner
      ? [
          own,
          { day: draft.partner.day, before: entryOf(draft.partner), to: { ...entryOf(draft.partner), basis, status } },
        ]
      : [own]
  if (!draft.otherDate) return [own]
  if (days.some((row) => row.day === draft.otherDate) || draft.otherDate === date)
    return `Ngày ${formatDate(draft.otherDate)} đã có trong danh sách. Chọn ngày khác hoặc để trống.`
  const otherName =
    other === 'swapWork' ? `Làm bù cho ${formatDate(date)}` : `Nghỉ hoán đổi (làm bù ${formatDate(date)})`
  return [own, { day: draft.otherDate, before: null, to: { kind: other, name: otherName, basis, status } }]
}

/** The kind of the other day of a swap; null for a day that is no part of one. */
export function otherKind(kind: CalendarDayView['kind']): 'swapOff' | 'swapWork' | null {
  return kind === 'swapOff' ? 'swapWork' : kind === 'swapWork' ? 'swapOff' : null
}
