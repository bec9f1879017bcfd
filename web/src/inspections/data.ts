import { getHome } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'

/** The control desk of a campaign: tasks, coverage and every unit's row. */
export const homeQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'home'],
    queryFn: ({ signal }) => call(getHome, { params: { campaignId }, signal }),
  })
