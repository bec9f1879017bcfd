/** Reading and writing of dates as people do: day, month, year. ISO dates inside; no clock, no zone. */

function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** "2026-09-17" → "17/09/2026". */
export function writeDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${month}/${year}`
}

export type DateReading = { kind: 'empty' } | { kind: 'date'; iso: string } | { kind: 'wrong'; sentence: string }

/**
 * Reads 17/9/2026, 17-09-2026, 17.9.26, 17092026 and 17/9 (then of `year`). Day before month, always; two-digit
 * years are of this century. Anything else, or a day that does not exist, is a sentence.
 */
export function readDate(text: string, year?: number): DateReading {
  const typed = text.trim()
  if (!typed) return { kind: 'empty' }
  const parts =
    /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  const written = parts?.[3] ?? (year === undefined ? undefined : String(year))
  if (!parts || !written) {
    return { kind: 'wrong', sentence: `Không đọc được ngày “${typed}”. Nhập ngày/tháng/năm, ví dụ 17/9/2026.` }
  }
  const fullYear = written.length === 2 ? 2000 + Number(written) : Number(written)
  const iso = realDate(fullYear, Number(parts[2]), Number(parts[1]))
  return iso
    ? { kind: 'date', iso }
    : { kind: 'wrong', sentence: `Ngày “${typed}” không có trong lịch. Nhập ngày/tháng/năm, ví dụ 17/9/2026.` }
}
