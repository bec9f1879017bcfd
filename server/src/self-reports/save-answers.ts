import { type AnswerValue, type OutlineItem, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { acceptAnswer } from '@cchc/domain/self-reports/accept-answer.ts'
import type { SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import type { AnswerOutcome, saveAnswers as contract, SentAnswer } from '@cchc/domain/self-reports/save-contract.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Act } from '../platform/serve.ts'
import { noteAnswers } from './note-writing.ts'
import { getReport, readSavedAnswers } from './queries.ts'
import { outlineOfReport } from './report-view.ts'
import { clashWith, saysTheSame } from './save-answer.ts'
import { type AcceptedAnswer, writeAnswers } from './write-answers.ts'

/**
 * Saves many items in one transaction, each by the rules of `saveAnswer` and each with an outcome of its own, in the order in
 * which they were sent: what is refused or met by somebody else's text keeps no other back. Refuses as a whole only where this
 * person may not write in the report now.
 */
export const saveAnswers: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const report = await getReport(context, params.selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const outline = await outlineOfReport(db, report)
  const items = new Map(outlineItems(outline).map(({ item }) => [item.key, item]))

  const outcomes = new Map<string, AnswerOutcome>()
  const accepted = new Map<string, AcceptedAnswer>()
  for (const sent of body.answers) {
    const kept = accept(items.get(sent.itemKey), sent)
    if (kept instanceof Refusal) outcomes.set(sent.itemKey, refused(sent.itemKey, kept))
    else accepted.set(sent.itemKey, { ...sent, value: kept })
  }

  const written = await writeAnswers(context, report.selfReportId, [...accepted.values()])
  const sentValues = new Map(body.answers.map(({ itemKey, value }) => [itemKey, value]))
  for (const { itemKey, revision } of written) {
    const { value } = accepted.get(itemKey)!
    const sent = sentValues.get(itemKey) ?? null
    const tidied = JSON.stringify(value) === JSON.stringify(sent) ? {} : { tidied: value }
    outcomes.set(itemKey, { outcome: 'saved', itemKey, revision, ...tidied })
  }

  const open = [...accepted.keys()].filter((itemKey) => !outcomes.has(itemKey))
  const standing = open.length > 0 ? await readSavedAnswers(db, report.selfReportId, open) : []
  for (const theirs of standing)
    outcomes.set(theirs.itemKey, met(theirs, accepted.get(theirs.itemKey)!.value, items.get(theirs.itemKey)!))

  if (written.length > 0) {
    await noteAnswers(context, report, written)
    await record(
      'self-report.save-many',
      report.selfReportId,
      { saved: Object.fromEntries(written.map(({ itemKey, revision }) => [itemKey, revision])) },
      report.inspectionId,
    )
  }
  return { savedBy: viewer.fullName, savedAt: now, outcomes: body.answers.map(({ itemKey }) => outcomes.get(itemKey)!) }
}

function accept(item: OutlineItem | undefined, { itemKey, value }: SentAnswer): AnswerValue | null | Refusal {
  if (!item) return new Refusal('no-such-item', { key: itemKey })
  try {
    return acceptAnswer(item, value)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function refused(itemKey: string, { code, message }: Refusal): AnswerOutcome {
  return { outcome: 'refused', itemKey, code, sentence: message }
}

/** What was not written: the very same stands already, or somebody else's. */
function met(theirs: SavedAnswer, mine: AnswerValue | null, item: OutlineItem): AnswerOutcome {
  const { itemKey } = theirs
  if (saysTheSame(theirs.value, mine)) return { outcome: 'unchanged', itemKey, answer: theirs }
  return { outcome: 'clash', itemKey, theirs, sentence: clashWith(theirs, item).message }
}
