import { documentKinds } from '@cchc/domain/documents/contract.ts'
import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import { z } from 'zod'
import type { Sample, World } from './worlds.ts'
import { hiddenUnit } from './worlds.ts'

/** The half-day of the hidden inspection, which a planned visit could take. */
export const hiddenSlot = { visitOn: '2026-09-28', halfDay: 'morning' as const }

const { visitOn, halfDay } = hiddenSlot

/** The secret address of the calendar of somebody in the circle. */
export const calendarToken = 'dia-chi-lich-ca-nhan-cua-truong-doan-minh-hoa'

/** When a vehicle drives on that day. */
export const hiddenTrip = { travelOn: visitOn, departsAt: '07:00', returnsAt: '12:00', pickups: [], note: '' }

/** What a parameter of a path stands for: ids of things that both worlds have, and of what only one of them has. */
export type Parameters = Record<string, readonly string[]>

/** Ids of everything that paths name, read from the world that has nothing hidden; `hidden` are ids of the other's secret. */
export async function readParameters(
  { owner }: World,
  hidden: { inspectionId: string; placeId: string },
): Promise<Parameters> {
  const ids = async (table: string, column: string, limit = 2) =>
    (
      (await owner
        .selectFrom(table as 'units')
        .select(column as 'unitCode')
        .orderBy(column as 'unitCode')
        .limit(limit)
        .execute()) as Record<string, unknown>[]
    ).map((row) => String(row[column]))
  const report = async (direction: 'asc' | 'desc') =>
    (
      await owner
        .selectFrom('selfReports')
        .select('selfReportId')
        .orderBy('sentAt', (order) => (direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsFirst()))
        .orderBy('selfReportId')
        .executeTakeFirstOrThrow()
    ).selfReportId
  const inspections = await owner
    .selectFrom('inspections')
    .select(['inspectionId', 'state'])
    .where('state', 'in', ['announced', 'concluded'])
    .orderBy('position')
    .execute()
  // Of either kind: a notice that binds the unit, which everything after it hangs on, and a draft.
  const conclusions = (issued: boolean) =>
    owner.selectFrom('conclusions').where('conclusions.state', issued ? '=' : '<>', 'issued')
  const conclusion = async (issued: boolean) =>
    (await conclusions(issued).select('conclusionId').orderBy('conclusionId').executeTakeFirstOrThrow()).conclusionId
  const recommendation = async (issued: boolean) =>
    (
      await conclusions(issued)
        .innerJoin('recommendations', 'recommendations.conclusionId', 'conclusions.conclusionId')
        .select('recommendationId')
        .orderBy('recommendationId')
        .executeTakeFirstOrThrow()
    ).recommendationId
  const ofState = (state: string) => inspections.find((row) => row.state === state)!.inspectionId
  return {
    campaignId: await ids('campaigns', 'campaignId'),
    inspectionId: [ofState('announced'), ofState('concluded'), hidden.inspectionId],
    placeId: [hidden.placeId],
    // One that was sent has versions, one that was not has none yet.
    selfReportId: [await report('asc'), await report('desc')],
    documentId: await ids('documents', 'documentId', 3),
    conclusionId: [await conclusion(true), await conclusion(false)],
    recommendationId: [await recommendation(true), await recommendation(false)],
    findingId: await ids('findings', 'findingId', 1),
    remarkId: await ids('conclusionRemarks', 'remarkId', 1),
    pointId: await ids('conclusionPoints', 'pointId', 1),
    outlineVersionId: await ids('outlineVersions', 'outlineVersionId', 1),
    personId: await ids('people', 'personId', 1),
    teamMemberId: await ids('teamMembers', 'teamMemberId', 1),
    registrationId: await ids('thematicRegistrations', 'registrationId'),
    vehicleId: await ids('vehicles', 'vehicleId', 1),
    tripId: await ids('trips', 'tripId', 1),
    busyTimeId: [none],
    costId: [none],
    budgetLineId: [none],
    attachmentId: [none],
    requestId: [none],
    uploadId: [none],
    version: ['1'],
    itemRemarkId: [none],
    changeId: [none],
    extensionId: [none],
    flagId: [none],
    sheetId: [none],
    criterionKey: ['none'],
    showingId: [none],
    pointKey: ['overview'],
    scheduleProposalId: [none],
    notificationId: await ids('notifications', 'notificationId', 1),
    mailId: [none],
    coverageId: [none],
    token: [`${calendarToken}.ics`, 'khong-co-dia-chi-lich-nao-nhu-vay.ics'],
    code: [hiddenUnit],
    unitCode: [hiddenUnit],
    fieldKey: ['steering'],
    itemKey: await ids('answers', 'itemKey', 1),
    checkKey: ['none'],
    day: ['2026-09-02', visitOn],
    kind: documentKinds,
  }
}

