import type { Input } from '@cchc/domain/endpoint.ts'
import {
  closeThematic,
  downloadTemplate,
  downloadThematicFile,
  editRegistration,
  getRegistration,
  importRegistrations,
  listColleagues,
  listGuests,
  listRegistrations,
  mergeThematic,
  previewSheet,
  proposeDecision,
  type RegistrationBody,
  type RegistrationDetail,
  recordThematicVisit,
  registerThematic,
  saveThematicResult,
  separateThematic,
  type ThematicUnit,
  unmergeThematic,
  uploadThematicFile,
  withdrawRegistration,
} from '@cchc/domain/thematic/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { addressOf, call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** The registrations of a campaign that the viewer may see, with the overlaps of what still waits. */
export const registrationsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'thematic'],
    queryFn: ({ signal }) => call(listRegistrations, { params: { campaignId }, signal }),
  })

export const registrationQuery = (registrationId: string) =>
  queryOptions({
    queryKey: ['thematic', registrationId],
    queryFn: ({ signal }) => call(getRegistration, { params: { registrationId }, signal }),
  })

/** Accounts of the viewer's own department. */
export const colleaguesQuery = queryOptions({
  queryKey: ['thematic-colleagues'],
  queryFn: ({ signal }) => call(listColleagues, { signal }),
})

/** What is merged into one visit. */
export const guestsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'guests'],
    queryFn: ({ signal }) => call(listGuests, { params: { inspectionId }, signal }),
  })

export const templateAddress = (campaignId: string) => addressOf(downloadTemplate.path, { campaignId })
export const resultFileAddress = (inspectionId: string) => addressOf(downloadThematicFile.path, { inspectionId })

export const register = async (campaignId: string, body: RegistrationBody) =>
  shown(await call(registerThematic, { params: { campaignId }, body }))
export const edit = async (registrationId: string, body: Input<typeof editRegistration>['body']) =>
  shown(await call(editRegistration, { params: { registrationId }, body }))
export const withdraw = async (registrationId: string, revision: number, reason: string) =>
  shown(await call(withdrawRegistration, { params: { registrationId }, body: { revision, reason } }))

type Unit = Pick<ThematicUnit, 'inspectionId' | 'revision'>
const paramsOf = ({ inspectionId }: Unit) => ({ inspectionId })

export const propose = async (unit: Unit, body: Input<typeof proposeDecision>['body']) =>
  shown(await call(proposeDecision, { params: paramsOf(unit), body }))
export const merge = async (unit: Unit, hostId: string, note: string) =>
  shown(await call(mergeThematic, { params: paramsOf(unit), body: { revision: unit.revision, hostId, note } }))
export const separate = async (unit: Unit, note: string, exceptionReason: string | null) =>
  shown(
    await call(separateThematic, { params: paramsOf(unit), body: { revision: unit.revision, note, exceptionReason } }),
  )
export const unmerge = async (unit: Unit, reason: string) =>
  shown(await call(unmergeThematic, { params: paramsOf(unit), body: { revision: unit.revision, reason } }))
export const recordVisit = async (unit: Unit, visitOn: string, halfDay: 'morning' | 'afternoon') =>
  shown(
    await call(recordThematicVisit, { params: paramsOf(unit), body: { revision: unit.revision, visitOn, halfDay } }),
  )
export const saveResult = async (unit: Unit, text: string) =>
  shown(await call(saveThematicResult, { params: paramsOf(unit), body: { revision: unit.revision, text } }))
export const uploadResult = async (unit: Unit, file: File) =>
  shown(await call(uploadThematicFile, { params: paramsOf(unit), file }))
export const closeUnit = async (unit: Unit) =>
  shown(await call(closeThematic, { params: paramsOf(unit), body: { revision: unit.revision } }))

export const readSheetFile = (campaignId: string, file: File) => call(previewSheet, { params: { campaignId }, file })
export async function importRows(campaignId: string, registrations: RegistrationBody[]) {
  const done = await call(importRegistrations, { params: { campaignId }, body: { registrations } })
  await queries.invalidateQueries({ queryKey: ['campaigns', campaignId] })
  return done
}

/** Puts a registration's new state wherever it, its host or the season is shown. */
async function shown(view: RegistrationDetail): Promise<RegistrationDetail> {
  queries.setQueryData(registrationQuery(view.registrationId).queryKey, view)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns', view.campaignId] }),
    queries.invalidateQueries({ queryKey: ['inspections'], refetchType: 'none' }),
  ])
  return view
}
