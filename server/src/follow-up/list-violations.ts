import type { listViolations as contract } from '@cchc/domain/follow-up/violation-contract.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'

/** Violations flagged to the viewer; row-level security keeps them from everybody else. What waits comes first, oldest first. */
export const listViolations: Act<typeof contract> = async ({ db, viewer }, { params }) => {
  const flags = await visibleInspections(db, viewer)
    .innerJoin('violationFlags as flags', 'flags.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('people as flagger', 'flagger.personId', 'flags.flaggedBy')
    .leftJoin('people as handler', 'handler.personId', 'flags.handledBy')
    .select([
      'flags.flagId',
      'flags.inspectionId',
      'units.fullName as unitName',
      'flags.about',
      'flags.why',
      'flagger.fullName as flaggedBy',
      'flags.flaggedAt',
      'handler.fullName as handledBy',
      'flags.handledAt',
      'flags.outcome',
      'flags.revision',
      'flags.withdrawnAt',
      'flags.withdrawnWhy',
    ])
    .where('inspections.campaignId', '=', params.campaignId)
    .orderBy((eb) => eb.or([eb('flags.handledAt', 'is not', null), eb('flags.withdrawnAt', 'is not', null)]))
    .orderBy('flags.flaggedAt')
    .orderBy('flags.flagOrder')
    .execute()
  return { flags }
}
