import type { listPlaces as contract } from '@cchc/domain/inspections/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'

/** Where the office and the units of the catalogue lie. It is of the whole catalogue, so it says nothing of who is inspected. */
export const listPlaces: Act<typeof contract> = async ({ db, settings }, { params }) => {
  const { scheduling } = await getSettledCampaign(db, params.campaignId)
  const units = await db
    .selectFrom('units')
    .select(['unitCode', 'lat', 'lon'])
    .where('lat', 'is not', null)
    .where('lon', 'is not', null)
    .orderBy('unitCode')
    .execute()
  const { officeLat, officeLon, officeName } = settings
  return {
    office: officeLat === null || officeLon === null ? null : { name: officeName, lat: officeLat, lon: officeLon },
    roadFactor: scheduling.roadFactor,
    units: units.map(({ unitCode, lat, lon }) => ({ unitCode, lat: lat!, lon: lon! })),
  }
}
