import { holds, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { DraftShowing, ShowingPoint } from '@cchc/domain/conclusions/answer-contract.ts'
import { answerStanding, showingActions } from '@cchc/domain/conclusions/showing.ts'
import { workingDaysLeft } from '@cchc/domain/dates/working-days.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import { readCalendar } from '../calendar/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { DraftShowings } from '../platform/schema.ts'

export interface ShownPoint {
  readonly key: string
  readonly name: string
  readonly text: string
}
export type ShowingRecord = Omit<Selectable<DraftShowings>, 'points' | 'state'> & {
  readonly points: readonly ShownPoint[]
  readonly state: 'open' | 'sent' | 'closed'
  readonly unitCode: string
  readonly unitName: string
}

/** What was shown of inspections that the viewer may know; row-level security leaves the team and the unit it was shown to. */
function selectShowings({ db, viewer }: Pick<Context, 'db' | 'viewer'>) {
  return visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('draftShowings', 'draftShowings.inspectionId', 'inspections.inspectionId')
    .selectAll('draftShowings')
    .select(['inspections.unitCode', 'units.fullName as unitName'])
}

type Row = Selectable<DraftShowings> & { unitCode: string; unitName: string }
const recordOf = (row: Row) => row as unknown as ShowingRecord

/** One showing, or `no-such-showing`. */
export async function getShowing(context: Context, showingId: string): Promise<ShowingRecord> {
  const row = await selectShowings(context).where('draftShowings.showingId', '=', showingId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-showing')
  return recordOf(row)
}

/** The same, locked until the transaction ends. */
export async function lockShowing(context: Context, showingId: string): Promise<ShowingRecord> {
  const row = await selectShowings(context)
    .where('draftShowings.showingId', '=', showingId)
    .forUpdate('draftShowings')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-showing')
  return recordOf(row)
}

export async function newestShowing(context: Context, inspectionId: string): Promise<ShowingRecord | undefined> {
  const row = await selectShowings(context)
    .where('draftShowings.inspectionId', '=', inspectionId)
    .orderBy('draftShowings.showingNo', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** A showing as the viewer sees it: what the unit writes is its own until the head has sent it. */
export async function showingView(context: Context, showing: ShowingRecord): Promise<DraftShowing> {
  const { db, viewer, today } = context
  const { showingId, conclusionId, inspectionId, unitName, shownAt, dueOn, sentAt, state } = showing
  const ofUnit = viewer.unitCode === showing.unitCode && holds(viewer, 'draft.answer')
  const reveals = ofUnit || sentAt !== null
  const names = await db
    .selectFrom('people')
    .select(['personId', 'fullName'])
    .where('personId', 'in', [showing.shownBy, ...(showing.sentBy ? [showing.sentBy] : [])])
    .execute()
  const nameOf = (personId: string | null) => names.find((each) => each.personId === personId)?.fullName ?? null
  const answers = reveals ? await answersOf(context, showingId) : []
  return {
    showingId,
    conclusionId,
    inspectionId,
    unitName,
    shownAt,
    shownBy: nameOf(showing.shownBy) ?? '',
    dueOn,
    workingDaysLeft: workingDaysLeft(today, dueOn, await readCalendar(db)),
    standing: answerStanding(showing, today),
    sentAt,
    sentBy: nameOf(showing.sentBy),
    closed: state === 'closed',
    seen: await receiptsOf(context, showingId),
    points: showing.points.map((point) => ({ ...unsaid, ...point, ...answers.find(({ key }) => key === point.key) })),
    actions: showingActions({ viewer, ofUnit, state, hasAnswer: sentAt !== null }),
  }
}

const unsaid = {
  stance: null,
  answer: '',
  writtenBy: null,
  revision: 0,
  outcome: null,
  outcomeReason: '',
  settledBy: null,
  settledAt: null,
} satisfies Omit<ShowingPoint, 'key' | 'name' | 'text'>

async function answersOf({ db }: Context, showingId: string): Promise<Omit<ShowingPoint, 'name' | 'text'>[]> {
  const rows = await db
    .selectFrom('draftAnswers')
    .innerJoin('people', 'people.personId', 'draftAnswers.writtenBy')
    .leftJoin('people as settler', 'settler.personId', 'draftAnswers.settledBy')
    .select([
      'pointKey as key',
      'stance',
      'text as answer',
      'people.fullName as writtenBy',
      'revision',
      'outcome',
      'outcomeReason',
      'settler.fullName as settledBy',
      'settledAt',
    ])
    .where('showingId', '=', showingId)
    .execute()
  return rows.map((row) => ({
    ...row,
    stance: row.stance as ShowingPoint['stance'],
    outcome: row.outcome as ShowingPoint['outcome'],
  }))
}

async function receiptsOf({ db }: Context, showingId: string): Promise<DraftShowing['seen']> {
  return db
    .selectFrom('draftReceipts')
    .innerJoin('people', 'people.personId', 'draftReceipts.personId')
    .select(['people.fullName as who', 'people.post', 'seenAt as at'])
    .where('showingId', '=', showingId)
    .orderBy('seenAt')
    .orderBy('people.fullName')
    .execute()
}

/** Only somebody of the unit that a draft was shown to answers it; others get `no-such-showing`. */
export function requireOwnUnit({ viewer }: Context, { unitCode }: ShowingRecord): void {
  if (viewer.unitCode !== unitCode || !worksForInspectedUnit(viewer)) throw new Refusal('no-such-showing')
}
