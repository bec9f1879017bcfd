import * as contract from '@cchc/domain/outlines/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { createOutline } from './create-outline.ts'
import { createOutlineFromPaper } from './create-outline-from-paper.ts'
import { deleteOutline } from './delete-outline.ts'
import { getOutline, listOutlines } from './get-outline.ts'
import { listOutlineFigures } from './list-outline-figures.ts'
import { publishOutline } from './publish-outline.ts'
import { retireOutline } from './retire-outline.ts'
import { saveOutline } from './save-outline.ts'

export function outlineRoutes(edge: Edge): void {
  serve(edge, contract.listOutlines, listOutlines)
  serve(edge, contract.listOutlineFigures, listOutlineFigures)
  serve(edge, contract.getOutline, getOutline)
  serve(edge, contract.createOutline, createOutline)
  serve(edge, contract.createOutlineFromPaper, createOutlineFromPaper)
  serve(edge, contract.saveOutline, saveOutline)
  serve(edge, contract.publishOutline, publishOutline)
  serve(edge, contract.retireOutline, retireOutline)
  serve(edge, contract.deleteOutline, deleteOutline)
}
