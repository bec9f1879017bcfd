import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { mayChangeFinding } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'
import { openSession } from './open-session.ts'
import { type FindingRow, findFinding } from './queries.ts'

/** What a person writes in a finding. */
export interface FindingContent {
  readonly fieldKey: string
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
  readonly responsible: string
}

export function contentOf({ fieldKey, kind, text, cause, responsible }: FindingContent): FindingContent {
  return { fieldKey, kind, text, cause, responsible }
}

export function sameContent(a: FindingContent, b: FindingContent): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}

/** Refuses with `no-such-field` a field that the campaign does not inspect. */
export async function requireField(db: Db, campaignId: string, fieldKey: string): Promise<void> {
  const field = await db
    .selectFrom('campaignFields')
    .select('fieldKey')
    .where('campaignId', '=', campaignId)
    .where('fieldKey', '=', fieldKey)
    .executeTakeFirst()
  if (!field) throw new Refusal('no-such-field')
}

/** A finding of an open session, locked, for one who may change it; refuses with `no-such-finding` or `not-your-finding`. */
export async function findingToChange(
  context: Context,
  findingId: string,
): Promise<{ finding: FindingRow; campaignId: string }> {
  const known = await findFinding(context, findingId)
  if (!known) throw new Refusal('no-such-finding')
  const { standing, ground } = await openSession(context, known.inspectionId, 'record')
  await context.db
    .selectFrom('findings')
    .select('findingId')
    .where('findingId', '=', findingId)
    .forUpdate()
    .executeTakeFirst()
  const finding = await findFinding(context, findingId)
  if (!finding) throw new Refusal('no-such-finding')
  if (!mayChangeFinding(standing, finding.recorderId))
    throw new Refusal('not-your-finding', { who: finding.recordedBy })
  return { finding, campaignId: ground.campaignId }
}
