import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Revision, StreamQuery } from '../shapes.ts'
import { SavedAnswer } from './contract.ts'

const ReportParams = z.object({ selfReportId: Id })

/** A person of the unit who has the report open, and the item they are writing in; one row for each of their pages. */
export const PersonPresent = z.object({
  personId: Id,
  fullName: z.string(),
  /** The page that this is about, so that a page knows itself. */
  tab: z.string(),
  itemKey: z.string().nullable(),
})
export type PersonPresent = z.infer<typeof PersonPresent>

/**
 * What a page that has a report open is told. Never what was written: whoever may read it asks for it.
 * `present`: everybody who is in the report now · `answers`: these items were saved · `report`: its state or an
 * explanation changed · `missed`: something may have been told that was not heard here, so ask what has changed.
 */
export const ReportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('present'), people: z.array(PersonPresent) }),
  z.object({
    kind: z.literal('answers'),
    /** Null: too many to name. */
    items: z.array(z.object({ itemKey: z.string(), revision: Revision })).nullable(),
  }),
  z.object({ kind: z.literal('report') }),
  z.object({ kind: z.literal('missed') }),
])
export type ReportEvent = z.infer<typeof ReportEvent>

/** Seconds between two words of a page that it is still there, and how long one word lasts. */
export const presenceEvery = 20
export const presenceLasts = 50

export const watchSelfReport = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/live',
  access: 'self-report.read',
  summary: 'Hear, as it happens, who is in the report and which items were saved',
  params: ReportParams,
  query: StreamQuery.extend({ tab: z.string().max(40).optional() }),
  stream: true,
  reply: ReportEvent,
})

export const bePresent = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/presence',
  access: 'self-report.write',
  summary: 'Tell the colleagues which item this page is in; forgotten by itself when it is not said again',
  params: ReportParams,
  body: z.object({
    tab: z.string().min(8).max(40),
    itemKey: z.string().max(100).nullable(),
    /** False takes the page away at once. */
    here: z.boolean(),
  }),
  reply: Done,
  changesNothing: true,
})

export const listChanges = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/changes',
  access: 'self-report.read',
  summary: 'The answers that are newer than the ones in hand, of some items or of all',
  params: ReportParams,
  body: z.object({
    /** Item key → the revision in hand; what is not named is not in hand at all. */
    known: z.record(z.string().max(100), Revision),
    only: z.array(z.string().max(100)).max(500).optional(),
  }),
  reply: z.object({ answers: z.array(SavedAnswer) }),
  changesNothing: true,
})
