import * as contract from '@cchc/domain/outlines/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { getOutline, listOutlines } from './get-outline.ts'

export function outlineRoutes(edge: Edge): void {
  serve(edge, contract.listOutlines, listOutlines)
  serve(edge, contract.getOutline, getOutline)
}
