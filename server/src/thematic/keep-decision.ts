import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { ThematicRecord } from './queries.ts'
import { registrationDetail } from './registration-view.ts'

/** Refuses with `changed-meanwhile` and what stands now when the unit has moved on since it was read. */
export async function requireFreshUnit(context: Context, unit: ThematicRecord, revision: number): Promise<void> {
  if (unit.revision === revision) return
  throw new Refusal(
    'changed-meanwhile',
    { what: `Đăng ký tại ${unit.unitName}` },
    { theirs: await registrationDetail(context, unit.registrationId) },
  )
}

/** Keeps who decided on a unit, when and with which words; a proposal is settled by it. */
export async function keepDecision({ db, viewer, now }: Context, inspectionId: string, note: string): Promise<void> {
  const decision = {
    decidedBy: viewer.personId,
    decidedAt: now,
    decisionNote: note,
    proposedAct: null,
    proposedHost: null,
    proposedBy: null,
    proposedAt: null,
    proposalNote: '',
  }
  await db
    .insertInto('thematicRecords')
    .values({ inspectionId, ...decision })
    .onConflict((conflict) => conflict.column('inspectionId').doUpdateSet(decision))
    .execute()
}
