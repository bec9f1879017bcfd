import { z } from 'zod'
import { CountedDay } from '../calendar/contract.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { AnswerValue } from '../outlines/outline.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { CampaignParams, Id, Instant, Line, Text } from '../shapes.ts'
import { SelfReportParams, SelfReportView } from './contract.ts'

/** What happens around the sending of a report: earlier figures, remarks on items, frozen versions, corrections. */

const Figures = z.record(z.string(), z.number())

export const EarlierFiguresView = z.object({
  lastYear: z.object({ year: z.number().int(), sentOn: CalendarDate, figures: Figures }).nullable(),
  lastSent: z.object({ version: z.number().int(), sentOn: CalendarDate, figures: Figures }).nullable(),
})
export type EarlierFiguresView = z.infer<typeof EarlierFiguresView>

export const getEarlierFigures = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/earlier-figures',
  access: 'self-report.read',
  summary: 'Figures of the unit’s accepted report of an earlier campaign, and of the version sent before this one',
  params: SelfReportParams,
  reply: EarlierFiguresView,
})

/** A remark of the office on one item, with what the unit did on it. */
export const ItemRemarkView = z.object({
  itemRemarkId: Id,
  itemKey: z.string(),
  text: z.string(),
  madeBy: z.string(),
  madeAt: Instant,
  /** The version that it is about. */
  version: z.number().int(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  /** What the unit answered; empty where the item itself was mended. */
  reply: z.string(),
})
export type ItemRemarkView = z.infer<typeof ItemRemarkView>
const ItemRemarks = z.object({ remarks: z.array(ItemRemarkView) })

export const listItemRemarks = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/item-remarks',
  access: 'self-report.read',
  summary: 'The office’s remarks on items, newest first, with what was done on each',
  params: SelfReportParams,
  reply: ItemRemarks,
})
export const answerItemRemark = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/item-remarks/:itemRemarkId',
  access: 'self-report.write',
  summary: 'Mark a remark as done, with an answer where the item was left as it is; or take the mark back',
  params: SelfReportParams.extend({ itemRemarkId: Id }),
  body: z.object({ done: z.boolean(), reply: Text.default('') }),
  reply: ItemRemarks,
})

/** One sending in the list: when, by whom, in time or not by the deadline of that day, and why it was sent again. */
export const SentVersionRow = z.object({
  version: z.number().int(),
  sentAt: Instant,
  sentBy: z.string(),
  dueOn: CalendarDate.nullable(),
  verdict: z.enum(['on-time', 'late']).nullable(),
  daysLate: z.number().int().nullable(),
  /** The date that had been granted by then. */
  extendedTo: CalendarDate.nullable(),
  reason: z.string(),
  fingerprint: z.string(),
})
export type SentVersionRow = z.infer<typeof SentVersionRow>

/** A frozen version, whole. */
export const SentVersionView = SentVersionRow.extend({
  answers: z.record(z.string(), AnswerValue.nullable()),
  explanations: z.record(z.string(), z.string()),
  computed: Figures,
  counted: z.array(CountedDay),
})
export type SentVersionView = z.infer<typeof SentVersionView>

export const listSentVersions = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/versions',
  access: 'self-report.read',
  summary: 'Every version that was sent, newest first',
  params: SelfReportParams,
  reply: z.object({ versions: z.array(SentVersionRow) }),
})
const VersionParams = SelfReportParams.extend({ version: z.coerce.number().int().min(1).max(10_000) })
export const getSentVersion = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/versions/:version',
  access: 'self-report.read',
  summary: 'One sent version as it was frozen',
  params: VersionParams,
  reply: SentVersionView,
})
export const checkFingerprint = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/versions/:version/fingerprint',
  access: 'self-report.read',
  summary: 'The fingerprint worked out again from the frozen version, beside the one that was kept',
  params: VersionParams,
  reply: z.object({ kept: z.string(), recomputed: z.string(), equal: z.boolean() }),
})
export const getReceipt = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/versions/:version/receipt',
  access: 'self-report.read',
  summary: 'The receipt of a sent version as a paper',
  params: VersionParams,
  reply: z.object({ paper: Paper }),
})
export const downloadReceipt = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/versions/:version/receipt/file',
  access: 'self-report.read',
  summary: 'The same as .docx or .pdf',
  params: VersionParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})

export const askCorrection = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/corrections',
  access: 'self-report.write',
  summary: 'Ask the head to open what was sent for a correction',
  params: SelfReportParams,
  body: z.object({ reason: Line }),
  reply: SelfReportView,
})
export const openCorrection = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/corrections/open',
  access: 'self-report.send',
  summary: 'The head opens a correction; what was sent counts until the correction is sent',
  params: SelfReportParams,
  /** Why; the words of who asked for it when blank. */
  body: z.object({ reason: Text.default('') }),
  reply: SelfReportView,
})
export const declineCorrection = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/corrections/decline',
  access: 'self-report.send',
  summary: 'The head leaves the report as it was sent',
  params: SelfReportParams,
  body: z.object({ reason: Line }),
  reply: SelfReportView,
})

/** What the list of reports says of one, beside its state. */
export const ReportSending = z.object({
  inspectionId: Id,
  versions: z.number().int(),
  correction: z.enum(['asked', 'open']).nullable(),
  /** Corrections that were sent. */
  corrections: z.number().int(),
  openRemarks: z.number().int(),
  extension: z
    .object({
      state: z.enum(['asked', 'granted', 'refused']),
      wishedOn: CalendarDate,
      grantedTo: CalendarDate.nullable(),
    })
    .nullable(),
})
export type ReportSending = z.infer<typeof ReportSending>
export const listReportSendings = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/report-sendings',
  access: 'self-report.read',
  summary:
    'Of every report that the viewer may know: versions, corrections, open remarks, the last request for more time that was not taken back',
  params: CampaignParams,
  reply: z.object({ sendings: z.array(ReportSending) }),
})
