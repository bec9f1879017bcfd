import {
  countUnread,
  getCalendarFeed,
  listMails,
  listNotifications,
  listReceipts,
  noteDocumentSeen,
  noteNoticeSeen,
} from '@cchc/domain/notifications/contract.ts'
import { getMailPreference } from '@cchc/domain/notifications/mail-preference-contract.ts'
import { getPress, listPressPeople, listPressVisits } from '@cchc/domain/notifications/press-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { useMay } from '../platform/session.ts'

/** How many of the person's notifications wait; asked once in 90 seconds, and when the window is looked at again. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => call(countUnread, { signal }),
  staleTime: 60_000,
  refetchInterval: 90_000,
  refetchOnWindowFocus: true,
})

export const notificationsQuery = queryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ signal }) => call(listNotifications, { signal }),
  staleTime: 0,
})

export const forgetNotifications = () => queries.invalidateQueries({ queryKey: ['notifications'] })

export const receiptsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'receipts'],
    queryFn: ({ signal }) => call(listReceipts, { params: { campaignId }, signal }),
    staleTime: 0,
  })

export const mailsQuery = queryOptions({
  queryKey: ['mails'],
  queryFn: ({ signal }) => call(listMails, { signal }),
  staleTime: 0,
})

export const mailPreferenceQuery = queryOptions({
  queryKey: ['mail-preference'],
  queryFn: ({ signal }) => call(getMailPreference, { signal }),
  staleTime: 0,
})

export const calendarFeedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: ({ signal }) => call(getCalendarFeed, { signal }),
  staleTime: 0,
})

export const pressQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'press'],
    queryFn: ({ signal }) => call(getPress, { params: { inspectionId }, signal }),
  })

export const pressPeopleQuery = queryOptions({
  queryKey: ['press', 'people'],
  queryFn: ({ signal }) => call(listPressPeople, { signal }),
})

export const pressVisitsQuery = queryOptions({
  queryKey: ['press', 'visits'],
  queryFn: ({ signal }) => call(listPressVisits, { signal }),
})

/** Tells the office, once, that this person of the unit has the notice before them. A failure is no concern of the reader's. */
export function useNoticeSeen(of: { inspectionId: string } | { documentId: string } | null): void {
  const isOfUnit = useMay('self-report.write')
  const inspectionId = of && 'inspectionId' in of ? of.inspectionId : null
  const documentId = of && 'documentId' in of ? of.documentId : null
  useEffect(() => {
    if (!isOfUnit) return
    if (inspectionId) call(noteNoticeSeen, { params: { inspectionId } }).catch(() => undefined)
    if (documentId) call(noteDocumentSeen, { params: { documentId } }).catch(() => undefined)
  }, [isOfUnit, inspectionId, documentId])
}
