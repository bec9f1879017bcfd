import { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { closeVisit, getVisit, startVisit, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { getHeard } from '@cchc/domain/fieldwork/heard-contract.ts'
import { listInspections } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { personKeptHere } from '../platform/offline/kept-here.ts'
import { queries } from '../platform/queries.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Carry } from './carry.ts'
import { visitKey } from './visit-key.ts'

/** Everything recorded at one visit; asked again every 20 seconds, which shows what the others of the team record. */
export const visitQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: visitKey(inspectionId),
    queryFn: async ({ signal }) => {
      const view = await call(getVisit, { params: { inspectionId }, signal })
      return personKeptHere() === null ? view : (await import('./carried-visit.ts')).shownHere(view)
    },
    refetchInterval: 20_000,
  })

/** Whose device may still keep something of the session, as it is now. */
export const heardQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'heard'],
    queryFn: ({ signal }) => call(getHeard, { params: { inspectionId }, signal }),
    staleTime: 0,
  })

/** The minutes as they would be printed now. */
export const minutesPaperQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'papers', 'minutes'],
    queryFn: ({ signal }) => call(getInspectionPaper, { params: { inspectionId, kind: 'minutes' }, signal }),
    staleTime: 0,
  })

/** Every inspection of the campaign that the viewer may know, for the list of sessions. */
export const inspectionsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'inspections'],
    queryFn: ({ signal }) => call(listInspections, { params: { campaignId }, signal }),
  })

/** Starts the session now; without network on the device, where the visit has been taken along. */
export async function startSession(inspectionId: string, carry: Carry): Promise<void> {
  try {
    await show(await call(startVisit, { params: { inspectionId }, body: { startedAt: null } }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 0) throw error
    const startedAt = new Date().toISOString()
    const standing = await carry({ kind: 'start-session', record: 'session', payload: { startedAt } }, null)
    if (!standing) throw error
  }
}

/** Ends the session now; the minutes are frozen. */
export async function endSession(inspectionId: string): Promise<void> {
  await show(await call(closeVisit, { params: { inspectionId }, body: { endedAt: null } }))
}

async function show(visit: VisitView): Promise<void> {
  queries.setQueryData(visitQuery(visit.inspectionId).queryKey, visit)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
    queries.invalidateQueries({ queryKey: minutesPaperQuery(visit.inspectionId).queryKey }),
  ])
}
