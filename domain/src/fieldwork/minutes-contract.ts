import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { Done, Id, InspectionParams, Instant, Passage, Revision, Text } from '../shapes.ts'
import { AttendanceRow, FindingKind } from './contract.ts'

/** Who signs the minutes, in the order of the paper. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9. */
export const signingSides = ['secretary', 'chair', 'unit'] as const
export const SigningSide = z.enum(signingSides)
export type SigningSide = z.infer<typeof SigningSide>
export const signingSideNames: Record<SigningSide, string> = {
  secretary: 'Thư ký',
  chair: 'Chủ tọa',
  unit: 'Đại diện đơn vị',
}

/** Drawn on the screen; signed on the printed paper, whose scan is kept; or refused, with the reason. */
export const SigningWay = z.enum(['drawn', 'paper', 'refused'])
export type SigningWay = z.infer<typeof SigningWay>

/** Most bytes of a drawn signature. */
export const MOST_SIGNATURE_BYTES = 300 * 1024

export const MinutesSignature = z.object({
  side: SigningSide,
  way: SigningWay,
  name: z.string(),
  post: z.string(),
  reason: z.string(),
  fingerprint: z.string(),
  signedAt: Instant,
  /** Whose account it was done with. */
  signedBy: z.string(),
  attachmentId: Id.nullable(),
})
export type MinutesSignature = z.infer<typeof MinutesSignature>

export const MinutesVersionRow = z.object({
  minutesVersionId: Id,
  version: z.number().int(),
  frozenAt: Instant,
  frozenBy: z.string(),
  reason: z.string(),
  /** Who proposed the change that made it; null for the first. */
  proposedBy: z.string().nullable(),
  fingerprint: z.string(),
  documentId: Id.nullable(),
  signatures: z.array(MinutesSignature),
})
export type MinutesVersionRow = z.infer<typeof MinutesVersionRow>

/** What a change of closed minutes says: all words and people as they are to stand, and the findings that change. */
export const MinutesChange = z.object({
  chair: Text,
  secretary: Text,
  exchange: Text,
  unitOpinion: Text,
  attendance: z.array(AttendanceRow).max(200),
  findings: z
    .array(
      z.object({ findingId: Id, revision: Revision, kind: FindingKind, text: Passage, cause: Text, responsible: Text }),
    )
    .max(500),
  /** Figures verified otherwise than the version before tells; what the unit reported stays as it was stated. */
  figures: z
    .array(z.object({ itemKey: z.string().max(150), verified: z.number().nullable(), reason: Text }))
    .max(500)
    .default([]),
})
export type MinutesChange = z.infer<typeof MinutesChange>

export const ProposedChange = z.object({
  changeId: Id,
  onVersion: z.number().int(),
  reason: z.string(),
  content: MinutesChange,
  proposedBy: z.string(),
  proposedAt: Instant,
})
export type ProposedChange = z.infer<typeof ProposedChange>

export const SigningPlace = z.object({
  side: SigningSide,
  /** Who signs here by the paper; '' while nobody is named. */
  name: z.string(),
  post: z.string(),
  /** Why the viewer may not sign here by drawing, as a sentence; null when they may. */
  why: z.string().nullable(),
  /** The same for noting a signature on paper, or a refusal. */
  whyNotNote: z.string().nullable(),
})
export type SigningPlace = z.infer<typeof SigningPlace>

export const MinutesState = z.object({
  inspectionId: Id,
  unitName: z.string(),
  /** Newest first; empty while the session is not closed. */
  versions: z.array(MinutesVersionRow),
  /** Of the newest version. */
  signing: z.array(SigningPlace),
  /** The change that waits for the chair; shown to the team alone. */
  change: ProposedChange.nullable(),
  actions: z.array(z.enum(['propose', 'decide', 'withdraw', 'scan'])),
})
export type MinutesState = z.infer<typeof MinutesState>

const Version = z.coerce.number().int().min(1).max(10_000)
const VersionParams = InspectionParams.extend({ version: Version })

export const getMinutesState = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/minutes',
  access: 'document.read',
  summary: 'The versions of the minutes, who has signed them, and what stands in the way',
  params: InspectionParams,
  reply: MinutesState,
})
export const getMinutesVersion = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/minutes/versions/:version',
  access: 'document.read',
  summary: 'One version as it was frozen, with its signatures on the paper',
  params: VersionParams,
  reply: z.object({
    row: MinutesVersionRow,
    paper: Paper,
    present: z.array(AttendanceRow),
    findings: z.array(z.object({ findingId: Id, revision: Revision })),
  }),
})
export const downloadMinutesVersion = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/minutes/versions/:version/file',
  access: 'document.read',
  summary: 'One version with its signatures as .docx or .pdf',
  params: VersionParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})
export const checkMinutesFingerprint = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/minutes/versions/:version/fingerprint',
  access: 'document.read',
  summary: 'Work the fingerprint of a version out again from what is frozen',
  params: VersionParams,
  reply: z.object({ kept: z.string(), recomputed: z.string(), equal: z.boolean() }),
})
export const signMinutes = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/minutes/versions/:version/signatures',
  access: 'fieldwork.record',
  summary: 'Sign the newest version, or note that it was signed on paper or that somebody would not sign',
  params: VersionParams,
  body: z.object({
    side: SigningSide,
    way: SigningWay,
    /** Of the version that the signer has read; another is refused. */
    fingerprint: z.string().max(64),
    /** Drawn: the PNG in base64. */
    picture: z
      .string()
      .max(Math.ceil(MOST_SIGNATURE_BYTES / 3) * 4)
      .default(''),
    /** Signed on paper: the scan. */
    attachmentId: Id.nullable().default(null),
    /** Refused: why. */
    reason: Text.default(''),
  }),
  reply: MinutesState,
})
export const proposeMinutesChange = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/minutes/changes',
  access: 'fieldwork.record',
  summary: 'Propose a new version of closed minutes, with its reason',
  params: InspectionParams,
  body: z.object({ onVersion: z.number().int().min(1), reason: Passage, content: MinutesChange }),
  reply: MinutesState,
})
export const decideMinutesChange = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/minutes/changes/:changeId/decision',
  access: 'fieldwork.record',
  summary: 'Agree to the proposed version, which freezes it; decline it; or withdraw one’s own',
  params: InspectionParams.extend({ changeId: Id }),
  body: z.object({ decision: z.enum(['agreed', 'declined', 'withdrawn']), reason: Text.default('') }),
  reply: MinutesState,
})
export const restConclusionOnMinutes = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/minutes/versions/:version/conclusion',
  access: 'conclusion.draft',
  summary: 'Say that the draft of the conclusion has been read against this version of the minutes',
  params: VersionParams,
  reply: Done,
})
