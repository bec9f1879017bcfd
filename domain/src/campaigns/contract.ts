import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { paddedNumber } from '../papers/letterhead.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { CampaignParams, DocumentNumber, Done, Id, Instant, Line, Revision, Text } from '../shapes.ts'
import { DecisionProposal } from './decision/proposal.ts'

export const teamRoles = ['leader', 'standing-deputy', 'deputy', 'member', 'secretary'] as const
export const teamRoleNames: Record<(typeof teamRoles)[number], string> = {
  leader: 'Trưởng đoàn',
  'standing-deputy': 'Phó Trưởng đoàn Thường trực',
  deputy: 'Phó Trưởng đoàn',
  member: 'Thành viên',
  secretary: 'Thư ký Đoàn',
}
export const CampaignState = z.enum(['draft', 'issued', 'running', 'closed'])

/** A number of working days that no paper fixes: a person must enter it before the campaign is issued. */
const Days = z.number().int().min(1).max(120).nullable()

/** The plan as a person reviews and accepts it; null is "not settled yet". Basis: QĐ 2251/QĐ-UBND, mục I–V and annexes. */
export const CampaignPlan = z.object({
  name: z.string(),
  year: z.number().int().min(2000).max(2100).nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  issuer: z.string().nullable(),
  signerName: z.string().nullable(),
  signerPost: z.string().nullable(),
  legalBases: z.array(z.string()),
  recipients: z.array(z.string()),
  periodFrom: CalendarDate.nullable(),
  periodTo: CalendarDate.nullable(),
  dataFrom: CalendarDate.nullable(),
  leadWorkingDays: z.number().int().min(0).max(60).nullable(),
  conclusionWorkingDays: Days,
  remedyWorkingDays: Days,
  fields: z.array(z.object({ fieldKey: z.string(), name: z.string(), leadAgencyCode: z.string().nullable() })),
  team: z.array(
    z.object({
      role: z.enum(teamRoles),
      post: z.string(),
      agencyCode: z.string().nullable(),
      fieldKeys: z.array(z.string()),
    }),
  ),
  units: z.array(
    z.object({
      line: z.number().int().nullable(),
      text: z.string(),
      unitCode: z.string().nullable(),
      confirmed: z.boolean(),
    }),
  ),
  /** A published outline, or null to use the outline read from the paper. */
  outlineVersionId: Id.nullable(),
  /** Codes of the proposal's doubts that the reviewer has looked at and settled. */
  settledDoubts: z.array(z.string()),
})
export type CampaignPlan = z.infer<typeof CampaignPlan>

export const CampaignSummary = z.object({
  campaignId: Id,
  name: z.string(),
  year: z.number().int().nullable(),
  decision: z.string(),
  state: CampaignState,
  unitCount: z.number().int(),
  createdAt: Instant,
})
export type CampaignSummary = z.infer<typeof CampaignSummary>

export const CampaignView = CampaignSummary.extend({
  plan: CampaignPlan,
  sourceFileName: z.string().nullable(),
  revision: Revision,
  actions: z.array(z.enum(['review', 'issue', 'start', 'close', 'discard'])),
})
export type CampaignView = z.infer<typeof CampaignView>

export const ReviewView = CampaignView.extend({
  /** Lines of the paper, as read; line n of the proposal is `lines[n - 1]`. */
  lines: z.array(z.string()),
  proposal: DecisionProposal,
  outlines: z.array(
    z.object({ outlineVersionId: Id, title: z.string(), year: z.number().int(), itemCount: z.number().int() }),
  ),
  /** What still stands between this draft and issuing it, each a Vietnamese sentence with the part of the plan it is about. */
  missing: z.array(z.object({ part: z.string(), sentence: z.string() })),
})
export type ReviewView = z.infer<typeof ReviewView>

export const importDecision = endpoint({
  method: 'POST',
  path: '/campaigns/decision',
  access: 'campaign.prepare',
  summary:
    'Read a decision (.txt, .docx, .pdf with text) into a draft campaign to be reviewed; a paper that cannot be read leaves nothing behind',
  upload: { maxBytes: 20 * 1024 * 1024 },
  reply: z.object({ campaignId: Id }),
})

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/campaigns',
  access: 'campaign.read',
  summary: 'Every campaign, newest first',
  reply: z.object({ campaigns: z.array(CampaignSummary) }),
})

export const getCampaign = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId',
  access: 'campaign.read',
  summary: 'One campaign',
  params: CampaignParams,
  reply: CampaignView,
})

export const getReview = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/review',
  access: 'campaign.prepare',
  summary: 'A draft campaign beside the text it was read from',
  params: CampaignParams,
  reply: ReviewView,
})

export const saveReview = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/review',
  access: 'campaign.prepare',
  summary: 'Keep the reviewer’s corrections',
  params: CampaignParams,
  body: z.object({ revision: Revision, plan: CampaignPlan }),
  reply: ReviewView,
})

