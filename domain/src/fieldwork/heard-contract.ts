import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { InspectionParams, Instant } from '../shapes.ts'

export const HeardView = z.object({
  /** Who has sent what was recorded without a line, longest unheard of first, with when a device of theirs last sent. */
  heard: z.array(z.object({ fullName: z.string(), lastAt: Instant, mine: z.boolean() })),
  /** Who goes to the visit and of whom nothing has come since the session started, in the order of the roster. */
  silent: z.array(z.object({ fullName: z.string() })),
})
export type HeardView = z.infer<typeof HeardView>

export const getHeard = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/visit/heard',
  access: 'fieldwork.record',
  summary: 'Whose device may still keep something of an open session, before it is ended; nobody while none is open',
  params: InspectionParams,
  reply: HeardView,
})
