import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { paddedNumber } from '../papers/letterhead.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { CampaignParams, DocumentNumber, Id, InspectionParams } from '../shapes.ts'

export const documentKinds = [
  'schedule-notice',
  'schedule-notice-all',
  'change-notice',
  'invitation',
  'minutes',
  'conclusion-notice',
  'correction-letter',
  'withdrawal-notice',
  'synthesis-report',
  'unannounced-order',
  'unannounced-notice',
  'team-decision',
] as const
export const DocumentKind = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof DocumentKind>

export const documentKindNames: Record<DocumentKind, string> = {
  'schedule-notice': 'Thông báo lịch kiểm tra',
  'schedule-notice-all': 'Thông báo lịch kiểm tra chung',
  'change-notice': 'Thông báo thay đổi lịch kiểm tra',
  invitation: 'Giấy mời',
  minutes: 'Biên bản kiểm tra',
  'conclusion-notice': 'Thông báo kết luận',
  'correction-letter': 'Công văn đính chính',
  'withdrawal-notice': 'Thông báo thu hồi văn bản',
  'synthesis-report': 'Báo cáo tổng hợp',
  'unannounced-order': 'Chỉ đạo kiểm tra đột xuất',
  'unannounced-notice': 'Thông báo kiểm tra đột xuất',
  'team-decision': 'Quyết định thành lập Đoàn kiểm tra',
}

/** How each kind is abbreviated in its symbol; null for minutes, which carry no number. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III. */
export const documentTypeCodes: Record<DocumentKind, string | null> = {
  'schedule-notice': 'TB',
  'schedule-notice-all': 'TB',
  'change-notice': 'TB',
  invitation: 'GM',
  minutes: null,
  'conclusion-notice': 'TB',
  // A dispatch has no type: its symbol is the office and the section that drafted it.
  'correction-letter': null,
  'withdrawal-notice': 'TB',
  'synthesis-report': 'BC',
  // A dispatch has no type; it bears the team's own symbol.
  'unannounced-order': null,
  'unannounced-notice': 'TB',
  // Numbered by the clerk of the People's Committee, not in the office's series.
  'team-decision': null,
}

export const DocumentView = z.object({
  documentId: Id,
  kind: DocumentKind,
  title: z.string(),
  /** "215/TB-SNV"; null for minutes, which carry no number. */
  number: z.string().nullable(),
  issuedOn: CalendarDate,
  inspectionId: Id.nullable(),
  unitName: z.string().nullable(),
  state: z.enum(['issued', 'replaced', 'withdrawn']),
  issuedBy: z.string(),
  /** SHA-256 of the .docx, hex; null until the file has been made. */
  sha256: z.string().nullable(),
})
export type DocumentView = z.infer<typeof DocumentView>

/**
 * Number and date that the clerk gives when a paper is issued. The number is read as papers write it ("5" is "05"), so
 * that one number cannot be given twice in two spellings. Basis: Nghị định 30/2020/NĐ-CP, Điều 15.
 */
export const IssueNumber = DocumentNumber.refine(
  (number) => /[1-9]/.test(number),
  'số văn bản bắt đầu từ 01',
).transform((number) => paddedNumber(number.toLowerCase()))
export const IssueBody = z.object({ number: IssueNumber, issuedOn: CalendarDate })

export const listDocuments = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/documents',
  access: 'document.read',
  summary: 'Every issued document of the campaign',
  params: CampaignParams,
  reply: z.object({ documents: z.array(DocumentView) }),
})

export const getDocument = endpoint({
  method: 'GET',
  path: '/documents/:documentId',
  access: 'document.read',
  summary: 'One issued document as it was frozen',
  params: z.object({ documentId: Id }),
  reply: z.object({ document: DocumentView, paper: Paper }),
})

export const downloadDocument = endpoint({
  method: 'GET',
  path: '/documents/:documentId/file',
  access: 'document.read',
  summary: 'The issued document as .docx or .pdf',
  params: z.object({ documentId: Id }),
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})

export const suggestNumber = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/next-number',
  access: 'inspection.announce',
  summary: 'The next free number of the office’s series this year, as a proposal to the clerk',
  params: CampaignParams,
  query: z.object({ kind: DocumentKind }),
  reply: z.object({ number: z.string(), symbol: z.string() }),
})

/** The paper of an inspection as it stands now: the issued one if there is one, else the draft. */
export const getInspectionPaper = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/papers/:kind',
  access: 'document.read',
  summary: 'A paper of one inspection, draft or issued, as data',
  params: InspectionParams.extend({ kind: z.enum(['schedule-notice', 'minutes', 'conclusion-notice']) }),
  reply: z.object({ paper: Paper, documentId: Id.nullable() }),
})

export const downloadInspectionPaper = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/papers/:kind/file',
  access: 'document.read',
  summary: 'A paper of one inspection, draft or issued, as .docx or .pdf',
  params: InspectionParams.extend({ kind: z.enum(['schedule-notice', 'minutes', 'conclusion-notice']) }),
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})
