import {
  type BoardView,
  editPoint,
  getBoard,
  keepPointsApart,
  mergePoint,
  openBoard,
  PointClash,
  type PointView,
  splitPoint,
} from '@cchc/domain/conclusions/board-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../platform/api.ts'
import { queries } from '../../platform/queries.ts'
import { Refusal } from '../../platform/refusal.ts'

/** The board of one inspection; asked again every 20 seconds, for several people work on it. */
export const boardQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'board'],
    queryFn: ({ signal }) => call(getBoard, { params: { inspectionId }, signal }),
    refetchInterval: 20_000,
  })

async function show(board: BoardView): Promise<BoardView> {
  queries.setQueryData(boardQuery(board.inspectionId).queryKey, board)
  await queries.invalidateQueries({ queryKey: ['inspections', board.inspectionId, 'structure'] })
  return board
}

export async function begin(inspectionId: string): Promise<void> {
  await show(await call(openBoard, { params: { inspectionId } }))
  await queries.invalidateQueries({ queryKey: ['inspections', inspectionId, 'conclusion'] })
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}

/** What a person may write at a point. */
export type PointWords = Pick<PointView, 'place' | 'fieldKey' | 'text' | 'cause' | 'responsible' | 'reason'>

export function wordsOfPoint({ place, fieldKey, text, cause, responsible, reason }: PointView): PointWords {
  return { place, fieldKey, text, cause, responsible, reason }
}

/** Keeps a point; rejects with a refusal that `clashOfPoint` reads when somebody saved first. */
export async function keepPoint(pointId: string, revision: number, words: PointWords): Promise<void> {
  await show(await call(editPoint, { params: { pointId }, body: { ...words, revision } }))
}

/** The point as the server holds it, when a save met another's. */
export function clashOfPoint(error: unknown): PointView | undefined {
  if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') return undefined
  return PointClash.safeParse(error.details).data?.theirs
}

export async function merge(point: PointView, into: PointView): Promise<void> {
  await show(
    await call(mergePoint, {
      params: { pointId: point.pointId },
      body: { into: into.pointId, revision: point.revision, intoRevision: into.revision },
    }),
  )
}

export async function split({ pointId, revision }: { pointId: string; revision: number }): Promise<void> {
  await show(await call(splitPoint, { params: { pointId }, body: { revision } }))
}

export async function setApart(pointId: string, from: string): Promise<void> {
  await show(await call(keepPointsApart, { params: { pointId }, body: { from } }))
}
