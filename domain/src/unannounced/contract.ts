import { z } from 'zod'
import { FieldView } from '../campaigns/contract.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { IssueNumber } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { inspectionStates } from '../inspections/states.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { CampaignParams, Id, InspectionParams, Instant, Line, Passage, Revision, Text } from '../shapes.ts'
import { UnitView } from '../units/contract.ts'

/** Where an unannounced inspection goes. Basis: QĐ 2251/QĐ-UBND, mục III.3.2. */
export const placeKinds = ['head-office', 'one-stop', 'reception', 'office', 'other'] as const
export const PlaceKind = z.enum(placeKinds)
export type PlaceKind = z.infer<typeof PlaceKind>
export const placeKindNames: Record<PlaceKind, string> = {
  'head-office': 'Trụ sở',
  'one-stop': 'Nơi giải quyết thủ tục hành chính',
  reception: 'Địa điểm tiếp công dân',
  office: 'Phòng, ban, bộ phận',
  other: 'Địa điểm khác',
}

export const Place = z.object({ kind: PlaceKind, name: Line, address: Text })
export type Place = z.infer<typeof Place>

export const PlaceView = z.object({
  placeId: Id,
  kind: PlaceKind,
  name: z.string(),
  address: z.string(),
  arrivedAt: Instant.nullable(),
  leftAt: Instant.nullable(),
})
export type PlaceView = z.infer<typeof PlaceView>

/** One who has been told, when and by whom; `always` for the proposer and the leader, who cannot be left out. */
export const ToldPerson = z.object({
  personId: Id,
  fullName: z.string(),
  post: z.string(),
  toldAt: Instant,
  toldBy: z.string().nullable(),
  why: z.string(),
  always: z.boolean(),
})
export type ToldPerson = z.infer<typeof ToldPerson>

/** One who is to go. Whoever has not been told learns of it when it is opened, or when somebody of the circle tells them. */
export const GoingPerson = z.object({
  personId: Id,
  fullName: z.string(),
  post: z.string(),
  roleName: z.string().nullable(),
  fieldKeys: z.array(z.string()),
  told: z.boolean(),
})
export type GoingPerson = z.infer<typeof GoingPerson>

/** What a plan that is not secret has at the same time; only the circle sees it. */
export const Warning = z.object({ tone: z.enum(['clash', 'note']), sentence: z.string() })
export type Warning = z.infer<typeof Warning>

export const UnannouncedRow = z.object({
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  unitType: UnitView.shape.type,
  state: z.enum(inspectionStates),
  /** Kept from all but the circle. */
  secret: z.boolean(),
  visitOn: CalendarDate.nullable(),
  halfDay: HalfDay.nullable(),
  /** How many have been told. */
  told: z.number().int(),
  clashes: z.number().int(),
  proposedBy: z.string(),
  proposedAt: Instant,
  ending: z.enum(['declined', 'cancelled']).nullable(),
  revision: Revision,
})
export type UnannouncedRow = z.infer<typeof UnannouncedRow>

export const unannouncedActions = [
  'edit',
  'order',
  'decline',
  'cancel',
  'tell',
  'open',
  'visit',
  'record-places',
  'number',
] as const
export const UnannouncedAction = z.enum(unannouncedActions)
export type UnannouncedAction = z.infer<typeof UnannouncedAction>

export const UnannouncedView = UnannouncedRow.extend({
  campaignId: Id,
  reasons: z.string(),
  notes: z.string(),
  places: z.array(PlaceView),
  people: z.array(GoingPerson),
  circle: z.array(ToldPerson),
  warnings: z.array(Warning),
  orderedBy: z.string().nullable(),
  orderedAt: Instant.nullable(),
  openedBy: z.string().nullable(),
  openedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  history: z.array(z.object({ at: Instant, who: z.string(), what: z.string(), reason: z.string().nullable() })),
  actions: z.array(UnannouncedAction),
})
export type UnannouncedView = z.infer<typeof UnannouncedView>

/** What is proposed; the proposer and the leader are told whether listed or not. */
export const UnannouncedPlan = z
  .object({
    unitCode: z.string().max(20),
    reasons: Passage,
    notes: Text,
    visitOn: CalendarDate.nullable(),
    halfDay: HalfDay.nullable(),
    places: z.array(Place).min(1, 'cần ít nhất một địa điểm').max(20),
    people: z.array(z.object({ personId: Id, fieldKeys: z.array(z.string().max(50)) })).max(60),
    circle: z.array(Id).max(60),
  })
  .refine(({ visitOn, halfDay }) => (visitOn === null) === (halfDay === null), {
    error: 'ngày và buổi phải chọn cùng nhau',
    path: ['halfDay'],
  })
export type UnannouncedPlan = z.infer<typeof UnannouncedPlan>

export const listUnannounced = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/unannounced',
  access: 'unannounced.read',
  summary: 'Unannounced inspections that the viewer has been told of, and those that have been opened',
  params: CampaignParams,
  reply: z.object({ inspections: z.array(UnannouncedRow) }),
})

