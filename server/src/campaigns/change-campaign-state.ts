import type {
  closeCampaign as closeContract,
  discardCampaign as discardContract,
  startCampaign as startContract,
} from '@cchc/domain/campaigns/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { campaignStateNames, lockDraft } from './queries.ts'
import { campaignView } from './views.ts'

const steps = {
  start: { from: 'issued', to: 'running', act: 'mở đợt', way: 'Ban hành đợt kiểm tra trước khi mở.' },
  close: { from: 'running', to: 'closed', act: 'kết thúc', way: 'Chỉ đợt đang chạy mới kết thúc được.' },
} as const

async function take(context: Context, campaignId: string, step: keyof typeof steps) {
  const { db, viewer } = context
  const { from, to, act, way } = steps[step]
  const row = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-campaign')
  if (row.state !== from)
    throw new Refusal('wrong-state', {
      act,
      what: 'đợt kiểm tra',
      state: campaignStateNames[row.state] ?? row.state,
      way,
    })
  const after = await db
    .updateTable('campaigns')
    .set({ state: to, revision: row.revision + 1 })
    .where('campaignId', '=', campaignId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await context.record(`campaign.${step}`, campaignId, { from, to })
  return campaignView(after, viewer)
}

/** Starts the season; one campaign of a year runs at a time. */
export const startCampaign: Act<typeof startContract> = (context, { params }) =>
  take(context, params.campaignId, 'start')

/** Closes the season. */
export const closeCampaign: Act<typeof closeContract> = (context, { params }) =>
  take(context, params.campaignId, 'close')

/** Throws a draft away; its paper stays in the file store until files are swept. */
export const discardCampaign: Act<typeof discardContract> = async ({ db, record }, { params }) => {
  const draft = await lockDraft(db, params.campaignId, 'bỏ')
  await db.deleteFrom('campaigns').where('campaignId', '=', params.campaignId).execute()
  await record('campaign.discard', params.campaignId, { name: draft.name })
  return { done: true as const }
}
