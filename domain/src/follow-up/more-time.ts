import { holds, type Viewer } from '../access/permissions.ts'
import type { RecommendationView } from '../conclusions/contract.ts'
import { recommendationStateNames } from '../conclusions/contract.ts'
import { isOwed } from '../conclusions/states.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay, dayVerdict, verdictInWords } from '../dates/working-days.ts'
import { formatDate } from '../formats/dates.ts'
import { Refusal } from '../refusals.ts'
import type { MoreTimeView } from './extension-contract.ts'

/** What a request for more time is judged by. */
export type MoreTimeStanding = Pick<RecommendationView, 'unitCode' | 'state' | 'addresseeKind' | 'waitsForTime'>

type Asker = Pick<Viewer, 'roles' | 'unitCode'>

/**
 * Why no more time can be asked for now, or null: only the unit's head, for what the unit owes, once at a time. After the due
 * date it can still be asked, and is marked as late. Basis: this product's own rule; the decision names no extension.
 */
export function askMoreTimeRefusal(viewer: Asker, standing: MoreTimeStanding): Refusal | null {
  if (!holds(viewer, 'recommendation.ask-time') || viewer.unitCode !== standing.unitCode)
    return new Refusal('not-permitted')
  const rules: [boolean, string, string][] = [
    [
      standing.addresseeKind !== 'unit',
      'kiến nghị này gửi cơ quan khác, đơn vị không phải khắc phục',
      'Không cần làm gì thêm.',
    ],
    [
      !isOwed(standing.state),
      `kiến nghị đang ở trạng thái “${recommendationStateNames[standing.state]}”`,
      'Chỉ gia hạn việc đơn vị còn phải làm.',
    ],
    [
      standing.waitsForTime,
      'một đề nghị gia hạn đang chờ quyết định',
      'Chờ quyết định, hoặc rút đề nghị đó rồi gửi lại.',
    ],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  return broken ? new Refusal('more-time-not-possible', { why: broken[1], way: broken[2] }) : null
}

/** Why this date cannot be the new due date, or null: a working day, not past, after the date that stands. */
export function newDueDateRefusal(
  date: CalendarDate,
  { dueOn, today }: { dueOn: CalendarDate; today: CalendarDate },
  days: readonly CalendarDay[],
): Refusal | null {
  const verdict = dayVerdict(date, days)
  const rules: [boolean, string][] = [
    [date <= dueOn, `không muộn hơn hạn hiện nay (${formatDate(dueOn)})`],
    [date < today, 'đã qua'],
    [!verdict.working, `là ngày nghỉ (${verdictInWords(verdict)})`],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  const from = addWorkingDays(dueOn > today ? dueOn : today, 1, days)
  return broken
    ? new Refusal('more-time-date', {
        date: formatDate(date),
        why: broken[1],
        way: `Chọn một ngày làm việc từ ${formatDate(from)} trở đi.`,
      })
    : null
}

/** Working days that a unit has at the least after what it reported was sent back. Parameter: this product's own. */
const termAfterSendBack = 5

/** The due date proposed when a remedy is not adequate: the date that stands, or five working days from today where that is later. */
export function dueDateAfterSendBack(
  { dueOn, today }: { dueOn: CalendarDate; today: CalendarDate },
  days: readonly CalendarDay[],
): CalendarDate {
  const term = addWorkingDays(today, termAfterSendBack, days)
  return term > dueOn ? term : dueOn
}

/** What this person may do about more time now. */
export function moreTimeActions(viewer: Asker, standing: MoreTimeStanding): MoreTimeView['actions'] {
  const isOpen = standing.waitsForTime
  const isOwn = viewer.unitCode === standing.unitCode
  const allowed: Record<MoreTimeView['actions'][number], boolean> = {
    ask: askMoreTimeRefusal(viewer, standing) === null,
    withdraw: isOpen && isOwn && holds(viewer, 'recommendation.ask-time'),
    prepare: isOpen && !isOwn && holds(viewer, 'extension.prepare'),
    decide: isOpen && !isOwn && holds(viewer, 'extension.decide'),
  }
  return (Object.keys(allowed) as MoreTimeView['actions']).filter((action) => allowed[action])
}