export const issueCampaign = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/issue',
  access: 'campaign.decide',
  summary:
    'Accept the reviewed plan: units, team and outline become the campaign’s own; refused while anything is doubtful or missing',
  params: CampaignParams,
  body: z.object({ revision: Revision }),
  reply: CampaignView,
})

export const startCampaign = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/start',
  access: 'campaign.decide',
  summary: 'Start the season',
  params: CampaignParams,
  reply: CampaignView,
})
export const closeCampaign = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/close',
  access: 'campaign.decide',
  summary: 'Close the season',
  params: CampaignParams,
  reply: CampaignView,
})
export const discardCampaign = endpoint({
  method: 'DELETE',
  path: '/campaigns/:campaignId',
  access: 'campaign.prepare',
  summary: 'Throw a draft away',
  params: CampaignParams,
  reply: Done,
})

export const TeamMemberView = z.object({
  teamMemberId: Id,
  role: z.enum(teamRoles),
  roleName: z.string(),
  agencyCode: z.string().nullable(),
  agencyName: z.string().nullable(),
  personId: Id.nullable(),
  fullName: z.string().nullable(),
  post: z.string(),
  fieldKeys: z.array(z.string()),
})
export type TeamMemberView = z.infer<typeof TeamMemberView>

export const FieldView = z.object({
  fieldKey: z.string(),
  name: z.string(),
  leadAgencyCode: z.string().nullable(),
  leadAgencyName: z.string().nullable(),
  /** Seats that take the field when the lead agency's is away, in this order. */
  standIns: z.array(Id),
})
export type FieldView = z.infer<typeof FieldView>

export const getTeam = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/team',
  access: 'campaign.read',
  summary: 'The inspection team and the field each agency leads',
  params: CampaignParams,
  reply: z.object({ members: z.array(TeamMemberView), fields: z.array(FieldView) }),
})

const TeamMemberBody = z.object({
  role: z.enum(teamRoles),
  agencyCode: z.string().nullable(),
  personId: Id.nullable(),
  post: Line,
  fieldKeys: z.array(z.string()),
})
export const addTeamMember = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/team',
  access: 'team.edit',
  summary: 'Add a seat to the team',
  params: CampaignParams,
  body: TeamMemberBody,
  reply: TeamMemberView,
})
export const editTeamMember = endpoint({
  method: 'PUT',
  path: '/team-members/:teamMemberId',
  access: 'team.edit',
  summary: 'Change a seat: role, agency, person, fields',
  params: z.object({ teamMemberId: Id }),
  body: TeamMemberBody,
  reply: TeamMemberView,
})
export const removeTeamMember = endpoint({
  method: 'DELETE',
  path: '/team-members/:teamMemberId',
  access: 'team.edit',
  summary: 'Remove a seat that has no visit',
  params: z.object({ teamMemberId: Id }),
  reply: Done,
})

export const setLeadAgency = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/fields/:fieldKey',
  access: 'team.edit',
  summary: 'Name the agency that leads a field',
  params: CampaignParams.extend({ fieldKey: z.string().max(50) }),
  body: z.object({ leadAgencyCode: z.string().nullable(), note: Text.optional() }),
  reply: FieldView,
})

export const setStandIns = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/fields/:fieldKey/stand-ins',
  access: 'team.edit',
  summary: 'Name, in order, the seats that take a field when its lead agency’s seat is away',
  params: CampaignParams.extend({ fieldKey: z.string().max(50) }),
  body: z.object({ teamMemberIds: z.array(Id).max(40) }),
  reply: FieldView,
})

export const TeamDecisionView = z.object({
  /** The decision as it would be drafted today. */
  paper: Paper,
  /** The decision that stands, as it was recorded; null while none has been. */
  issued: z.object({ documentId: Id, number: z.string(), issuedOn: CalendarDate }).nullable(),
  /** How the team differs by now from the recorded decision, each as a sentence. */
  differences: z.array(z.string()),
})
export type TeamDecisionView = z.infer<typeof TeamDecisionView>

export const getTeamDecision = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/team-decision',
  access: 'fieldwork.read',
  summary: 'The decision that sets up the team, drafted from the team as it is, beside the one that was recorded',
  params: CampaignParams,
  reply: TeamDecisionView,
})

export const downloadTeamDecision = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/team-decision/file',
  access: 'fieldwork.read',
  summary: 'The draft of the decision that sets up the team as .docx or .pdf, to be put before the Chairman',
  params: CampaignParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})

export const recordTeamDecision = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/team-decision',
  access: 'team.edit',
  summary:
    'Record that the decision has been signed, with the number and date of the People’s Committee; it is frozen, and replaces one recorded before',
  params: CampaignParams,
  body: z.object({
    number: DocumentNumber.refine((number) => /[1-9]/.test(number), 'số văn bản bắt đầu từ 01').transform((number) =>
      paddedNumber(number.toLowerCase()),
    ),
    issuedOn: CalendarDate,
  }),
  reply: TeamDecisionView,
})
