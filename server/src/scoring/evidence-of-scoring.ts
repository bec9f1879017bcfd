import { Refusal } from '@cchc/domain/refusals.ts'
import { findCriterion } from '@cchc/domain/scoring/sheet.ts'
import { sidesKnown, writeRefusal } from '@cchc/domain/scoring/states.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import { getScoredUnit } from './scored-units.ts'

/** Files on a unit's own scores, one place a criterion: changed while the unit scores itself, seen by the team once it has sent. */
export const evidenceOfScoring: AttachmentOwner = {
  async open(context, scoringId) {
    const { db, viewer } = context
    const scoring = await db
      .selectFrom('unitScorings')
      .select('inspectionId')
      .where('scoringId', '=', scoringId)
      .executeTakeFirst()
    if (!scoring) throw new Refusal('no-such-inspection')
    const unit = await getScoredUnit(context, scoring.inspectionId)
    const standing = { viewer, unitCode: unit.unitCode, state: unit.state, fieldKeys: [] }
    return {
      inspectionId: unit.inspectionId,
      refusal(criterionKey) {
        const criterion = findCriterion(unit.sheet, criterionKey)
        return criterion ? writeRefusal(standing, 'self', criterion.fieldKey) : new Refusal('no-such-criterion')
      },
      hides: () => !sidesKnown(standing).includes('self'),
    }
  },
  async changed() {},
}
