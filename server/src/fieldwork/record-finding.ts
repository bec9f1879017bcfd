import type { Input } from '@cchc/domain/endpoint.ts'
import type { recordFinding as contract } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { belongingOf, contentOf, type FindingContent, requireField, sameContent } from './finding-content.ts'
import { openSession } from './open-session.ts'
import { findFinding, findingView } from './queries.ts'

/**
 * Records a finding under the id its device gave it, at revision 1. Sent again with the content it was first recorded with,
 * it changes nothing and is answered as it stands; another content under that id, or one since removed, is `finding-id-taken`.
 */
export const recordFinding: Act<typeof contract> = async (context, { params, body }) => {
  const { viewer, record } = context
  const { inspectionId } = params
  const { findingId } = body
  const { ground, standing } = await openSession(context, inspectionId, 'record-finding')
  const registrationId = await belongingOf(context, standing, inspectionId, body.registrationId)
  const content = contentOf({ ...body, registrationId })
  await requireField(context.db, ground.campaignId, content.fieldKey)
  const isNew =
    !(await firstContent(context, inspectionId, findingId)) &&
    (await insert(context, params, { ...body, registrationId }))
  if (isNew) await record('finding.record', findingId, { ...content }, inspectionId)
  const stored = await findFinding(context, findingId)
  const first = isNew ? content : await firstContent(context, inspectionId, findingId)
  if (stored?.inspectionId !== inspectionId || !first || !sameContent(first, content))
    throw new Refusal('finding-id-taken', {}, { theirs: stored ? findingView(viewer, stored) : null })
  return findingView(viewer, stored)
}

async function insert(
  { db, viewer, now }: Context,
  { inspectionId }: Input<typeof contract>['params'],
  body: Input<typeof contract>['body'],
): Promise<boolean> {
  const row = await db
    .insertInto('findings')
    .values({ ...body, inspectionId, recordedBy: viewer.personId, recordedAt: now, revision: 1 })
    .onConflict((conflict) => conflict.column('findingId').doNothing())
    .returning('findingId')
    .executeTakeFirst()
  return row !== undefined
}

/** What a finding was first recorded with: the audit remembers it through edits and removal. */
export async function firstContent(
  { db }: Context,
  inspectionId: string,
  findingId: string,
): Promise<FindingContent | undefined> {
  const event = await db
    .selectFrom('auditEvents')
    .select('details')
    .where('subjectId', '=', findingId)
    .where('action', '=', 'finding.record')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return event?.details as FindingContent | undefined
}
