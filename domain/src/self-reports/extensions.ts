import { holds, type Viewer } from '../access/permissions.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { type CalendarDay, dayVerdict, nthWorkingDayBefore, verdictInWords } from '../dates/working-days.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import type { InspectionState } from '../inspections/states.ts'
import { Refusal } from '../refusals.ts'
import type { ExtensionsView } from './extension-contract.ts'

/** What a request for more time is judged by. */
export interface ExtensionStanding {
  readonly unitCode: string
  readonly inspectionState: InspectionState
  readonly visitOn: CalendarDate | null
  readonly sentAt: string | null
  /** A request that nobody has decided yet. */
  readonly isOpen: boolean
  readonly today: CalendarDate
}

/** The last day that can be a report's deadline: the working day before the visit. */
export function lastDeadline(visitOn: CalendarDate, days: readonly CalendarDay[]): CalendarDate {
  return nthWorkingDayBefore(visitOn, 1, days).dueOn
}

/**
 * Why no more time can be asked for now, or null. Only the head asks, for the unit's own report, once at a time, before it is
 * first sent and before the visit. After the deadline it can still be asked – a storm may fall on the very day – and is marked
 * as late; whoever decides sees that. Basis: this product's own rule; mục IV.3 names no extension.
 */
export function askRefusal(viewer: Pick<Viewer, 'roles' | 'unitCode'>, standing: ExtensionStanding): Refusal | null {
  if (!holds(viewer, 'self-report.send') || viewer.unitCode !== standing.unitCode) return new Refusal('not-permitted')
  const rules: [boolean, string, string][] = [
    [
      standing.inspectionState !== 'announced' || standing.visitOn === null,
      'cuộc kiểm tra không ở bước chờ báo cáo',
      'Gia hạn chỉ có nghĩa từ khi thông báo lịch đến buổi kiểm tra.',
    ],
    [
      standing.sentAt !== null,
      'báo cáo đã gửi lần đầu nên đã xét đúng hạn hay muộn',
      'Sửa báo cáo đã gửi không cần gia hạn.',
    ],
    [
      standing.isOpen,
      'một đề nghị gia hạn đang chờ quyết định',
      'Chờ Phó Trưởng đoàn Thường trực quyết định, hoặc rút đề nghị đó rồi gửi lại.',
    ],
    [
      standing.visitOn !== null && standing.visitOn <= standing.today,
      'buổi kiểm tra đã đến',
      'Gửi báo cáo ngay; báo cáo vẫn được nhận và ghi là muộn.',
    ],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  return broken ? new Refusal('extension-not-possible', { why: broken[1], way: broken[2] }) : null
}

/** Why this date cannot be the new deadline, or null: a working day, not past, after the deadline that stands, before the visit. */
export function newDateRefusal(
  date: CalendarDate,
  { visitOn, dueOn, today }: { visitOn: CalendarDate; dueOn: CalendarDate; today: CalendarDate },
  days: readonly CalendarDay[],
): Refusal | null {
  const last = lastDeadline(visitOn, days)
  const verdict = dayVerdict(date, days)
  const room =
    last > dueOn && last >= today
      ? `Chọn một ngày làm việc sau ${formatDate(dueOn)} và chậm nhất ${formatDateWithWeekday(last)}.`
      : 'Giữa hạn hiện nay và buổi kiểm tra không còn ngày làm việc nào để gia hạn; muốn thêm thời gian thì phải dời buổi kiểm tra.'
  const rules: [boolean, string][] = [
    [date >= visitOn, `báo cáo phải có trước buổi kiểm tra ${formatDateWithWeekday(visitOn)}`],
    [date <= dueOn, `không muộn hơn hạn hiện nay (${formatDate(dueOn)})`],
    [date < today, 'đã qua'],
    [!verdict.working, `là ngày nghỉ (${verdictInWords(verdict)})`],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  return broken ? new Refusal('extension-date', { date: formatDate(date), why: broken[1], way: room }) : null
}

/**
 * Why a request cannot be taken back by this person, or null: only the unit's head, for the unit's own report. Until when is
 * decided by the request itself, which must not be decided yet. Basis: this product's own rule.
 */
export function withdrawRefusal(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  { unitCode }: Pick<ExtensionStanding, 'unitCode'>,
): Refusal | null {
  return holds(viewer, 'self-report.send') && viewer.unitCode === unitCode ? null : new Refusal('not-permitted')
}

/** What this person may do about more time now. */
export function extensionActions(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  standing: ExtensionStanding,
): ExtensionsView['actions'] {
  const actions: ExtensionsView['actions'] = []
  if (askRefusal(viewer, standing) === null) actions.push('ask')
  if (standing.isOpen && withdrawRefusal(viewer, standing) === null) actions.push('withdraw')
  if (standing.isOpen && holds(viewer, 'extension.prepare')) actions.push('prepare')
  if (standing.isOpen && holds(viewer, 'extension.decide')) actions.push('decide')
  return actions
}
