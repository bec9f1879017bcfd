import {
  getStructure,
  type PieceView,
  type StructureView,
  settlePieces,
  takeNewestPatterns,
} from '@cchc/domain/conclusions/board-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../platform/api.ts'
import { queries } from '../../platform/queries.ts'

/** Which points each paragraph of the notice came from. */
export const structureQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'structure'],
    queryFn: ({ signal }) => call(getStructure, { params: { inspectionId }, signal }),
    refetchInterval: 30_000,
  })

/** Takes sentences over or keeps the words there are, exactly as they were seen. */
export async function settle(
  conclusionId: string,
  pieces: readonly PieceView[],
  decision: 'take' | 'keep',
): Promise<void> {
  const decisions = pieces.map(({ key, proposed, now }) => ({ key, decision, proposed, now }))
  const { inspectionId } = await call(settlePieces, { params: { conclusionId }, body: { decisions } })
  await queries.invalidateQueries({ queryKey: ['inspections', inspectionId] })
}

export async function renewPatterns(conclusionId: string, inspectionId: string): Promise<void> {
  const view: StructureView = await call(takeNewestPatterns, { params: { conclusionId } })
  queries.setQueryData(structureQuery(inspectionId).queryKey, view)
}

export const waits = ({ state }: PieceView) => state === 'changed' || state === 'new' || state === 'gone'
