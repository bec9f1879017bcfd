import { holds, isBoundToOwn } from '@cchc/domain/access/permissions.ts'
import { writerRefusal } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import { getVisitGround, readRoster, standingOf } from './queries.ts'

/**
 * Photos taken on site: the owner is the inspection, the place a finding, which may come after its photos. For the team alone: the
 * unit never sees them, and a department that sent nobody of its own neither.
 */
export const evidenceOfFindings: AttachmentOwner = {
  async open(context, inspectionId) {
    const { db, viewer } = context
    const ground = await getVisitGround(context, inspectionId)
    const standing = standingOf(viewer, ground, await readRoster(db, inspectionId))
    const isHidden = !holds(viewer, 'fieldwork.read') || (isBoundToOwn(viewer) && standing.seat === null)
    if (isHidden) return { inspectionId, refusal: () => new Refusal('not-permitted'), hides: () => true }
    const refusal = writerRefusal(standing) ?? (standing.visitState === 'closed' ? new Refusal('session-closed') : null)
    return { inspectionId, refusal: () => refusal, hides: () => false }
  },
  async changed() {},
}
