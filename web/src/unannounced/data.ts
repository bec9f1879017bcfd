import type { Input } from '@cchc/domain/endpoint.ts'
import { listInspectionTrips, listVehicles, planTrip } from '@cchc/domain/logistics/contract.ts'
import type { PaperFormat } from '@cchc/domain/papers/paper-format.ts'
import {
  addPlace,
  cancelUnannounced,
  declineUnannounced,
  downloadUnannouncedPaper,
  editUnannounced,
  getUnannounced,
  getUnannouncedPaper,
  listUnannounced,
  listUnannouncedChoices,
  numberUnannouncedPaper,
  openUnannounced,
  orderUnannounced,
  type Place,
  proposeUnannounced,
  recordPlace,
  tellPerson,
  type UnannouncedPlan,
  type UnannouncedView,
  untellPerson,
} from '@cchc/domain/unannounced/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

export type PaperKind = Input<typeof getUnannouncedPaper>['params']['kind']

/** What the viewer has been told of, and what has been opened. Never kept longer than it is looked at. */
export const unannouncedListQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['unannounced', 'list', campaignId],
    queryFn: ({ signal }) => call(listUnannounced, { params: { campaignId }, signal }),
    gcTime: 0,
  })

export const unannouncedQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['unannounced', inspectionId],
    queryFn: ({ signal }) => call(getUnannounced, { params: { inspectionId }, signal }),
    gcTime: 0,
  })

export const choicesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'unannounced-choices'],
    queryFn: ({ signal }) => call(listUnannouncedChoices, { params: { campaignId }, signal }),
  })

export const paperQuery = (inspectionId: string, kind: PaperKind) =>
  queryOptions({
    queryKey: ['unannounced', inspectionId, 'papers', kind],
    queryFn: ({ signal }) => call(getUnannouncedPaper, { params: { inspectionId, kind }, signal }),
    staleTime: 0,
    gcTime: 0,
  })

export const vehiclesQuery = queryOptions({
  queryKey: ['vehicles'],
  queryFn: ({ signal }) => call(listVehicles, { signal }),
})

export const tripsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['unannounced', inspectionId, 'trips'],
    queryFn: ({ signal }) => call(listInspectionTrips, { params: { inspectionId }, signal }),
    gcTime: 0,
  })

export async function takeVehicle(
  { inspectionId, campaignId, visitOn }: UnannouncedView,
  trip: { vehicleId: string; departsAt: string; returnsAt: string },
): Promise<void> {
  const body = { ...trip, inspectionId, travelOn: visitOn!, pickups: [], note: '' }
  await call(planTrip, { params: { campaignId }, body })
  await queries.invalidateQueries({ queryKey: ['unannounced', inspectionId, 'trips'] })
}

export const fetchPaper = (inspectionId: string, kind: PaperKind, format: PaperFormat) =>
  call(downloadUnannouncedPaper, { params: { inspectionId, kind }, query: { format } })

export const propose = async (campaignId: string, plan: UnannouncedPlan) =>
  shown(await call(proposeUnannounced, { params: { campaignId }, body: plan }))
export const edit = async (inspectionId: string, revision: number, plan: UnannouncedPlan) =>
  shown(await call(editUnannounced, { params: { inspectionId }, body: { revision, plan } }))
export const order = async ({ inspectionId, revision }: UnannouncedView) =>
  shown(await call(orderUnannounced, { params: { inspectionId }, body: { revision } }))
export const decline = async ({ inspectionId, revision }: UnannouncedView, reason: string) =>
  shown(await call(declineUnannounced, { params: { inspectionId }, body: { revision, reason } }))
export const cancel = async ({ inspectionId, revision }: UnannouncedView, reason: string) =>
  shown(await call(cancelUnannounced, { params: { inspectionId }, body: { revision, reason } }))
export const tell = async (inspectionId: string, personId: string, why: string) =>
  shown(await call(tellPerson, { params: { inspectionId }, body: { personId, why } }))
export const untell = async (inspectionId: string, personId: string) =>
  shown(await call(untellPerson, { params: { inspectionId, personId } }))
export const openOnSite = async (inspectionId: string, placeId: string) =>
  shown(await call(openUnannounced, { params: { inspectionId }, body: { placeId } }))
export const keepPlace = async (
  inspectionId: string,
  placeId: string,
  times: { arrivedAt: string | null; leftAt: string | null },
) => shown(await call(recordPlace, { params: { inspectionId, placeId }, body: times }))
export const placeOnSite = async (inspectionId: string, place: Place) =>
  shown(await call(addPlace, { params: { inspectionId }, body: place }))
export const enterInBook = async (inspectionId: string, kind: PaperKind, number: string) => {
  const view = await shown(await call(numberUnannouncedPaper, { params: { inspectionId, kind }, body: { number } }))
  await queries.invalidateQueries({ queryKey: ['unannounced', inspectionId, 'papers'] })
  return view
}

/** Puts the new state wherever it is shown; once opened, the ordinary lists have it too. */
async function shown(view: UnannouncedView): Promise<UnannouncedView> {
  queries.setQueryData(unannouncedQuery(view.inspectionId).queryKey, view)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['unannounced', 'list'] }),
    ...(view.secret
      ? []
      : [
          queries.invalidateQueries({ queryKey: ['campaigns', view.campaignId] }),
          queries.invalidateQueries({ queryKey: ['inspections', view.inspectionId] }),
        ]),
  ])
  return view
}
