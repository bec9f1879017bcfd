import { criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import type { saveSheet as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import type { Act } from '../platform/serve.ts'
import { lockDraftSheet, sheetView } from './sheets.ts'

/** Keeps a draft as it stands on the editor's screen. */
export const saveSheet: Act<typeof contract> = async (context, { params: { sheetId }, body: { revision, sheet } }) => {
  const { db, viewer, now, record } = context
  const draft = await lockDraftSheet(context, sheetId, 'sửa', revision)
  const content = JSON.stringify(sheet)
  if (content === JSON.stringify(draft.content)) return sheetView(context, sheetId)
  await db
    .updateTable('scoringSheets')
    .set({ content, revision: revision + 1, savedAt: now, savedBy: viewer.personId })
    .where('sheetId', '=', sheetId)
    .execute()
  await record('scoring-sheet.save', sheetId, { revision: revision + 1, criteria: criteriaOf(sheet).length })
  return sheetView(context, sheetId)
}
