/** From how many minutes on a wrong clock is spoken of. */
const allowed = 5

/** The sentence about a clock that is off by more than five minutes, ahead where `milliseconds` is positive; null where it is right. */
export function clockSentence(milliseconds: number): string | null {
  const minutes = Math.round(milliseconds / 60_000)
  if (Math.abs(minutes) <= allowed) return null
  const off = Math.abs(minutes)
  const [hours, rest] = [Math.floor(off / 60), off % 60]
  const words = [hours > 0 && `${hours} giờ`, rest > 0 && `${rest} phút`].filter(Boolean).join(' ')
  return `Đồng hồ máy này ${minutes > 0 ? 'nhanh' : 'chậm'} ${words} so với máy chủ. Giờ ghi trên máy sẽ sai theo; hãy chỉnh lại ngày giờ của máy.`
}
