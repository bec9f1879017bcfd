import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { addPlannedInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { placeOfYear } from '../thematic/queries.ts'
import { inspectionView } from './inspection-view.ts'

/**
 * Adds a unit to the plan of a running campaign, by a supplementary decision that is kept with its number and reason. Where
 * the unit has an inspection in the year it is refused with `unit-visited-once-a-year`; of many who add it at one time, the
 * database lets one through. Basis: QĐ 2251/QĐ-UBND, mục III.4a, IV.2.
 */
export const addPlannedInspection: Act<typeof contract> = async (context, { params, body }) => {
  const { db, today, record } = context
  const { campaignId } = params
  const campaign = await getSettledCampaign(db, campaignId)
  if (campaign.state === 'closed')
    throw new Refusal('wrong-state', {
      act: 'bổ sung đơn vị',
      what: 'đợt kiểm tra',
      state: 'Đã kết thúc',
      way: 'Đơn vị kiểm tra sau đưa vào kế hoạch năm tới.',
    })
  const { issuedOn } = body
  if (issuedOn > today || issuedOn < campaign.issuedOn)
    throw new Refusal('issued-before-signing', {
      date: formatDate(issuedOn),
      why:
        issuedOn > today
          ? 'chưa tới ngày đó'
          : `sớm hơn ngày ${formatDate(campaign.issuedOn)} của quyết định được bổ sung`,
    })
  const unit = await db.selectFrom('units').select('unitCode').where('unitCode', '=', body.unitCode).executeTakeFirst()
  if (!unit) throw new Refusal('no-such-unit', { code: body.unitCode })
  const inspectionId = await insert(context, campaignId, campaign, body.unitCode)
  await db
    .insertInto('campaignUnits')
    .values({ campaignId, unitCode: body.unitCode, position: nextPosition(campaignId) })
    .onConflict((conflict) => conflict.columns(['campaignId', 'unitCode']).doNothing())
    .execute()
  await record('inspection.add', inspectionId, { ...body }, inspectionId)
  return inspectionView(context, inspectionId)
}

/** The end of the decision's list. */
const nextPosition = (campaignId: string) =>
  sql<number>`(select coalesce(max(position), -1) + 1 from campaign_units where campaign_id = ${campaignId})`

/** What `one_planned_inspection_per_unit_and_year` holds for, in the words of its index. */
const underYearRule = sql<boolean>`kind in ('planned', 'thematic')
  and state not in ('cancelled', 'merged', 'registered') and exception_id is null`

/** The new inspection's id; waits for others who insert the same, and says which inspection stands when it was not the first. */
async function insert(
  { db }: Context,
  campaignId: string,
  { year, leadWorkingDays }: { year: number; leadWorkingDays: number },
  unitCode: string,
): Promise<string> {
  const row = await db
    .insertInto('inspections')
    .values({
      campaignId,
      unitCode,
      year,
      leadWorkingDays,
      kind: 'planned',
      state: 'planned',
      position: nextPosition(campaignId),
    })
    .onConflict((conflict) => conflict.columns(['unitCode', 'year']).where(underYearRule).doNothing())
    .returning('inspectionId')
    .executeTakeFirst()
  if (row) return row.inspectionId
  const place = await placeOfYear(db, unitCode, year)
  throw new Refusal('unit-visited-once-a-year', {
    ...place,
    year,
    way:
      place?.kind === 'planned'
        ? 'Mở cuộc kiểm tra đã có thay vì thêm lần nữa.'
        : 'Phó Trưởng đoàn Thường trực rút lại quyết định kiểm tra riêng của chuyên đề, rồi lồng ghép vào cuộc kiểm tra này.',
  })
}
