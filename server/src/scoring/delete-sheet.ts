import type { deleteSheet as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftSheet } from './sheets.ts'

/** Drops a draft; a published sheet is never dropped. */
export const deleteSheet: Act<typeof contract> = async (context, { params: { sheetId } }) => {
  const { version } = await lockDraftSheet(context, sheetId, 'xóa', null)
  await context.db.deleteFrom('scoringSheets').where('sheetId', '=', sheetId).execute()
  await context.record('scoring-sheet.delete', sheetId, { version })
  return { done: true }
}
