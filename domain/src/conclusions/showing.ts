import { holds, type Viewer } from '../access/permissions.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { DraftShowing } from './answer-contract.ts'

export interface ShowingStanding {
  readonly state: 'open' | 'sent' | 'closed'
  readonly dueOn: CalendarDate
  readonly sentAt: string | null
  /** Whether the answer came after its day; null while there is none. */
  readonly late: boolean | null
}

/** How the unit's answer to a draft stands today: its day itself is in time, and none is waited for once the notice is issued. */
export function answerStanding(
  { state, dueOn, sentAt, late }: ShowingStanding,
  today: CalendarDate,
): DraftShowing['standing'] {
  if (sentAt !== null) return late ? 'late' : 'in-time'
  return state === 'closed' || today > dueOn ? 'missing' : 'waited-for'
}

/** What may be done about a draft that was shown; a late answer is still taken in until the notice is issued. */
export function showingActions({
  viewer,
  ofUnit,
  state,
  hasAnswer,
}: {
  readonly viewer: Pick<Viewer, 'roles'>
  readonly ofUnit: boolean
  readonly state: ShowingStanding['state']
  readonly hasAnswer: boolean
}): DraftShowing['actions'] {
  const allowed: Record<DraftShowing['actions'][number], boolean> = {
    write: ofUnit && state === 'open' && holds(viewer, 'draft.answer'),
    send: ofUnit && state === 'open' && holds(viewer, 'draft.send'),
    settle: !ofUnit && state === 'sent' && hasAnswer && holds(viewer, 'conclusion.draft'),
  }
  return (Object.keys(allowed) as DraftShowing['actions']).filter((action) => allowed[action])
}
