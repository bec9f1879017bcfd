import type { ConclusionClash, ConclusionText, saveConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { afterEditing } from '@cchc/domain/conclusions/notice-structure.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { fieldsOf, lockConclusion } from './queries.ts'

/** Keeps the edited words of a draft; refuses with `changed-meanwhile`, whose details hold both texts, when somebody saved first. */
export const saveConclusion: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const conclusion = await lockConclusion(context, params.conclusionId, 'save')
  const { conclusionId, inspectionId, revision } = conclusion
  const text = inOrder(body.text, await fieldsOf(context, inspectionId))
  if (body.revision !== revision) {
    const clash: ConclusionClash = { theirs: { revision, text: conclusion.text }, yours: text }
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Dự thảo kết luận', who: await lastWriter(context, conclusionId) },
      clash,
    )
  }
  await db
    .updateTable('conclusions')
    .set({
      content: JSON.stringify(text),
      structure: JSON.stringify(afterEditing(conclusion.structure, conclusion.text, text)),
      revision: revision + 1,
    })
    .where('conclusionId', '=', conclusionId)
    .execute()
  await record('conclusion.save', conclusionId, { revision: revision + 1 }, inspectionId)
  return changedConclusion(context, inspectionId)
}

/** The text in NFC, its parts under the campaign's fields in their order; a field named twice or unknown is refused. */
function inOrder(text: ConclusionText, fields: readonly { fieldKey: string }[]): ConclusionText {
  const tidy = (words: string) => words.normalize('NFC').trim()
  const parts = (given: ConclusionText['results']) => {
    const keys = given.map(({ fieldKey }) => fieldKey)
    const odd = keys.find(
      (key, index) => keys.indexOf(key) !== index || !fields.some(({ fieldKey }) => fieldKey === key),
    )
    if (odd !== undefined)
      throw new Refusal('bad-input', { problems: `lĩnh vực “${odd}” bị lặp hoặc không có trong đợt kiểm tra` })
    return fields.flatMap(({ fieldKey }) => {
      const words = tidy(given.find((part) => part.fieldKey === fieldKey)?.text ?? '')
      return words === '' ? [] : [{ fieldKey, text: words }]
    })
  }
  return {
    overview: tidy(text.overview),
    results: parts(text.results),
    shortcomings: parts(text.shortcomings),
    causes: tidy(text.causes),
    execution: tidy(text.execution),
  }
}

async function lastWriter({ db }: Context, conclusionId: string): Promise<string> {
  const event = await db
    .selectFrom('auditEvents')
    .innerJoin('people', 'people.personId', 'auditEvents.personId')
    .select('people.fullName')
    .where('subjectId', '=', conclusionId)
    .where('action', '=', 'conclusion.save')
    .orderBy('at', 'desc')
    .orderBy('eventOrder', 'desc')
    .executeTakeFirst()
  return event?.fullName ?? ''
}
