import { Refusal } from '@cchc/domain/refusals.ts'
import { checkSheet } from '@cchc/domain/scoring/check-sheet.ts'
import type { publishSheet as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftSheet, sheetView } from './sheets.ts'

/**
 * Puts a draft in force. Refused while anything is wrong with it; from then on it never changes. The version before it stays
 * with the units whose scoring began under it.
 */
export const publishSheet: Act<typeof contract> = async (context, { params: { sheetId }, body: { revision } }) => {
  const { db, viewer, now, record } = context
  const draft = await lockDraftSheet(context, sheetId, 'công bố', revision)
  const { sheet, outline, fields } = await sheetView(context, sheetId)
  const problems = checkSheet(sheet, { outline, fieldKeys: fields.map(({ fieldKey }) => fieldKey) })
  if (problems.length > 0) {
    const more = problems.length > 1 ? ` (và ${problems.length - 1} điều khác)` : ''
    throw new Refusal('sheet-broken', { problems: `${problems[0]!.sentence.replace(/\.$/, '')}${more}` }, { problems })
  }
  await db
    .updateTable('scoringSheets')
    .set({ state: 'replaced' })
    .where('campaignId', '=', draft.campaignId)
    .where('state', '=', 'published')
    .execute()
  await db
    .updateTable('scoringSheets')
    .set({ state: 'published', publishedAt: now, publishedBy: viewer.personId })
    .where('sheetId', '=', sheetId)
    .execute()
  await record('scoring-sheet.publish', sheetId, { version: draft.version, revision })
  return sheetView(context, sheetId)
}
