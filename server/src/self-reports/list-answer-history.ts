import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import type { listAnswerHistory as contract } from '@cchc/domain/self-reports/contract.ts'
import type { Act } from '../platform/serve.ts'
import { itemOfReport } from './answer-item.ts'
import { getReport } from './queries.ts'

/** Every value an item has held, newest first. */
export const listAnswerHistory: Act<typeof contract> = async (context, { params }) => {
  const { db } = context
  const report = await getReport(context, params.selfReportId)
  const { key } = await itemOfReport(db, report, params.itemKey)
  const rows = await db
    .selectFrom('answerVersions')
    .innerJoin('people', 'people.personId', 'answerVersions.savedBy')
    .select(['value', 'people.fullName as savedBy'])
    // Columns of a view are nullable to the types; these never are.
    .select(({ ref }) => [
      ref('itemKey').$notNull().as('itemKey'),
      ref('revision').$notNull().as('revision'),
      ref('savedAt').$notNull().as('savedAt'),
    ])
    .where('selfReportId', '=', report.selfReportId)
    .where('itemKey', '=', key)
    .orderBy('revision', 'desc')
    .execute()
  return { versions: rows.map((row) => ({ ...row, value: row.value as AnswerValue | null })) }
}
