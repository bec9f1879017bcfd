import { SchedulingSettings } from '@cchc/domain/campaigns/scheduling-settings.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import type { Db } from '../platform/context.ts'
import type { Campaigns } from '../platform/schema.ts'

export type CampaignRecord = Selectable<Campaigns>

/** One campaign, or `no-such-campaign`. */
export async function getCampaignRecord(db: Db, campaignId: string): Promise<CampaignRecord> {
  const row = await db.selectFrom('campaigns').selectAll().where('campaignId', '=', campaignId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-campaign')
  return row
}

/** A campaign that has been issued: all that a season needs is settled. */
export interface SettledCampaign {
  readonly campaignId: string
  readonly state: string
  readonly name: string
  readonly year: number
  readonly number: string
  readonly symbol: string
  readonly issuedOn: string
  /** Who issued the decision, as the paper names them. */
  readonly issuer: string
  readonly periodFrom: string
  readonly periodTo: string
  readonly dataFrom: string
  readonly leadWorkingDays: number
  readonly conclusionWorkingDays: number
  readonly remedyWorkingDays: number
  readonly outlineVersionId: string
  readonly scheduling: SchedulingSettings
}

/** The campaign as settled; a draft is refused with `wrong-state`. */
export async function getSettledCampaign(db: Db, campaignId: string): Promise<SettledCampaign> {
  const row = await getCampaignRecord(db, campaignId)
  if (row.state === 'draft')
    throw new Refusal('wrong-state', {
      act: 'làm việc này',
      what: 'đợt kiểm tra',
      state: 'Dự thảo',
      way: 'Rà soát và ban hành đợt kiểm tra trước.',
    })
  const {
    year,
    number,
    symbol,
    issuedOn,
    periodFrom,
    periodTo,
    dataFrom,
    leadWorkingDays,
    conclusionWorkingDays,
    remedyWorkingDays,
    outlineVersionId,
  } = row
  const { issuer } = row.plan as { issuer: string | null }
  return {
    campaignId,
    state: row.state,
    name: row.name,
    issuer: issuer ?? '',
    year: year!,
    number: number!,
    symbol: symbol!,
    issuedOn: issuedOn!,
    periodFrom: periodFrom!,
    periodTo: periodTo!,
    dataFrom: dataFrom!,
    leadWorkingDays: leadWorkingDays!,
    conclusionWorkingDays: conclusionWorkingDays!,
    remedyWorkingDays: remedyWorkingDays!,
    outlineVersionId: outlineVersionId!,
    scheduling: SchedulingSettings.parse(row.scheduling),
  }
}

/** A draft, locked; refuses with `wrong-state` once the campaign has been issued. `act` reads "không … được". */
export async function lockDraft(db: Db, campaignId: string, act: string): Promise<CampaignRecord> {
  const row = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-campaign')
  if (row.state !== 'draft')
    throw new Refusal('wrong-state', {
      act,
      what: 'đợt kiểm tra',
      state: campaignStateNames[row.state] ?? row.state,
      way: 'Chỉ bản dự thảo mới sửa, ban hành hay bỏ được.',
    })
  return row
}

/** A campaign's fields with their names, in its order. */
export async function namedFields(db: Db, campaignId: string): Promise<{ fieldKey: string; name: string }[]> {
  return db
    .selectFrom('campaignFields')
    .select(['fieldKey', 'name'])
    .where('campaignId', '=', campaignId)
    .orderBy('position')
    .execute()
}

/** What the screen calls each state of a campaign. */
export const campaignStateNames: Record<string, string> = {
  draft: 'Dự thảo',
  issued: 'Đã ban hành',
  running: 'Đang chạy',
  closed: 'Đã kết thúc',
}
