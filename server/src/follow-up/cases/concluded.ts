import { draftConclusion, issueConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import type { BuiltCampaign } from '../../../test/factories.ts'
import type { TestHouse } from '../../../test/house.ts'
import { planner, standingDeputy } from '../../../test/people.ts'
import { buildVisited } from '../../conclusions/cases/visited-inspection.ts'

let number = 500

/** A concluded inspection of Phường Lê Chân (or another unit) with two open recommendations due 17/8/2026. Its notice is of 20/7/2026. */
export async function concluded(
  house: TestHouse,
  campaign: BuiltCampaign,
  unit: { unitCode?: string; halfDay?: 'morning' | 'afternoon' } = {},
): Promise<{ inspectionId: string; ids: [string, string] }> {
  const { inspectionId } = await buildVisited(house, campaign, unit)
  const params = (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
  ;(await house.as(planner).call(submitConclusion, { params })).ok()
  const body = { number: String(++number), issuedOn: '2026-07-20' }
  const { recommendations } = (await house.as(standingDeputy).call(issueConclusion, { params, body })).ok()
  return { inspectionId, ids: recommendations.map(({ recommendationId }) => recommendationId) as [string, string] }
}
