import { getHome, getInspection } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'

/** The control desk of a campaign: tasks, coverage and every unit's row. */
export const homeQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'home'],
    queryFn: ({ signal }) => call(getHome, { params: { campaignId }, signal }),
  })

/** One inspection with its roster, the days its deadline counted, and what happened to it. */
export const inspectionQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId],
    queryFn: ({ signal }) => call(getInspection, { params: { inspectionId }, signal }),
  })
