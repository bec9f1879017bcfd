import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Done, Id, Instant, Passage, Revision } from '../shapes.ts'

/**
 * Violations that need handling. Whoever records findings may flag one; nobody but those who handle it reads the flag, the one
 * who wrote it included. Who handles it is a parameter of the installation, among the leader and the standing deputy.
 */

export const ViolationFlag = z.object({
  flagId: Id,
  inspectionId: Id,
  unitName: z.string(),
  /** The finding's words when it was flagged. */
  about: z.string(),
  why: z.string(),
  flaggedBy: z.string(),
  flaggedAt: Instant,
  handledBy: z.string().nullable(),
  handledAt: Instant.nullable(),
  outcome: z.string(),
  /** Taken back by whoever flagged it, and why. */
  withdrawnAt: Instant.nullable(),
  withdrawnWhy: z.string(),
  revision: Revision,
})
export type ViolationFlag = z.infer<typeof ViolationFlag>

export const flagViolation = endpoint({
  method: 'POST',
  path: '/findings/:findingId/violation-flags',
  access: 'fieldwork.record',
  summary: 'Bring a violation before those who handle it; the answer tells nothing of other flags',
  params: z.object({ findingId: Id }),
  body: z.object({ why: Passage }),
  reply: Done,
})
export const listViolations = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/violation-flags',
  access: 'violation.handle',
  summary: 'Violations flagged to the viewer, what waits first',
  params: CampaignParams,
  reply: z.object({ flags: z.array(ViolationFlag) }),
})
export const handleViolation = endpoint({
  method: 'POST',
  path: '/violation-flags/:flagId/outcome',
  access: 'violation.handle',
  summary: 'Write down what was done about a flagged violation',
  params: z.object({ flagId: Id }),
  body: z.object({ revision: Revision, outcome: Passage }),
  reply: Done,
})
export const takeBackViolation = endpoint({
  method: 'POST',
  path: '/findings/:findingId/violation-flags/take-back',
  access: 'fieldwork.record',
  summary: 'Take one’s own flags of a finding back, with the reason; those who handle it are told',
  params: z.object({ findingId: Id }),
  body: z.object({ why: Passage }),
  reply: Done,
})

/** Who sees violations: the leader, the standing deputy, or both. */
export const violationRoles = ['team-leader', 'standing-deputy'] as const
export const ViolationRoles = z.object({
  roles: z.array(z.enum(violationRoles)).min(1, 'phải còn ít nhất một người'),
  revision: Revision,
})
export type ViolationRoles = z.infer<typeof ViolationRoles>

export const getViolationRoles = endpoint({
  method: 'GET',
  path: '/violation-roles',
  access: 'violation.handle',
  summary: 'Who sees flagged violations',
  reply: ViolationRoles,
})
export const setViolationRoles = endpoint({
  method: 'PUT',
  path: '/violation-roles',
  access: 'violation.handle',
  summary: 'Say who sees flagged violations; leader and standing deputies are told',
  body: ViolationRoles,
  reply: ViolationRoles,
})
