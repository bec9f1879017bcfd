import { listPeople } from '@cchc/domain/accounts/contract.ts'
import {
  addTeamMember,
  type CampaignView,
  closeCampaign,
  discardCampaign,
  editTeamMember,
  type FieldView,
  getCampaign,
  getReview,
  getTeam,
  getTeamDecision,
  importDecision,
  issueCampaign,
  listCampaigns,
  recordTeamDecision,
  removeTeamMember,
  setLeadAgency,
  setStandIns,
  startCampaign,
  type TeamDecisionView,
  type TeamMemberView,
} from '@cchc/domain/campaigns/contract.ts'
import { getOutline } from '@cchc/domain/outlines/contract.ts'
import { listUnits } from '@cchc/domain/units/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sessionQuery } from '../platform/session.ts'

/** Every campaign the viewer may know, newest first. */
export const campaignsQuery = queryOptions({
  queryKey: ['campaigns', 'list'],
  queryFn: ({ signal }) => call(listCampaigns, { signal }),
})

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'view'],
    queryFn: ({ signal }) => call(getCampaign, { params: { campaignId }, signal }),
  })

/** A draft beside the text it was read from. What is being written on the page is never replaced by a later answer. */
export const reviewQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'review'],
    queryFn: ({ signal }) => call(getReview, { params: { campaignId }, signal }),
    staleTime: 0,
  })

export const teamQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'team'],
    queryFn: ({ signal }) => call(getTeam, { params: { campaignId }, signal }),
  })

/** The whole catalogue of departments and communes; it changes a few times a year. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, { signal }),
  staleTime: 10 * 60_000,
})

/** Everybody who can be named to the team. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call(listPeople, { signal }),
})

export const outlineQuery = (outlineVersionId: string) =>
  queryOptions({
    queryKey: ['outlines', outlineVersionId],
    queryFn: ({ signal }) => call(getOutline, { params: { outlineVersionId }, signal }),
    staleTime: 10 * 60_000,
  })

/** Reads a decision into a draft; gives the draft's id. */
export async function importFile(file: File): Promise<string> {
  const { campaignId } = await call(importDecision, { file })
  await queries.invalidateQueries({ queryKey: campaignsQuery.queryKey })
  return campaignId
}

/** Issues, starts or closes a campaign, and lets every page see it. */
export async function takeStep(campaign: CampaignView, step: 'issue' | 'start' | 'close'): Promise<void> {
  const params = { campaignId: campaign.campaignId }
  if (step === 'issue') await call(issueCampaign, { params, body: { revision: campaign.revision } })
  else await call(step === 'start' ? startCampaign : closeCampaign, { params })
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
    queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])
}

export async function discardDraft(campaignId: string): Promise<void> {
  await call(discardCampaign, { params: { campaignId } })
  queries.removeQueries({ queryKey: ['campaigns', campaignId] })
  await queries.invalidateQueries({ queryKey: campaignsQuery.queryKey })
}

/** What a person fills in for a seat of the team. */
export type SeatBody = Pick<TeamMemberView, 'role' | 'agencyCode' | 'personId' | 'post' | 'fieldKeys'>

/** Adds a seat, or changes the one named. */
export async function saveSeat(campaignId: string, teamMemberId: string | null, body: SeatBody): Promise<void> {
  if (teamMemberId === null) await call(addTeamMember, { params: { campaignId }, body })
  else await call(editTeamMember, { params: { teamMemberId }, body })
  await forgetTeam(campaignId)
}

export async function removeSeat(campaignId: string, teamMemberId: string): Promise<void> {
  await call(removeTeamMember, { params: { teamMemberId } })
  await forgetTeam(campaignId)
}

/** The agency that leads a field, and the seats that stand in for it in their order. */
export async function saveField(
  campaignId: string,
  field: FieldView,
  to: { leadAgencyCode: string | null; standIns: readonly string[] },
): Promise<void> {
  const params = { campaignId, fieldKey: field.fieldKey }
  if (to.leadAgencyCode !== field.leadAgencyCode)
    await call(setLeadAgency, { params, body: { leadAgencyCode: to.leadAgencyCode } })
  if (to.standIns.join() !== field.standIns.join())
    await call(setStandIns, { params, body: { teamMemberIds: [...to.standIns] } })
  await forgetTeam(campaignId)
}

export const teamDecisionQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'team-decision'],
    queryFn: ({ signal }) => call(getTeamDecision, { params: { campaignId }, signal }),
  })

/** Keeps that the decision was signed under this number and date. */
export async function keepTeamDecision(
  campaignId: string,
  body: { number: string; issuedOn: string },
): Promise<TeamDecisionView> {
  const view = await call(recordTeamDecision, { params: { campaignId }, body })
  queries.setQueryData(teamDecisionQuery(campaignId).queryKey, view)
  await queries.invalidateQueries({ queryKey: ['campaigns', campaignId, 'documents'] })
  return view
}

/** Rosters and papers name the team, so whatever was known of inspections may be stale too. */
async function forgetTeam(campaignId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns', campaignId] }),
    queries.invalidateQueries({ queryKey: ['inspections'] }),
  ])
}
