import {
  addBusyTime,
  type BusyTimeBody,
  type BusyTimeView,
  changeBusyTime,
  importCalendarFile,
  listOwnBusyTimes,
  listTeamBusyTimes,
  previewCalendarFile,
  removeBusyTime,
} from '@cchc/domain/availability/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Whose busy times they are. */
export type Subject = { personId: string; unitCode: null } | { personId: null; unitCode: string }

export const ownBusyQuery = queryOptions({
  queryKey: ['busy-times'],
  queryFn: ({ signal }) => call(listOwnBusyTimes, { signal }),
})

export const teamBusyQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'busy-times'],
    queryFn: ({ signal }) => call(listTeamBusyTimes, { params: { campaignId }, signal }),
  })

/** Enters a busy time, or changes the one named. */
export async function saveBusyTime(subject: Subject, known: BusyTimeView | null, body: BusyTimeBody): Promise<void> {
  if (known)
    await call(changeBusyTime, {
      params: { busyTimeId: known.busyTimeId },
      body: { revision: known.revision, ...body },
    })
  else await call(addBusyTime, { body: { ...subject, ...body } })
  await forgetBusyTimes()
}

export async function dropBusyTime(busyTimeId: string): Promise<void> {
  await call(removeBusyTime, { params: { busyTimeId } })
  await forgetBusyTimes()
}

const ofWhom = ({ personId, unitCode }: Subject) => ({
  personId: personId ?? undefined,
  unitCode: unitCode ?? undefined,
})

export const readCalendarFile = (campaignId: string, subject: Subject, file: File) =>
  call(previewCalendarFile, { params: { campaignId }, query: ofWhom(subject), file })

export async function keepCalendarFile(campaignId: string, subject: Subject, file: File) {
  const result = await call(importCalendarFile, { params: { campaignId }, query: ofWhom(subject), file })
  await forgetBusyTimes()
  return result
}

/** Rosters and half-days are judged by busy times. */
async function forgetBusyTimes(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ownBusyQuery.queryKey }),
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
    queries.invalidateQueries({ queryKey: ['inspections'] }),
  ])
}
