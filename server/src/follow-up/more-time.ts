import { workingDaysBetween } from '@cchc/domain/dates/working-days.ts'
import {
  type DueChange,
  type MoreTimeRequest,
  type MoreTimeView,
  moreTimeStateNames,
} from '@cchc/domain/follow-up/extension-contract.ts'
import { moreTimeActions } from '@cchc/domain/follow-up/more-time.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import type { Context } from '../platform/context.ts'
import { decidedAlready, requestView } from '../self-reports/extensions.ts'
import { getRecommendationView } from './queries.ts'

/** Every request of one recommendation with what became of it, and what the viewer may do; a proposal stays in the office. */
export async function moreTimeView(context: Context, recommendationId: string): Promise<MoreTimeView> {
  const recommendation = await getRecommendationView(context, recommendationId)
  return {
    requests: await requestsOf(context, recommendationId),
    dueChanges: await dueChangesOf(context, recommendationId),
    actions: moreTimeActions(context.viewer, recommendation),
  }
}

async function requestsOf({ db, viewer }: Context, recommendationId: string): Promise<MoreTimeRequest[]> {
  const rows = await db
    .selectFrom('recommendationExtensions as requests')
    .innerJoin('people as asker', 'asker.personId', 'requests.askedBy')
    .leftJoin('people as decider', 'decider.personId', 'requests.decidedBy')
    .leftJoin('people as proposer', 'proposer.personId', 'requests.proposedBy')
    .selectAll('requests')
    .select(['asker.fullName as asker', 'decider.fullName as decider', 'proposer.fullName as proposer'])
    .where('requests.recommendationId', '=', recommendationId)
    .orderBy('requests.askingOrder', 'desc')
    .execute()
  return rows.map((row) => ({
    ...requestView(row, viewer),
    state: row.state as MoreTimeRequest['state'],
    grantedWorkingDays: row.grantedWorkingDays,
  }))
}

async function dueChangesOf({ db }: Context, recommendationId: string): Promise<DueChange[]> {
  const rows = await db
    .selectFrom('recommendationDueChanges as changes')
    .innerJoin('people', 'people.personId', 'changes.changedBy')
    .select(['fromDue as from', 'toDue as to', 'cause', 'reason', 'people.fullName as by', 'at'])
    .where('changes.recommendationId', '=', recommendationId)
    .orderBy('changeOrder')
    .execute()
  return rows.map(({ cause, ...row }) => ({ ...row, cause: cause as DueChange['cause'] }))
}

/** A request that waits for its decision, locked; `no-such-extension`, or `extension-decided`. */
export async function lockOpenRequest({ db }: Context, recommendationId: string, extensionId: string) {
  const row = await db
    .selectFrom('recommendationExtensions')
    .selectAll()
    .where('recommendationId', '=', recommendationId)
    .where('extensionId', '=', extensionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-extension')
  if (row.state !== 'asked')
    throw decidedAlready(moreTimeStateNames[row.state as MoreTimeRequest['state']], row.grantedTo)
  return row
}

/** Takes an open request back, if there is one: what has been reported needs no more time. */
export async function withdrawOpenRequest(
  { db, viewer, now }: Context,
  recommendationId: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('recommendationExtensions')
    .set({ state: 'withdrawn', decidedBy: viewer.personId, decidedAt: now, decisionReason: reason })
    .where('recommendationId', '=', recommendationId)
    .where('state', '=', 'asked')
    .execute()
}

/** Moves the due date and writes down why; gives the working days between the two. */
export async function moveDueDate(
  { db, viewer, now }: Context,
  recommendationId: string,
  { from, to, cause, reason }: { from: string; to: string; cause: DueChange['cause']; reason: string },
): Promise<number> {
  await db
    .insertInto('recommendationDueChanges')
    .values({ recommendationId, fromDue: from, toDue: to, cause, reason, changedBy: viewer.personId, at: now })
    .execute()
  await db
    .updateTable('recommendations')
    .set((eb) => ({ dueOn: to, revision: eb('revision', '+', 1) }))
    .where('recommendationId', '=', recommendationId)
    .execute()
  return workingDaysBetween(from, to, await readCalendar(db))
}
