import boundariesAddress from '@boundaries/hai-phong-communes.geojson?url'
import { listPlaces } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../platform/api.ts'
import { readAsset } from '../../platform/asset.ts'
import type { Boundary } from './geometry.ts'

/** Where the office and the units lie. */
export const placesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['places', campaignId],
    queryFn: ({ signal }) => call(listPlaces, { params: { campaignId }, signal }),
    staleTime: 600_000,
  })

/** The boundaries of the province's units, read when a map is first opened. */
export const boundariesQuery = queryOptions({
  queryKey: ['boundaries'],
  queryFn: ({ signal }) => readAsset<{ features: Boundary[] }>(boundariesAddress, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
