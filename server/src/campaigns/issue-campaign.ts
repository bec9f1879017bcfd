import type { CampaignPlan, issueCampaign as contract } from '@cchc/domain/campaigns/contract.ts'
import { outlineFromProposal } from '@cchc/domain/campaigns/outline-from-proposal.ts'
import { gapsOf } from '@cchc/domain/campaigns/plan.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import { requirePublished } from '../outlines/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { type CampaignRecord, lockDraft } from './queries.ts'
import { campaignView, planOf, proposalOf, reviewView } from './views.ts'

/**
 * Accepts the reviewed plan: its units, team, fields and outline become the campaign's own, and each unit gets its one
 * inspection of the year. Refused with `plan-incomplete` while anything is missing or doubtful.
 */
export const issueCampaign: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const draft = await lockDraft(db, params.campaignId, 'ban hành')
  if (draft.revision !== body.revision)
    throw new Refusal('changed-meanwhile', { what: 'Bản rà soát' }, await reviewView(db, draft, viewer))
  const plan = planOf(draft)
  const gaps = gapsOf(plan, proposalOf(draft))
  if (gaps.length > 0)
    throw new Refusal('plan-incomplete', { missing: summaryOf(gaps.map(({ sentence }) => sentence)) }, { gaps })
  const outlineVersionId =
    plan.outlineVersionId === null
      ? await keepOwnOutline(context, draft, plan.year!)
      : await requirePublished(db, plan.outlineVersionId)
  await requireFirstOfYear(context, plan)
  await settleUnits(db, params.campaignId, plan)
  await settleTeam(db, params.campaignId, plan)
  const row = await db
    .updateTable('campaigns')
    .set({
      state: 'issued',
      outlineVersionId,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      dataFrom: plan.dataFrom,
      leadWorkingDays: plan.leadWorkingDays,
      conclusionWorkingDays: plan.conclusionWorkingDays,
      remedyWorkingDays: plan.remedyWorkingDays,
      revision: draft.revision + 1,
    })
    .where('campaignId', '=', params.campaignId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('campaign.issue', params.campaignId, { units: plan.units.length, settledDoubts: plan.settledDoubts })
  return campaignView(row, viewer)
}

/** The first few gaps as one phrase without full stops inside. */
function summaryOf(sentences: string[]): string {
  const [first = '', ...rest] = sentences.map((sentence) => sentence.replace(/\.$/u, ''))
  return rest.length === 0 ? first : `${first} (và ${rest.length} điều khác)`
}

async function keepOwnOutline({ db, viewer, now }: Context, draft: CampaignRecord, year: number): Promise<string> {
  const outline = outlineFromProposal(proposalOf(draft).outline!)
  const { outlineVersionId } = await db
    .insertInto('outlineVersions')
    .values({
      title: outline.title,
      year,
      state: 'published',
      content: JSON.stringify(outline),
      origin: 'decision',
      publishedAt: now,
      publishedBy: viewer.personId,
    })
    .returning('outlineVersionId')
    .executeTakeFirstOrThrow()
  return outlineVersionId
}

/** Names the unit that another campaign of the year already inspects; the database's constraint has the last word. */
async function requireFirstOfYear({ db, viewer }: Context, plan: CampaignPlan): Promise<void> {
  const twin = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select('units.fullName')
    .where('inspections.year', '=', plan.year!)
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', '<>', 'cancelled')
    .where(
      'inspections.unitCode',
      'in',
      plan.units.map(({ unitCode }) => unitCode!),
    )
    .orderBy('units.fullName')
    .executeTakeFirst()
  if (twin) throw new Refusal('unit-visited-once-a-year', { unit: twin.fullName, year: plan.year! })
}

async function settleUnits(db: Db, campaignId: string, plan: CampaignPlan): Promise<void> {
  const codes = plan.units.map(({ unitCode }) => unitCode!)
  await db
    .insertInto('campaignUnits')
    .values(codes.map((unitCode, position) => ({ campaignId, unitCode, position })))
    .execute()
  await db
    .insertInto('inspections')
    .values(
      codes.map((unitCode, position) => ({
        campaignId,
        unitCode,
        position,
        year: plan.year!,
        kind: 'planned',
        state: 'planned',
        leadWorkingDays: plan.leadWorkingDays!,
      })),
    )
    .execute()
}

async function settleTeam(db: Db, campaignId: string, plan: CampaignPlan): Promise<void> {
  await db
    .insertInto('campaignFields')
    .values(plan.fields.map((field, position) => ({ ...field, campaignId, position })))
    .execute()
  await db
    .insertInto('teamMembers')
    .values(plan.team.map((seat, position) => ({ ...seat, campaignId, position })))
    .execute()
}
