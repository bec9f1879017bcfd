import type { editFinding as contract } from '@cchc/domain/fieldwork/contract.ts'
import { decideWrite } from '@cchc/domain/fieldwork/decide-command.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import {
  belongingOf,
  contentOf,
  type FindingContent,
  findingToChange,
  requireField,
  sameContent,
} from './finding-content.ts'
import { findFinding, findingView } from './queries.ts'

/** Changes a finding. A stale revision is refused with what stands, unless what stands is the very same. */
export const editFinding: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const { findingId } = params
  const { finding, campaignId, standing } = await findingToChange(context, findingId)
  const registrationId = await belongingOf(context, standing, finding.inspectionId, body.registrationId)
  const [before, content] = [contentOf(finding as FindingContent), contentOf({ ...body, registrationId })]
  const write = decideWrite({ revision: finding.revision, same: sameContent(before, content) }, body.revision)
  if (write === 'unchanged') return findingView(viewer, finding)
  if (write === 'clash')
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Phát hiện này', who: finding.recordedBy },
      { theirs: findingView(viewer, finding) },
    )
  await requireField(db, campaignId, content.fieldKey)
  await db
    .updateTable('findings')
    .set((eb) => ({ ...content, revision: eb('revision', '+', 1) }))
    .where('findingId', '=', findingId)
    .execute()
  await record('finding.edit', findingId, { from: before, to: content }, finding.inspectionId)
  return findingView(viewer, (await findFinding(context, findingId))!)
}
