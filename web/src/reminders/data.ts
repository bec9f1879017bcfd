import { listReminders } from '@cchc/domain/reminders/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'

/** What the campaign's units owe with a date, the most urgent first. */
export const remindersQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'reminders'],
    queryFn: ({ signal }) => call(listReminders, { params: { campaignId }, signal }),
    staleTime: 0,
  })
