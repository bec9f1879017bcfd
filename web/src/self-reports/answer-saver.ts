import { isAnswered } from '@cchc/domain/outlines/answer.ts'
import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { isRichText, type RichText, tidyRichText } from '@cchc/domain/outlines/rich-text.ts'
import { AnswerClash, type SavedAnswer, saveAnswer, saveExplanation } from '@cchc/domain/self-reports/contract.ts'
import { saveAnswers } from '@cchc/domain/self-reports/save-contract.ts'
import { call } from '../platform/api.ts'
import { Refusal } from '../platform/refusal.ts'
import { Clash, Saver, type Sending } from '../platform/saver.ts'
import { unsentPlace } from '../platform/unsent.ts'

export type AnswerSaver = Saver<AnswerValue | null, SavedAnswer>
export type ExplanationSaver = Saver<string, { checkKey: string; text: string }>

/** Whether two answers say the same: blanks around a text, its letter forms, formatting of nothing and "nothing" in any shape make no difference. */
export function sameAnswer(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return plain(a) === plain(b)
}

function plain(value: AnswerValue | null): string {
  if (!isAnswered(value)) return 'null'
  if (Array.isArray(value)) return JSON.stringify(value.map(filledCells))
  return JSON.stringify(typeof value === 'string' || isRichText(value) ? tidyRichText(value) : value)
}

/** A row's cells in one order, whatever order they were kept in. */
function filledCells(row: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(row)
    .filter(([, cell]) => cell !== null && cell !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The same for texts alone, plain or formatted. */
export function sameText(a: string | RichText | null, b: string | RichText | null): boolean {
  return a === b || plain(a) === plain(b)
}

/** Saves the answers of one report item by item. `owner` is the person whose unsent texts this device keeps. */
export function answerSaver(selfReportId: string, owner: string): AnswerSaver {
  return new Saver({
    send: async (itemKey, value, revision) => {
      try {
        const body = { revision, value: isAnswered(value) ? value : null }
        return await call(saveAnswer, { params: { selfReportId, itemKey }, body })
      } catch (error) {
        throw clashOf(error) ?? error
      }
    },
    sendTogether: async (batch) => {
      const outcomes: (SavedAnswer | Error)[] = []
      for (let from = 0; from < batch.length; from += mostTogether)
        outcomes.push(...(await sendSome(selfReportId, batch.slice(from, from + mostTogether))))
      return outcomes
    },
    blank: null,
    valueOf: (saved) => saved.value,
    revisionOf: (saved) => saved.revision,
    same: sameAnswer,
    unsent: unsentPlace(`${owner}.${selfReportId}.answer`),
  })
}

/** Of the longest texts so many are within what a request may hold. */
const mostTogether = 40

/** One request with many items, each with its outcome; a part that nobody answered fails by itself. */
async function sendSome(
  selfReportId: string,
  batch: readonly Sending<AnswerValue | null>[],
): Promise<(SavedAnswer | Error)[]> {
  const answers = batch.map(({ key, value, revision }) => ({
    itemKey: key,
    revision,
    value: isAnswered(value) ? value : null,
  }))
  try {
    const { outcomes, ...saving } = await call(saveAnswers, { params: { selfReportId }, body: { answers } })
    return outcomes.map((outcome, place) => {
      const { itemKey, value } = answers[place]!
      if (outcome.outcome === 'unchanged') return outcome.answer
      if (outcome.outcome === 'clash') return new Clash(outcome.theirs)
      if (outcome.outcome === 'refused') return new Refusal(422, outcome.code, outcome.sentence)
      const { revision, tidied = value } = outcome
      return { itemKey, value: tidied, revision, ...saving }
    })
  } catch (error) {
    return batch.map(() => error as Error)
  }
}

function clashOf(error: unknown): Clash<SavedAnswer> | undefined {
  if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') return undefined
  const details = AnswerClash.safeParse(error.details)
  return details.success ? new Clash(details.data.theirs) : undefined
}

/** Saves the explanations of warnings; they have no revisions, the last one stands. */
export function explanationSaver(selfReportId: string, owner: string): ExplanationSaver {
  return new Saver({
    send: (checkKey, text) => call(saveExplanation, { params: { selfReportId, checkKey }, body: { text } }),
    blank: '',
    valueOf: (saved) => saved.text,
    revisionOf: () => 0,
    same: (a, b) => a.normalize('NFC').trim() === b.normalize('NFC').trim(),
    unsent: unsentPlace(`${owner}.${selfReportId}.explanation`),
  })
}
