import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { findingBelongsTo, mayChangeFinding, type VisitStanding } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'
import { readMergedRegistrations } from '../thematic/queries.ts'
import { openSession } from './open-session.ts'
import { type FindingRow, findFinding } from './queries.ts'

/** What a person writes in a finding. */
export interface FindingContent {
  readonly fieldKey: string
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
  readonly responsible: string
  /** The thematic inspection it belongs to; missing in what was recorded before there were any. */
  readonly registrationId?: string | null
}

export function contentOf(content: FindingContent): FindingContent & { registrationId: string | null } {
  const { fieldKey, kind, text, cause, responsible, registrationId = null } = content
  return { fieldKey, kind, text, cause, responsible, registrationId }
}

export function sameContent(a: FindingContent, b: FindingContent): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}

/** The thematic inspection that a finding belongs to, as the rules have it; refuses with `not-a-guest`. */
export async function belongingOf(
  { db }: Pick<Context, 'db'>,
  standing: VisitStanding,
  inspectionId: string,
  wanted: string | null,
): Promise<string | null> {
  const belonging = findingBelongsTo(standing, await readMergedRegistrations(db, inspectionId), wanted)
  if (belonging instanceof Refusal) throw belonging
  return belonging.registrationId
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
): Promise<{ finding: FindingRow; campaignId: string; standing: VisitStanding }> {
  const known = await findFinding(context, findingId)
  if (!known) throw new Refusal('no-such-finding')
  const { standing, ground } = await openSession(context, known.inspectionId, 'record-finding')
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
  return { finding, campaignId: ground.campaignId, standing }
}
