import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import type { RecommendationDetail, RemedyView } from '@cchc/domain/follow-up/contract.ts'
import { dueDateAfterSendBack } from '@cchc/domain/follow-up/more-time.ts'
import type { ProofFile } from '@cchc/domain/follow-up/proof-file.ts'
import { followUpActions } from '@cchc/domain/follow-up/rules.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { recommendationView, selectRecommendations } from '../conclusions/recommendations.ts'
import type { Context } from '../platform/context.ts'
import { thirdPartySteps } from './third-party-steps.ts'

/**
 * Recommendations of issued conclusions that the viewer may know; of a notice that was replaced, what had been settled before:
 * the rest went on to the notice that took its place, or was closed there.
 */
export function selectIssuedRecommendations({ db, viewer }: Pick<Context, 'db' | 'viewer'>) {
  return selectRecommendations(db, viewer).where((eb) =>
    eb.or([
      eb('conclusions.state', '=', 'issued'),
      eb.and([eb('conclusions.state', '=', 'replaced'), eb('recommendations.state', '=', 'verified')]),
    ]),
  )
}

/** What earlier years asked for and is still open, whoever's campaign it was: nothing is copied into the next one. */
export function selectCarriedRecommendations(context: Pick<Context, 'db' | 'viewer'>, year: number) {
  return selectIssuedRecommendations(context)
    .where('inspections.year', '<', year)
    .where('recommendations.state', '<>', 'verified')
    .orderBy('recommendations.dueOn')
    .orderBy('units.fullName')
    .orderBy('conclusions.draftOrder')
    .orderBy('recommendations.position')
}

/** One recommendation of an issued conclusion, or `no-such-recommendation`. */
export async function getRecommendationView(context: Context, recommendationId: string): Promise<RecommendationView> {
  const row = await selectIssuedRecommendations(context)
    .where('recommendations.recommendationId', '=', recommendationId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-recommendation')
  return recommendationView(row, context.today, await readCalendar(context.db))
}

/** The same, its row locked until the transaction ends. */
export async function lockRecommendation(context: Context, recommendationId: string): Promise<RecommendationView> {
  const locked = await selectIssuedRecommendations(context)
    .where('recommendations.recommendationId', '=', recommendationId)
    .forUpdate('recommendations')
    .executeTakeFirst()
  if (!locked) throw new Refusal('no-such-recommendation')
  return recommendationView(locked, context.today, await readCalendar(context.db))
}

/** One recommendation with everything done about it, oldest remedy first, and what the viewer may do now. */
export async function recommendationDetail(context: Context, recommendationId: string): Promise<RecommendationDetail> {
  const view = await getRecommendationView(context, recommendationId)
  return {
    ...view,
    remedies: await remediesOf(context, recommendationId),
    thirdParty: view.addresseeKind === 'unit' ? [] : await thirdPartySteps(context, recommendationId),
    sendBackDueOn: dueDateAfterSendBack({ dueOn: view.dueOn, today: context.today }, await readCalendar(context.db)),
    actions: followUpActions(context.viewer, view),
  }
}

async function remediesOf({ db }: Context, recommendationId: string): Promise<RemedyView[]> {
  const rows = await db
    .selectFrom('remedies')
    .innerJoin('people as unitPerson', 'unitPerson.personId', 'remedies.submittedBy')
    .leftJoin('people as judge', 'judge.personId', 'remedies.verifiedBy')
    .leftJoin('people as goer', 'goer.personId', 'remedies.revisitBy')
    .select([
      'remedyId',
      'turn',
      'text',
      'fileIds',
      'unitPerson.fullName as submittedBy',
      'submittedAt',
      'verdict',
      'verdictReason',
      'verifiedHow',
      'sentBackDueOn',
      'revisitOn',
      'revisitHalfDay',
      'revisitNote',
      'goer.fullName as goer',
      'judge.fullName as verifiedBy',
      'verifiedAt',
    ])
    .where('recommendationId', '=', recommendationId)
    .orderBy('turn')
    .execute()
  const ids = rows.flatMap(({ fileIds }) => fileIds)
  const files: ProofFile[] =
    ids.length === 0
      ? []
      : await db
          .selectFrom('attachments')
          .select(['attachmentId', 'name', 'size', 'sha256'])
          .where('attachmentId', 'in', ids)
          .execute()
  return rows.map(({ fileIds, verdict, verifiedHow, revisitOn, revisitHalfDay, revisitNote, goer, ...row }) => ({
    ...row,
    verifiedHow: verifiedHow as RemedyView['verifiedHow'],
    revisit:
      revisitOn && revisitHalfDay
        ? { on: revisitOn, halfDay: revisitHalfDay as HalfDay, note: revisitNote, by: goer }
        : null,
    verdict: verdict as RemedyView['verdict'],
    files: fileIds.flatMap((id) => files.filter(({ attachmentId }) => attachmentId === id)),
  }))
}
