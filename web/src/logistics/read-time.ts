/** A time as people write it – "7:30", "7h30", "0730", "13" – as "07:30"; null where it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:h.g]\s*(\d{2})?|(\d{2}))?$/i.exec(text.trim())
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}
