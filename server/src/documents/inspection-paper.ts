import { holds } from '@cchc/domain/access/permissions.ts'
import type { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import type { Input } from '@cchc/domain/endpoint.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { conclusionPaperOf } from '../conclusions/papers.ts'
import { isDraftUnderWay } from '../conclusions/queries.ts'
import { minutesPaperOf } from '../fieldwork/minutes.ts'
import { asSigned } from '../fieldwork/signed-minutes.ts'
import { scheduleNoticePaperOf } from '../inspections/papers.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { type DocumentRow, findStandingDocument, findStandingNotice } from './queries.ts'

type Kind = Input<typeof getInspectionPaper>['params']['kind']

/** Where the draft of each paper is built. */
const drafts: Record<Kind, (context: Context, inspectionId: string) => Promise<Paper>> = {
  'schedule-notice': scheduleNoticePaperOf,
  minutes: minutesPaperOf,
  'conclusion-notice': conclusionPaperOf,
}

/** The paper of an inspection that stands issued; else its draft, which the team alone sees. Others get `no-such-document`. */
export async function inspectionPaper(
  context: Context,
  inspectionId: string,
  kind: Kind,
): Promise<{ paper: Paper; issued: (DocumentRow & { paper: Paper }) | null }> {
  await getInspectionRecord(context, inspectionId)
  const standing =
    kind === 'schedule-notice'
      ? await findStandingNotice(context, inspectionId)
      : await findStandingDocument(context, { inspectionId }, kind)
  const issued = standing && (await asSigned(context, standing))
  // The team goes on with the notice that is to take the place of the one that stands.
  const isBeingReplaced = kind === 'conclusion-notice' && (await isDraftUnderWay(context, inspectionId))
  if (issued && !isBeingReplaced) return { paper: issued.paper, issued }
  if (!holds(context.viewer, 'fieldwork.read')) throw new Refusal('no-such-document')
  return { paper: await drafts[kind](context, inspectionId), issued: null }
}