/** An id of nothing: the tables behind it are empty in the small season. */
const none = '00000000-0000-4000-8000-000000000000'

/** What is asked with each entry that needs to be asked something, or that could tell more when it is; others are asked nothing. */
const queries: Record<string, readonly Record<string, string>[]> = {
  '/search': [{ q: 'Hải' }, { q: 'ngo quyen' }, { q: '1' }, { q: 'đột xuất' }],
  '/inspections/:inspectionId/slot': [{ visitOn, halfDay }],
  '/inspections/:inspectionId/slots': [{ from: '2026-09-21', to: '2026-10-02' }],
  '/inspections/:inspectionId/roster': [{}, { visitOn, halfDay }],
  '/calendar/deadline': [{ visitOn, days: '3' }],
  '/campaigns/:campaignId/next-number': documentKinds.map((kind) => ({ kind })),
  '/campaigns/:campaignId/announcements/paper': [{ way: 'all', inspectionIds: none }],
  '/units': [{}, { q: 'ngo quyen' }],
  '/campaigns/:campaignId/transport-paper': [{ from: visitOn, to: visitOn }],
  '/campaigns/:campaignId/transport-paper/file': [{ from: visitOn, to: visitOn }],
  // A stream as it begins; what it tells later has passed the same check, asked again while it is open.
  '/self-reports/:selfReportId/live': [{ once: '1' }],
  '/documents/:documentId/file': [{}, { format: 'pdf' }],
  '/inspections/:inspectionId/self-report/figures': [{}, { blank: 'true' }],
  '/people': [{}, { unitCode: hiddenUnit }],
}

/** Every way that one entry is asked. Throws with the name of what has no sample, so that no entry is left out by forgetting. */
export function samplesOf(entry: AnyEndpoint, parameters: Parameters): Sample[] {
  let all: Record<string, string>[] = [{}]
  for (const [, name] of entry.path.matchAll(/:(\w+)/g)) {
    const values = parameters[name!]
    if (!values) throw new Error(`${entry.method} ${entry.path}: no sample of :${name} in two-worlds/samples.ts`)
    all = all.flatMap((params) => values.map((value) => ({ ...params, [name!]: value })))
  }
  const asked = queries[entry.path] ?? [{}]
  for (const query of asked) {
    if (entry.query && !entry.query.safeParse(query).success)
      throw new Error(`${entry.method} ${entry.path}: its query needs a sample in two-worlds/samples.ts`)
  }
  // A word that this entry does not take would only be refused for its form.
  if (entry.params) all = all.filter((params) => entry.params.safeParse(params).success)
  return all.flatMap((params) => asked.map((query) => ({ entry, params, query })))
}

/** A body that an entry takes, made from its shape alone. */
export function bodyOf(entry: AnyEndpoint): unknown {
  if (!entry.body) return undefined
  return instanceOf(z.toJSONSchema(entry.body, { io: 'input', unrepresentable: 'any' }) as Shape)
}

interface Shape {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Record<string, Shape>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minimum?: number
}

function instanceOf(shape: Shape): unknown {
  const [first] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? []
  if (first) return instanceOf(first)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((name) => [name, instanceOf(shape.properties![name]!)]))
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => instanceOf(shape.items!))
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(0, shape.minimum ?? 0)
  if (shape.type === 'boolean') return false
  if (shape.type === 'null') return null
  if (shape.format === 'uuid' || shape.format === 'guid' || shape.pattern?.includes('0-9a-f')) return none
  if (shape.format === 'date' || shape.pattern?.includes('\\d{4}')) return visitOn
  if (shape.format === 'date-time') return '2026-09-15T02:00:00Z'
  return '7'
}
