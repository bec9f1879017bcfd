import type { ThirdPartyAct, ThirdPartyStep } from '@cchc/domain/follow-up/third-party-contract.ts'
import type { Context } from '../platform/context.ts'

/** What was written down about a recommendation to somebody else than the unit, oldest first. */
export async function thirdPartySteps(
  { db }: Pick<Context, 'db'>,
  recommendationId: string,
): Promise<ThirdPartyStep[]> {
  const rows = await db
    .selectFrom('thirdPartySteps as steps')
    .innerJoin('people', 'people.personId', 'steps.recordedBy')
    .select(['step', 'onDay', 'letter', 'note', 'people.fullName as recordedBy', 'recordedAt'])
    .where('steps.recommendationId', '=', recommendationId)
    .orderBy('stepOrder')
    .execute()
  return rows.map(({ step, ...row }) => ({ ...row, step: step as ThirdPartyAct }))
}
