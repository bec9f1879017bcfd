import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../shapes.ts'
import { Outline } from './outline.ts'

export const OutlineVersionSummary = z.object({
  outlineVersionId: Id,
  title: z.string(),
  year: z.number().int(),
  state: z.enum(['draft', 'published', 'retired']),
  itemCount: z.number().int(),
  checkCount: z.number().int(),
})
export type OutlineVersionSummary = z.infer<typeof OutlineVersionSummary>

export const listOutlines = endpoint({
  method: 'GET',
  path: '/outlines',
  access: 'outline.read',
  summary: 'Every version of the outline',
  reply: z.object({ outlines: z.array(OutlineVersionSummary) }),
})
export const getOutline = endpoint({
  method: 'GET',
  path: '/outlines/:outlineVersionId',
  access: 'outline.read',
  summary: 'One version, whole',
  params: z.object({ outlineVersionId: Id }),
  reply: z.object({ version: OutlineVersionSummary, outline: Outline }),
})
