import { type AnswerValue, itemName } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { acceptAnswer } from '@cchc/domain/self-reports/accept-answer.ts'
import type { saveAnswer as contract, SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import { fingerprintText } from '@cchc/domain/self-reports/fingerprint.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { noteWriting } from './note-writing.ts'
import { getReport, readSavedAnswers } from './queries.ts'

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
  const revision = await write(context, params, value, body.revision)
  if (revision === undefined) return sameOrClash(context, params, value, itemName(item))
  await noteWriting(context, report)
  return { itemKey: item.key, value, revision, savedBy: viewer.fullName, savedAt: now }
}

type Place = { readonly selfReportId: string; readonly itemKey: string }

/** Writes answer and history in one statement; undefined where another revision stands, or the same value. */
async function write(
  { db, viewer, now }: Context,
  place: Place,
  value: AnswerValue | null,
  revision: number,
): Promise<number | undefined> {
  const stored = value === null ? null : JSON.stringify(value)
  const saved = { ...place, value: stored, revision: 1, savedBy: viewer.personId, savedAt: now }
  const columns = ['selfReportId', 'itemKey', 'value', 'revision', 'savedBy', 'savedAt'] as const
  const version = await db
    .with('saved', (cte) =>
      cte
        .insertInto('answers')
        .values(saved)
        .onConflict((conflict) =>
          conflict
            .columns(['selfReportId', 'itemKey'])
            .doUpdateSet((eb) => ({
              value: eb.ref('excluded.value'),
              revision: eb('answers.revision', '+', 1),
              savedBy: eb.ref('excluded.savedBy'),
              savedAt: eb.ref('excluded.savedAt'),
            }))
            .where('answers.revision', '=', revision)
            .where(sql<boolean>`answers.value is distinct from excluded.value`),
        )
        .returning(columns),
    )
    .insertInto('answerVersions')
    .columns(columns)
    .expression((eb) => eb.selectFrom('saved').select(columns))
    .returning('revision')
    .executeTakeFirst()
  return version?.revision
}

async function sameOrClash(
  { db }: Context,
  place: Place,
  value: AnswerValue | null,
  label: string,
): Promise<SavedAnswer> {
  const [theirs] = await readSavedAnswers(db, place.selfReportId, place.itemKey)
  if (!theirs) throw new Error(`the answer ${place.itemKey} was refused and yet does not stand`)
  if (fingerprintText({ value: theirs.value }) === fingerprintText({ value })) return theirs
  throw new Refusal('changed-meanwhile', { what: `Mục “${label}”`, who: theirs.savedBy }, { theirs })
}
