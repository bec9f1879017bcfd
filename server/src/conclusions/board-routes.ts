import * as board from '@cchc/domain/conclusions/board-contract.ts'
import * as patterns from '@cchc/domain/conclusions/patterns-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { editPoint } from './edit-point.ts'
import { getBoard } from './get-board.ts'
import { getPatterns, listTryOutFindings } from './get-patterns.ts'
import { getStructure } from './get-structure.ts'
import { keepPointsApart, mergePoint, splitPoint } from './merge-points.ts'
import { openBoard } from './open-board.ts'
import { savePatterns } from './save-patterns.ts'
import { settlePieces } from './settle-pieces.ts'
import { takeNewestPatterns } from './take-newest-patterns.ts'

/** From findings to the words of a conclusion: the board, the structure behind the notice, the office's sentences. */
export function boardRoutes(edge: Edge): void {
  serve(edge, board.getBoard, getBoard)
  serve(edge, board.openBoard, openBoard)
  serve(edge, board.editPoint, editPoint)
  serve(edge, board.mergePoint, mergePoint)
  serve(edge, board.splitPoint, splitPoint)
  serve(edge, board.keepPointsApart, keepPointsApart)
  serve(edge, board.getStructure, getStructure)
  serve(edge, board.settlePieces, settlePieces)
  serve(edge, board.takeNewestPatterns, takeNewestPatterns)
  serve(edge, patterns.getPatterns, getPatterns)
  serve(edge, patterns.savePatterns, savePatterns)
  serve(edge, patterns.listTryOutFindings, listTryOutFindings)
}
