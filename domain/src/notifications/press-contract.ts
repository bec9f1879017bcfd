import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { Paper } from '../papers/paper.ts'
import { Done, Id, InspectionParams, Instant, Line, Text } from '../shapes.ts'

/** What a newspaper, broadcaster or portal has published about a visit. Basis: QĐ 2251/QĐ-UBND, mục IV.4. */
export const CoverageView = z.object({
  coverageId: Id,
  url: z.string(),
  title: z.string(),
  addedBy: z.string(),
  addedAt: Instant,
  mayRemove: z.boolean(),
})
export type CoverageView = z.infer<typeof CoverageView>

export const PressView = z.object({
  openToPress: z.boolean(),
  /** Whether the viewer may open it, close it and invite. */
  mayOpen: z.boolean(),
  mayInvite: z.boolean(),
  invited: z.array(z.object({ fullName: z.string(), post: z.string(), invitedAt: Instant })),
  coverage: z.array(CoverageView),
})
export type PressView = z.infer<typeof PressView>

export const getPress = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/press',
  access: 'home.read',
  summary: 'Whether a visit is open to the press, who is invited and what has been published',
  params: InspectionParams,
  reply: PressView,
})

export const openToPress = endpoint({
  method: 'PUT',
  path: '/inspections/:inspectionId/press',
  access: 'inspection.schedule',
  summary: 'Open a visit to the press, or close it; an unannounced one is refused',
  params: InspectionParams,
  body: z.object({ open: z.boolean() }),
  reply: PressView,
})

export const listPressPeople = endpoint({
  method: 'GET',
  path: '/press/people',
  access: 'inspection.announce',
  summary: 'Accounts of the press that can be invited',
  reply: z.object({
    people: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string(), email: z.string().nullable() })),
  }),
})

/** What an invitation says; `guests` from outside in words, `pressIds` accounts of the press. */
const InvitationText = z.object({
  guests: z.array(Line).max(50),
  pressIds: z.array(Id).max(50),
  chair: Line,
  note: Text,
})

export const previewInvitation = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/invitations/paper',
  access: 'inspection.announce',
  summary: 'The invitation as it would be printed, without number and date; changes nothing',
  params: InspectionParams,
  body: InvitationText,
  reply: z.object({ paper: Paper }),
})

export const issueInvitation = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/invitations',
  access: 'inspection.announce',
  summary: 'Issue an invitation to an announced visit to guests from outside and to the press',
  params: InspectionParams,
  body: InvitationText.extend(IssueBody.shape).refine(
    ({ guests, pressIds }) => guests.length + pressIds.length > 0,
    'cần ít nhất một khách mời',
  ),
  reply: z.object({ documentId: Id, press: PressView }),
})

/** A visit as the press knows it, once announced. */
export const PressVisit = z.object({
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate,
  halfDay: HalfDay,
  place: z.string(),
  /** Cancelled or moved visits say so by themselves: a moved one shows its new time, a cancelled one is not in the list. */
  number: z.string().nullable(),
  invitedAt: Instant,
  contact: z.string(),
  coverage: z.array(CoverageView),
})
export type PressVisit = z.infer<typeof PressVisit>

export const listPressVisits = endpoint({
  method: 'GET',
  path: '/press/visits',
  access: 'press.read',
  summary: 'The visits that the viewer is invited to cover',
  reply: z.object({ visits: z.array(PressVisit) }),
})

export const addCoverage = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/coverage',
  access: 'press.cover',
  summary: 'Keep the address of what was published about a visit',
  params: InspectionParams,
  body: z.object({
    url: z.url({ protocol: /^https?$/, error: 'địa chỉ bắt đầu bằng http:// hoặc https://' }).max(1000),
    title: Line,
  }),
  reply: Done,
})

export const removeCoverage = endpoint({
  method: 'DELETE',
  path: '/coverage/:coverageId',
  access: 'press.cover',
  summary: 'Take the address of a published piece away again',
  params: z.object({ coverageId: Id }),
  reply: Done,
})
