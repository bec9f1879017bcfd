import type { draftConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { type Notice, takePiece } from '@cchc/domain/conclusions/notice-structure.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { readDraft } from './draft.ts'
import { keepNotice } from './keep-notice.ts'
import { startConclusion } from './start-conclusion.ts'

/** Drafts the notice from the recorded findings, with one recommendation per shortcoming. Basis: QĐ 2251/QĐ-UBND, mục IV.1. */
export const draftConclusion: Act<typeof contract> = async (context, { params }) => {
  const { inspectionId } = params
  const { conclusionId } = await startConclusion(context, inspectionId)
  const { conclusion, pieces, fields, remedies } = await readDraft(context, inspectionId)
  const notice = pieces.reduce<Notice>((words, { key }) => takePiece(words, pieces, key, fields), conclusion)
  await keepNotice(context, conclusionId, notice, 0)
  await context.record('conclusion.draft', conclusionId, { recommendations: remedies.length }, inspectionId)
  return changedConclusion(context, inspectionId)
}
