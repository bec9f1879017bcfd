import type { ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import {
  createSheet,
  deleteSheet,
  getSheet,
  listScoringFigures,
  listSheets,
  publishSheet,
  readSheetFile,
  type SheetView,
  saveSheet,
} from '@cchc/domain/scoring/sheet-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sessionQuery } from '../platform/session.ts'

export const sheetsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['scoring-sheets', 'campaign', campaignId],
    queryFn: ({ signal }) => call(listSheets, { params: { campaignId }, signal }),
  })

/** One version whole. What is being edited is never replaced by a later answer. */
export const sheetQuery = (sheetId: string) =>
  queryOptions({
    queryKey: ['scoring-sheets', sheetId],
    queryFn: ({ signal }) => call(getSheet, { params: { sheetId }, signal }),
  })

/** What units reported, to try a draft on. */
export const scoringFiguresQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['scoring-sheets', 'figures', campaignId],
    queryFn: ({ signal }) => call(listScoringFigures, { params: { campaignId }, signal }),
    staleTime: 5 * 60_000,
  })

async function noteSheet(view: SheetView): Promise<SheetView> {
  queries.setQueryData(sheetQuery(view.version.sheetId).queryKey, view)
  await queries.invalidateQueries({ queryKey: ['scoring-sheets', 'campaign'] })
  return view
}

export const beginSheet = async (campaignId: string, from: string | null): Promise<SheetView> =>
  noteSheet(await call(createSheet, { params: { campaignId }, body: { from } }))

export const keepSheet = async (sheetId: string, revision: number, sheet: ScoringSheet): Promise<SheetView> =>
  noteSheet(await call(saveSheet, { params: { sheetId }, body: { revision, sheet } }))

/** Puts a draft in force; from then on the places of scoring are there for everybody. */
export async function putInForce({ sheetId, revision }: SheetView['version']): Promise<void> {
  await noteSheet(await call(publishSheet, { params: { sheetId }, body: { revision } }))
  await queries.invalidateQueries({ queryKey: ['scoring'] })
  await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

export async function dropSheet(sheetId: string): Promise<void> {
  await call(deleteSheet, { params: { sheetId } })
  queries.removeQueries({ queryKey: sheetQuery(sheetId).queryKey })
  await queries.invalidateQueries({ queryKey: ['scoring-sheets', 'campaign'] })
}

export const readFile = (campaignId: string, file: File) => call(readSheetFile, { params: { campaignId }, file })
