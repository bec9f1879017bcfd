import { listCalendarDays } from '@cchc/domain/calendar/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'

/** Days off and made-up working days of every year the installation knows. */
export const calendarDaysQuery = queryOptions({
  queryKey: ['calendar', 'days'],
  queryFn: ({ signal }) => call(listCalendarDays, { query: {}, signal }),
})
