import * as contract from '@cchc/domain/campaigns/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { closeCampaign, discardCampaign, startCampaign } from './change-campaign-state.ts'
import { addTeamMember, editTeamMember, removeTeamMember, setLeadAgency, setStandIns } from './edit-team.ts'
import { getCampaign, getReview, listCampaigns } from './get-campaign.ts'
import { getTeam } from './get-team.ts'
import { importDecision } from './import-decision.ts'
import { issueCampaign } from './issue-campaign.ts'
import { saveReview } from './save-review.ts'
import { downloadTeamDecision, getTeamDecision, recordTeamDecision } from './team-decision.ts'

export function campaignRoutes(edge: Edge): void {
  serve(edge, contract.importDecision, importDecision)
  serve(edge, contract.listCampaigns, listCampaigns)
  serve(edge, contract.getCampaign, getCampaign)
  serve(edge, contract.getReview, getReview)
  serve(edge, contract.saveReview, saveReview)
  serve(edge, contract.issueCampaign, issueCampaign)
  serve(edge, contract.startCampaign, startCampaign)
  serve(edge, contract.closeCampaign, closeCampaign)
  serve(edge, contract.discardCampaign, discardCampaign)
  serve(edge, contract.getTeam, getTeam)
  serve(edge, contract.addTeamMember, addTeamMember)
  serve(edge, contract.editTeamMember, editTeamMember)
  serve(edge, contract.removeTeamMember, removeTeamMember)
  serve(edge, contract.setLeadAgency, setLeadAgency)
  serve(edge, contract.setStandIns, setStandIns)
  serve(edge, contract.getTeamDecision, getTeamDecision)
  serve(edge, contract.downloadTeamDecision, downloadTeamDecision)
  serve(edge, contract.recordTeamDecision, recordTeamDecision)
}
