import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, InspectionParams, Instant, Text } from '../shapes.ts'

export const PenView = z.object({
  /** Who holds the pen of the minutes; null while nobody does, and then whoever records may write. */
  holder: z
    .object({ personId: Id, fullName: z.string(), deviceId: Id.nullable(), since: Instant, mine: z.boolean() })
    .nullable(),
  /** Whom it can be handed to. */
  others: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string() })),
  /** Whether this viewer may write the minutes' texts, as far as the pen goes. */
  mayWrite: z.boolean(),
  actions: z.array(z.enum(['take', 'hand-over', 'release'])),
})
export type PenView = z.infer<typeof PenView>

export const getPen = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/visit/pen',
  access: 'fieldwork.read',
  summary: 'Who writes the minutes of a visit',
  params: InspectionParams,
  reply: PenView,
})
export const takePen = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/pen/take',
  access: 'fieldwork.record',
  summary: 'Take the pen of the minutes while nobody holds it; its holder takes it along to another device',
  params: InspectionParams,
  body: z.object({ deviceId: Id.nullable() }),
  reply: PenView,
})
export const handOverPen = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/pen/hand-over',
  access: 'fieldwork.record',
  summary: 'Hand the pen of the minutes to somebody of the roster',
  params: InspectionParams,
  body: z.object({ toPersonId: Id }),
  reply: PenView,
})
export const releasePen = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/visit/pen/release',
  access: 'fieldwork.record',
  summary: 'Lay the pen down, or as the leader take it from whoever holds it, with the reason',
  params: InspectionParams,
  body: z.object({ reason: Text }),
  reply: PenView,
})
