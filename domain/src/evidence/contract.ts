import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, InspectionParams, Instant, Revision } from '../shapes.ts'
import { type FileKind, type FileNote, fileKinds, fileNotes } from './kinds.ts'

/** What a file can hang on. */
export const ownerKinds = [
  'self-report',
  'document-request',
  'minutes',
  'finding',
  'scoring',
  'remedy',
  'draft-answer',
] as const
export const OwnerKind = z.enum(ownerKinds)
export type OwnerKind = z.infer<typeof OwnerKind>

/** `checking` waits for the virus scanner; `unscanned` where there is none, or it could not say. */
export const ScanState = z.enum(['checking', 'clean', 'infected', 'unscanned'])
export type ScanState = z.infer<typeof ScanState>

export const AttachmentView = z.object({
  attachmentId: Id,
  inspectionId: Id,
  ownerKind: OwnerKind,
  ownerId: Id,
  /** The part of the owner: the key of an item, the round of a request, the turn of a remedy. */
  place: z.string(),
  name: z.string(),
  kind: z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]),
  mediaType: z.string(),
  size: z.number().int(),
  /** Of what is kept and of what was sent, hex; they differ for a picture, which is written anew. */
  sha256: z.string(),
  sentSha256: z.string(),
  pages: z.number().int().nullable(),
  pageFrom: z.number().int().nullable(),
  pageTo: z.number().int().nullable(),
  caption: z.string(),
  locationKept: z.boolean(),
  notes: z.array(z.enum(Object.keys(fileNotes) as [FileNote, ...FileNote[]])),
  state: ScanState,
  /** Whether its content may be opened now. */
  mayOpen: z.boolean(),
  /** What a preview shows, where there is one. */
  preview: z.enum(['picture', 'pdf']).nullable(),
  addedBy: z.string(),
  addedAt: Instant,
  removed: z.boolean(),
  revision: Revision,
  actions: z.array(z.enum(['edit', 'remove', 'restore'])),
})
export type AttachmentView = z.infer<typeof AttachmentView>

const AttachmentParams = z.object({ attachmentId: Id })
const Caption = z
  .string()
  .max(500)
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())

/**
 * What goes with the first request of an upload by tus (POST /api/uploads, then PATCH and HEAD /api/uploads/:uploadId), as
 * its metadata; values are text. Its last step is `finishUpload`.
 */
export const UploadMetadata = z.object({
  ownerKind: OwnerKind,
  ownerId: Id,
  place: z.string().max(150).default(''),
  name: z.string().trim().min(1).max(1000),
  /** "1" keeps where a picture was taken. */
  keepLocation: z.enum(['0', '1']).default('0'),
})
export type UploadMetadata = z.infer<typeof UploadMetadata>

export const finishUpload = endpoint({
  method: 'POST',
  path: '/uploads/:uploadId/finish',
  access: 'evidence.read',
  summary:
    'Look into an upload whose bytes have all come and keep it as an attachment; asked again it answers the same',
  params: z.object({ uploadId: Id }),
  reply: z.object({
    attachment: AttachmentView,
    /** The same file already hung at the same place, so nothing was added. */
    already: z.boolean(),
  }),
})
export const listAttachments = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/attachments',
  access: 'evidence.read',
  summary: 'Every file on an inspection’s self-report and requests, without those removed',
  params: InspectionParams,
  reply: z.object({ attachments: z.array(AttachmentView) }),
})
export const editAttachment = endpoint({
  method: 'PATCH',
  path: '/attachments/:attachmentId',
  access: 'evidence.read',
  summary: 'Caption and page reference ("tr. 3", "3-5") of a file',
  params: AttachmentParams,
  body: z.object({ revision: Revision, caption: Caption, page: z.string().max(30) }),
  reply: AttachmentView,
})
export const removeAttachment = endpoint({
  method: 'POST',
  path: '/attachments/:attachmentId/remove',
  access: 'evidence.read',
  summary: 'Take a file away; it can be put back while its owner can still be written',
  params: AttachmentParams,
  body: z.object({ revision: Revision }),
  reply: AttachmentView,
})
export const restoreAttachment = endpoint({
  method: 'POST',
  path: '/attachments/:attachmentId/restore',
  access: 'evidence.read',
  summary: 'Put back a file that was taken away',
  params: AttachmentParams,
  body: z.object({ revision: Revision }),
  reply: AttachmentView,
})
export const downloadAttachment = endpoint({
  method: 'GET',
  path: '/attachments/:attachmentId/file',
  access: 'evidence.read',
  summary: 'The file itself, to be saved',
  params: AttachmentParams,
  reply: { bytes: 'application/octet-stream' },
})
export const previewAttachment = endpoint({
  method: 'GET',
  path: '/attachments/:attachmentId/preview',
  access: 'evidence.read',
  summary: 'A small picture of a picture, or a PDF for the browser’s own viewer',
  params: AttachmentParams,
  reply: { bytes: 'application/octet-stream' },
})
