import type {
  downloadTeamDecision as fileContract,
  getTeamDecision as readContract,
  recordTeamDecision as recordContract,
  TeamDecisionView,
} from '@cchc/domain/campaigns/contract.ts'
import { DecidedSeat, teamDifferences } from '@cchc/domain/campaigns/decided-team.ts'
import { teamDecisionPaper } from '@cchc/domain/campaigns/team-decision-paper.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { z } from 'zod'
import { draftFile } from '../documents/paper-file.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { findStandingDocument, issueDocument } from '../documents/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { getCampaignRecord, getSettledCampaign } from './queries.ts'
import { readFields, readSeats } from './team-views.ts'
import { planOf } from './views.ts'

/** The draft of the decision that sets up the team, the one recorded, and how the team differs from it by now. */
export const getTeamDecision: Act<typeof readContract> = (context, { params }) =>
  teamDecisionView(context, params.campaignId)

/** The draft as a file, to be put before the Chairman. */
export const downloadTeamDecision: Act<typeof fileContract> = async (context, { params, query }) => {
  const { year } = await getSettledCampaign(context.db, params.campaignId)
  return draftFile('team-decision', `năm ${year}`, await paperOf(context, params.campaignId), query.format)
}

/**
 * Records the decision as signed, with the People's Committee's number and date: the paper and the team it names are frozen, and a
 * decision recorded before is replaced. Basis: QĐ 2251/QĐ-UBND, mục IV.1 (the office drafts it, the Chairman issues it).
 */
export const recordTeamDecision: Act<typeof recordContract> = async (context, { params, body }) => {
  const { db } = context
  const { campaignId } = params
  const paper = await paperOf(context, campaignId, body)
  await db
    .updateTable('documents')
    .set({ state: 'replaced' })
    .where('campaignId', '=', campaignId)
    .where('kind', '=', 'team-decision')
    .where('state', '=', 'issued')
    .execute()
  const documentId = await issueDocument(context, {
    campaignId,
    inspectionId: null,
    kind: 'team-decision',
    title: titleLine(paper),
    number: body.number,
    symbol: paper.symbol,
    issuedOn: body.issuedOn,
    paper,
  })
  await db
    .insertInto('teamDecisions')
    .values({ documentId, campaignId, seats: JSON.stringify(await decidedSeats(db, campaignId)) })
    .execute()
  await context.record('team.decide', campaignId, { documentId, number: body.number, issuedOn: body.issuedOn })
  return teamDecisionView(context, campaignId)
}

async function teamDecisionView(context: Context, campaignId: string): Promise<TeamDecisionView> {
  const { db } = context
  const paper = await paperOf(context, campaignId)
  const standing = await findStandingDocument(context, { campaignId }, 'team-decision')
  if (!standing) return { paper, issued: null, differences: [] }
  const { seats } = await db
    .selectFrom('teamDecisions')
    .select('seats')
    .where('documentId', '=', standing.documentId)
    .executeTakeFirstOrThrow()
  const { documentId, number, symbol, issuedOn } = standing
  return {
    paper,
    issued: { documentId, number: `${number}/${symbol}`, issuedOn },
    differences: teamDifferences(z.array(DecidedSeat).parse(seats), await decidedSeats(db, campaignId)),
  }
}

async function decidedSeats(db: Db, campaignId: string): Promise<DecidedSeat[]> {
  const names = new Map((await readFields(db, campaignId)).map(({ fieldKey, name }) => [fieldKey, name]))
  return (await readSeats(db, campaignId)).map(({ teamMemberId, role, post, agencyName, fullName, fieldKeys }) => ({
    teamMemberId,
    role,
    post,
    agencyName,
    fullName,
    fields: fieldKeys.map((key) => names.get(key) ?? key),
  }))
}

/** The clerk of the People's Committee keeps this series; a plan that was issued otherwise leaves the symbol of decisions. */
const symbolOf = (planSymbol: string) => (planSymbol.startsWith('QĐ') ? planSymbol : 'QĐ-UBND')

async function paperOf(
  context: Context,
  campaignId: string,
  issue?: { number: string; issuedOn: string },
): Promise<Paper> {
  const { db, settings } = context
  const campaign = await getSettledCampaign(db, campaignId)
  const plan = planOf(await getCampaignRecord(db, campaignId))
  const issuer = campaign.issuer || `Chủ tịch Ủy ban nhân dân ${settings.provinceName}`
  const signature = {
    authority: [],
    post: plan.signerPost ?? 'Chủ tịch',
    // Nobody real signs a paper of an illustrative season.
    name: settings.illustrative ? null : (plan.signerName ?? null),
  }
  const frame = paperFrame(settings, {
    year: campaign.year,
    symbol: symbolOf(campaign.symbol),
    ...issue,
    signatures: [signature],
    recipients: ['Như Điều 5', 'Thành viên Đoàn kiểm tra'],
  })
  return teamDecisionPaper({
    // Drafted by the office, issued by the People's Committee.
    frame: { ...frame, parentAgency: null, issuingAgency: settings.parentAgencyName },
    decides: issuer,
    committee: issuer.replace(/^Chủ tịch\s+/u, ''),
    year: campaign.year,
    legalBases: plan.legalBases ?? [],
    plan: citeDecision(campaign),
    office: settings.officeName,
    seats: await decidedSeats(db, campaignId),
    fields: (await readFields(db, campaignId)).map(({ name, leadAgencyName }) => ({
      name,
      leadAgency: leadAgencyName,
    })),
  })
}
