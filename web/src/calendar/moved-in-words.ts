import type { MovedDeadline } from '@cchc/domain/calendar/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { z } from 'zod'

/** What a change of the calendar moved, in one or two sentences. */
export function movedInWords(moved: readonly z.infer<typeof MovedDeadline>[]): string {
  const [first, ...rest] = moved
  if (!first) return 'Không có hạn báo cáo nào thay đổi.'
  const one = `Hạn báo cáo của ${first.unitName} chuyển${first.from ? ` từ ${formatDate(first.from)}` : ''} sang ${formatDate(first.to)}`
  return rest.length === 0 ? `${one}.` : `${one}, cùng ${rest.length} đơn vị khác.`
}
