import {
  downloadInspectionPaper,
  getInspectionPaper,
  listDocuments,
  suggestNumber,
} from '@cchc/domain/documents/contract.ts'
import type { Input } from '@cchc/domain/endpoint.ts'
import {
  type AnnouncementWay,
  announceVisits,
  listAnnouncements,
  previewAnnouncement,
} from '@cchc/domain/inspections/announcement-contract.ts'
import {
  announceInspection,
  cancelInspection,
  checkRoster,
  checkSlot,
  type HalfDay,
  type InspectionView,
  listInspections,
  listSlots,
  moveInspection,
  scheduleInspection,
  swapInspections,
} from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressOf, call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { inspectionQuery } from './data.ts'

/** Every inspection of the campaign that the viewer may know, in the order of the decision's list. */
export const inspectionsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'inspections'],
    queryFn: ({ signal }) => call(listInspections, { params: { campaignId }, signal }),
  })

/** What putting a visit on a half-day would break and change; asked anew whenever the half-day does. */
export const slotQuery = (inspectionId: string, visitOn: string, halfDay: HalfDay) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'slot', visitOn, halfDay],
    queryFn: ({ signal }) => call(checkSlot, { params: { inspectionId }, query: { visitOn, halfDay }, signal }),
    staleTime: 0,
  })

/** The team for one half-day, a roster to propose, and what the standing one lacks; without a half-day, the visit's own. */
export const rosterQuery = (inspectionId: string, visitOn?: string, halfDay?: HalfDay) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'roster', visitOn ?? null, halfDay ?? null],
    queryFn: ({ signal }) => call(checkRoster, { params: { inspectionId }, query: { visitOn, halfDay }, signal }),
    staleTime: 0,
  })

/** Every half-day of a stretch as it would be for one visit, while it is lifted. */
export const slotsQuery = (inspectionId: string, from: string, to: string, teamGroup: number) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'slots', from, to, teamGroup],
    queryFn: ({ signal }) => call(listSlots, { params: { inspectionId }, query: { from, to, teamGroup }, signal }),
    staleTime: 0,
  })

/** As `slotQuery`, judged as if the visit that it is to change places with were not there. */
export const swapSlotQuery = (inspectionId: string, visitOn: string, halfDay: HalfDay, without: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'slot', visitOn, halfDay, without],
    queryFn: ({ signal }) =>
      call(checkSlot, { params: { inspectionId }, query: { visitOn, halfDay, without }, signal }),
    staleTime: 0,
  })

/** The schedule notice as it stands: the issued one, or a draft of the next. */
export const noticeQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'papers', 'schedule-notice'],
    queryFn: ({ signal }) => call(getInspectionPaper, { params: { inspectionId, kind: 'schedule-notice' }, signal }),
    staleTime: 0,
  })

/** Where the same paper can be downloaded as .docx. */
export const noticeFileAddress = (inspectionId: string) =>
  addressOf(downloadInspectionPaper.path, { inspectionId, kind: 'schedule-notice' })

export const nextNumberQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'next-number', 'schedule-notice'],
    queryFn: ({ signal }) =>
      call(suggestNumber, { params: { campaignId }, query: { kind: 'schedule-notice' }, signal }),
    staleTime: 0,
  })

/** Every issued document of the campaign. */
export const documentsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'documents'],
    queryFn: ({ signal }) => call(listDocuments, { params: { campaignId }, signal }),
  })

/** What a person fills in to schedule or move a visit. */
export type ScheduleBody = Input<typeof scheduleInspection>['body']

export async function schedule(inspectionId: string, body: ScheduleBody): Promise<InspectionView> {
  return shown(await call(scheduleInspection, { params: { inspectionId }, body }))
}

/** Where a visit is moved to; its own group unless said. */
export type MoveBody = Input<typeof moveInspection>['body']

export async function move(inspectionId: string, body: MoveBody): Promise<InspectionView> {
  return shown(await call(moveInspection, { params: { inspectionId }, body }))
}

export async function swap(
  inspectionId: string,
  body: Input<typeof swapInspections>['body'],
): Promise<InspectionView[]> {
  const { inspections } = await call(swapInspections, { params: { inspectionId }, body })
  return Promise.all(inspections.map(shown))
}

/** `rosterReason` says why the notice goes out although its roster lacks something. */
export async function announce(
  inspectionId: string,
  body: { number: string; issuedOn: string; rosterReason: string | null },
): Promise<InspectionView> {
  return shown(await call(announceInspection, { params: { inspectionId }, body }))
}

export async function cancel(inspectionId: string, revision: number, reason: string): Promise<InspectionView> {
  return shown(await call(cancelInspection, { params: { inspectionId }, body: { revision, reason } }))
}

/** Puts an inspection's new state wherever it, the calendar or the season is shown. */
async function shown(view: InspectionView): Promise<InspectionView> {
  queries.setQueryData(inspectionQuery(view.inspectionId).queryKey, view)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns', view.campaignId] }),
    queries.invalidateQueries({ queryKey: ['inspections', view.inspectionId], refetchType: 'none' }),
  ])
  return view
}

/** Every scheduled visit at the notice desk. */
export const announcementsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'announcements'],
    queryFn: ({ signal }) => call(listAnnouncements, { params: { campaignId }, signal }),
    staleTime: 0,
  })

/** The notice as it would be printed for these visits. */
export const announcementPaperQuery = (campaignId: string, way: AnnouncementWay, inspectionIds: readonly string[]) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'announcements', 'paper', way, ...inspectionIds],
    queryFn: ({ signal }) =>
      call(previewAnnouncement, {
        params: { campaignId },
        query: { way, inspectionIds: inspectionIds.join(',') },
        signal,
      }),
    staleTime: 0,
  })

export async function announceMany(campaignId: string, body: z.input<NonNullable<typeof announceVisits.body>>) {
  const reply = await call(announceVisits, { params: { campaignId }, body })
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns', campaignId] }),
    queries.invalidateQueries({ queryKey: ['inspections'] }),
  ])
  return reply
}