/** Who can be told and who can go: the same for everybody, whatever is hidden. */
export const listUnannouncedChoices = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/unannounced-choices',
  access: 'unannounced.read',
  summary: 'People of the team who can be told of an unannounced inspection and go to it, and the fields',
  params: CampaignParams,
  reply: z.object({
    people: z.array(
      z.object({
        personId: Id,
        fullName: z.string(),
        post: z.string(),
        roleName: z.string().nullable(),
        fieldKeys: z.array(z.string()),
        /** The leader, who is always told. */
        leads: z.boolean(),
        /** Told unless somebody says otherwise: the standing deputy. */
        usual: z.boolean(),
      }),
    ),
    fields: z.array(FieldView.pick({ fieldKey: true, name: true })),
  }),
})

export const getUnannounced = endpoint({
  method: 'GET',
  path: '/unannounced/:inspectionId',
  access: 'unannounced.read',
  summary: 'One unannounced inspection with its places, people, circle and warnings',
  params: InspectionParams,
  reply: UnannouncedView,
})

export const proposeUnannounced = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/unannounced',
  access: 'unannounced.propose',
  summary: 'Propose an unannounced inspection to the leader',
  params: CampaignParams,
  body: UnannouncedPlan,
  reply: UnannouncedView,
})

export const editUnannounced = endpoint({
  method: 'PUT',
  path: '/unannounced/:inspectionId',
  access: 'unannounced.read',
  summary: 'Change what is proposed or ordered; another unit, day or reason needs a new order',
  params: InspectionParams,
  body: z.object({ revision: Revision, plan: UnannouncedPlan }),
  reply: UnannouncedView,
})

export const orderUnannounced = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/order',
  access: 'unannounced.order',
  summary: 'The leader orders it',
  params: InspectionParams,
  body: z.object({ revision: Revision }),
  reply: UnannouncedView,
})

export const declineUnannounced = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/decline',
  access: 'unannounced.order',
  summary: 'The leader declines it with a reason',
  params: InspectionParams,
  body: z.object({ revision: Revision, reason: Line }),
  reply: UnannouncedView,
})

export const cancelUnannounced = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/cancel',
  access: 'unannounced.propose',
  summary: 'Cancel it before it is opened; it stays secret for good',
  params: InspectionParams,
  body: z.object({ revision: Revision, reason: Line }),
  reply: UnannouncedView,
})

export const tellPerson = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/circle',
  access: 'unannounced.read',
  summary: 'Tell one more person of the team',
  params: InspectionParams,
  body: z.object({ personId: Id, why: Text }),
  reply: UnannouncedView,
})

export const untellPerson = endpoint({
  method: 'DELETE',
  path: '/unannounced/:inspectionId/circle/:personId',
  access: 'unannounced.read',
  summary: 'Show it no longer to a person who was told',
  params: InspectionParams.extend({ personId: Id }),
  reply: UnannouncedView,
})

export const openUnannounced = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/open',
  access: 'unannounced.read',
  summary: 'Open it on site, at the first place; from now on it is an inspection like any other',
  params: InspectionParams,
  body: z.object({ placeId: Id }),
  reply: UnannouncedView,
})

/** An instant, or the product's own present, which a device may not know. */
const Moment = z.union([z.literal('now'), Instant])

export const recordPlace = endpoint({
  method: 'PUT',
  path: '/unannounced/:inspectionId/places/:placeId',
  access: 'fieldwork.record',
  summary: 'When the team came to a place and when it left',
  params: InspectionParams.extend({ placeId: Id }),
  body: z.object({ arrivedAt: Moment.nullable(), leftAt: Moment.nullable() }),
  reply: UnannouncedView,
})

export const addPlace = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/places',
  access: 'fieldwork.record',
  summary: 'Add a place on site',
  params: InspectionParams,
  body: Place,
  reply: UnannouncedView,
})

/** The leader's order, and the notice that is handed over on site. */
export const unannouncedPapers = ['unannounced-order', 'unannounced-notice'] as const
const PaperParams = InspectionParams.extend({ kind: z.enum(unannouncedPapers) })

export const getUnannouncedPaper = endpoint({
  method: 'GET',
  path: '/unannounced/:inspectionId/papers/:kind',
  access: 'unannounced.read',
  summary: 'A paper of an unannounced inspection, draft or issued, as data; a draft bears no number',
  params: PaperParams,
  reply: z.object({ paper: Paper, documentId: Id.nullable() }),
})

export const downloadUnannouncedPaper = endpoint({
  method: 'GET',
  path: '/unannounced/:inspectionId/papers/:kind/file',
  access: 'unannounced.read',
  summary: 'A paper of an unannounced inspection as .docx or .pdf',
  params: PaperParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})

export const numberUnannouncedPaper = endpoint({
  method: 'POST',
  path: '/unannounced/:inspectionId/papers/:kind/issue',
  access: 'inspection.announce',
  summary: 'Enter a paper in the office’s book once the inspection has been opened; it bears the day it was given on',
  params: PaperParams,
  body: z.object({ number: IssueNumber }),
  reply: UnannouncedView,
})
