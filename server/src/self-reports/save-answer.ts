import { type AnswerValue, itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { acceptAnswer } from '@cchc/domain/self-reports/accept-answer.ts'
import type { saveAnswer as contract, SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import { fingerprintText } from '@cchc/domain/self-reports/fingerprint.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { noteAnswers } from './note-writing.ts'
import { getReport, readSavedAnswers } from './queries.ts'
import { writeAnswers } from './write-answers.ts'

/**
 * Saves one item. Every accepted value stays in the item's history, which only grows and is its audit. A stale revision is
 * refused with what stands (`changed-meanwhile`), unless what stands is the very same: a repeated request does no harm.
 *
 * The answer is written before the report is touched, and every save does so in this order: saves of different items
 * meet only for the moment in which the report's progress is counted, and never wait in a circle.
 */
export const saveAnswer: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now } = context
  const report = await getReport(context, params.selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const item = await itemOfReport(db, report, params.itemKey)
  const value = acceptAnswer(item, body.value)
  const [written] = await writeAnswers(context, report.selfReportId, [
    { itemKey: item.key, value, revision: body.revision },
  ])
  if (!written) {
    const [theirs] = await readSavedAnswers(db, report.selfReportId, [item.key])
    if (!theirs) throw new Error(`the answer ${item.key} was refused and yet does not stand`)
    if (saysTheSame(theirs.value, value)) return theirs
    throw clashWith(theirs, item)
  }
  await noteAnswers(context, report, [written])
  return { itemKey: item.key, value, revision: written.revision, savedBy: viewer.fullName, savedAt: now }
}

/** Whether two values are one, whatever the order in which the database keeps the parts of it. */
export function saysTheSame(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return fingerprintText({ value: a }) === fingerprintText({ value: b })
}

/** The refusal of a stale save, with what stands in its details. */
export function clashWith(theirs: SavedAnswer, item: OutlineItem): Refusal {
  return new Refusal('changed-meanwhile', { what: `Mục “${itemName(item)}”`, who: theirs.savedBy }, { theirs })
}
