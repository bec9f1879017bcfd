import type { getSheet as contract } from '@cchc/domain/scoring/sheet-contract.ts'
import type { Act } from '../platform/serve.ts'
import { sheetView } from './sheets.ts'

export const getSheet: Act<typeof contract> = (context, { params }) => sheetView(context, params.sheetId)
