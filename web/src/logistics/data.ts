import { getTransportDay, getTransportPaper, listTransportDays, listVehicles } from '@cchc/domain/logistics/contract.ts'
import { getLedger } from '@cchc/domain/logistics/ledger-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

export const vehiclesQuery = queryOptions({
  queryKey: ['logistics', 'vehicles'],
  queryFn: ({ signal }) => call(listVehicles, { signal }),
})

/** The season's transport day by day. */
export const transportDaysQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['logistics', 'days', campaignId],
    queryFn: ({ signal }) => call(listTransportDays, { params: { campaignId }, signal }),
  })

export const transportDayQuery = (campaignId: string, day: string) =>
  queryOptions({
    queryKey: ['logistics', 'day', campaignId, day],
    queryFn: ({ signal }) => call(getTransportDay, { params: { campaignId, day }, signal }),
  })

export const transportPaperQuery = (campaignId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['logistics', 'paper', campaignId, from, to],
    queryFn: ({ signal }) => call(getTransportPaper, { params: { campaignId }, query: { from, to }, signal }),
  })

export const ledgerQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['logistics', 'ledger', campaignId],
    queryFn: ({ signal }) => call(getLedger, { params: { campaignId }, signal }),
  })

/** After something of transport or money changed: the desk counts it too. */
export async function refreshLogistics(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['logistics'] })
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('home') })
}
