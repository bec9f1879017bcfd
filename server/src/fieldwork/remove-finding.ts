import type { removeFinding as contract } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { contentOf, type FindingContent, findingToChange } from './finding-content.ts'
import { findingView } from './queries.ts'

/** Removes a finding while the session is open; the audit keeps what it said. With a stale revision it is refused with what stands. */
export const removeFinding: Act<typeof contract> = async (context, { params, query }) => {
  const { db, viewer, record } = context
  const { findingId } = params
  const { finding } = await findingToChange(context, findingId)
  if (query.revision !== undefined && query.revision !== finding.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Phát hiện này', who: finding.recordedBy },
      { theirs: findingView(viewer, finding) },
    )
  await db.deleteFrom('findings').where('findingId', '=', findingId).execute()
  const content = contentOf(finding as FindingContent)
  await record('finding.remove', findingId, { ...content }, finding.inspectionId)
  return { done: true as const }
}
