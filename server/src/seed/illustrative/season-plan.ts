/** How far a unit's year has come on the illustrative today. */
export type Progress =
  | 'unscheduled'
  | 'scheduled'
  | 'announced'
  | 'drafting'
  | 'with-head'
  | 'not-sent'
  | 'sent'
  | 'visiting'
  | 'visited'
  | 'drafted'
  | 'reviewing'
  | 'remedying'
  | 'remedy-late'
  | 'done'

export interface PlannedVisit {
  readonly visitOn: string
  readonly halfDay: 'morning' | 'afternoon'
  readonly progress: Progress
  /** Working days by which the report came late; 0 is on time. */
  readonly daysLate?: number
  /** The visit stood here first, was announced, and then moved. */
  readonly movedFrom?: string
}

const visit = (
  visitOn: string,
  halfDay: 'morning' | 'afternoon',
  progress: Progress,
  more: Partial<PlannedVisit> = {},
): PlannedVisit => ({ visitOn, halfDay, progress, ...more })

/** The illustrative today: every stage of the year can be seen on it. */
export const illustrativeToday = '2026-09-15'

/** The season around it, by a unit's place in the decision's list; units beyond the table stay unscheduled. */
export const seasonPlan: readonly (PlannedVisit | null)[] = [
  visit('2026-07-14', 'morning', 'done'),
  visit('2026-10-27', 'morning', 'scheduled'),
  visit('2026-07-21', 'morning', 'done'),
  visit('2026-08-27', 'morning', 'reviewing'),
  visit('2026-09-17', 'afternoon', 'not-sent'),
  visit('2026-09-23', 'morning', 'drafting'),
  visit('2026-08-04', 'morning', 'remedying'),
  visit('2026-08-04', 'afternoon', 'remedying'),
  visit('2026-09-29', 'morning', 'drafting'),
  visit('2026-10-13', 'morning', 'scheduled'),
  visit('2026-10-13', 'afternoon', 'scheduled'),
  visit('2026-09-03', 'morning', 'drafted'),
  visit('2026-09-15', 'morning', 'visiting'),
  visit('2026-09-30', 'morning', 'announced'),
  visit('2026-07-28', 'morning', 'remedy-late', { daysLate: 1 }),
  visit('2026-09-18', 'morning', 'sent'),
  visit('2026-08-11', 'morning', 'remedying'),
  visit('2026-09-08', 'morning', 'visited'),
  visit('2026-09-22', 'morning', 'with-head'),
  visit('2026-09-24', 'morning', 'drafting'),
  visit('2026-09-10', 'morning', 'visited'),
  visit('2026-10-06', 'morning', 'announced', { movedFrom: '2026-09-25' }),
  visit('2026-10-20', 'morning', 'scheduled'),
  visit('2026-10-22', 'afternoon', 'scheduled'),
  visit('2026-11-03', 'morning', 'scheduled'),
  null,
  null,
]

const order: readonly Progress[] = [
  'unscheduled',
  'scheduled',
  'announced',
  'drafting',
  'not-sent',
  'with-head',
  'sent',
  'visiting',
  'visited',
  'drafted',
  'reviewing',
  'remedying',
  'remedy-late',
  'done',
]

/** Whether a visit has come at least as far as a stage. */
export function hasReached(visit: PlannedVisit, stage: Progress): boolean {
  return order.indexOf(visit.progress) >= order.indexOf(stage)
}
