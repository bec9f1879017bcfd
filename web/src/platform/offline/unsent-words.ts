import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { Unsent } from './outbox-store.ts'

/** "12 điều chưa gửi · 3 ảnh (1,4 MB) · gửi lần cuối 09:41"; the date stands there too where it was not today (Asia/Ho_Chi_Minh). */
export function unsentWords(
  {
    unsent,
    sentAt,
    photos = 0,
    photoBytes = 0,
  }: Pick<Unsent, 'unsent' | 'sentAt'> & Partial<Pick<Unsent, 'photos' | 'photoBytes'>>,
  now: string,
): string {
  const pictures = photos === 0 ? '' : ` · ${photos} ảnh (${sizeWords(photoBytes)})`
  const what = unsent === 0 ? 'Đã gửi hết' : `${unsent} điều chưa gửi${pictures}`
  if (!sentAt) return unsent === 0 ? what : `${what} · chưa gửi lần nào`
  const [at, today] = [formatInstant(sentAt), formatInstant(now)]
  return `${what} · gửi lần cuối ${at.slice(0, 10) === today.slice(0, 10) ? at.slice(-5) : at}`
}

/** "412 KB", "1,3 MB". */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`
}
