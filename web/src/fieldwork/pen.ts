import { getPen, handOverPen, type PenView, releasePen, takePen } from '@cchc/domain/fieldwork/pen-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Who writes the minutes; asked again every 20 seconds, as the visit is. */
export const penQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'pen'],
    queryFn: ({ signal }) => call(getPen, { params: { inspectionId }, signal }),
    refetchInterval: 20_000,
  })

export async function take(inspectionId: string): Promise<void> {
  show(inspectionId, await call(takePen, { params: { inspectionId }, body: { deviceId: null } }))
}

export async function handOver(inspectionId: string, toPersonId: string): Promise<void> {
  show(inspectionId, await call(handOverPen, { params: { inspectionId }, body: { toPersonId } }))
}

/** Lays one's own pen down, or takes somebody's with the reason. */
export async function giveWay(inspectionId: string, reason: string): Promise<void> {
  show(inspectionId, await call(releasePen, { params: { inspectionId }, body: { reason } }))
}

function show(inspectionId: string, pen: PenView): void {
  queries.setQueryData(penQuery(inspectionId).queryKey, pen)
}
