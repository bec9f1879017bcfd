import type { OwnerKind } from '@cchc/domain/evidence/contract.ts'
import { evidenceOfDraftAnswer } from '../conclusions/evidence-of-draft-answer.ts'
import { evidenceOfRequest } from '../document-requests/evidence-of-request.ts'
import { evidenceOfFindings } from '../fieldwork/evidence-of-findings.ts'
import { evidenceOfMinutes } from '../fieldwork/evidence-of-minutes.ts'
import { evidenceOfRemedy } from '../follow-up/evidence-of-remedy.ts'
import type { Context } from '../platform/context.ts'
import { evidenceOfScoring } from '../scoring/evidence-of-scoring.ts'
import { evidenceOfReport } from '../self-reports/evidence-of-report.ts'
import type { AttachmentOwner, OpenOwner } from './owner.ts'

/** Everything that files can hang on. */
export const attachmentOwners: Record<OwnerKind, AttachmentOwner> = {
  'self-report': evidenceOfReport,
  'document-request': evidenceOfRequest,
  minutes: evidenceOfMinutes,
  finding: evidenceOfFindings,
  scoring: evidenceOfScoring,
  remedy: evidenceOfRemedy,
  'draft-answer': evidenceOfDraftAnswer,
}

/** Opens owners, each once. */
export function ownersOnce(context: Context): (kind: OwnerKind, ownerId: string) => Promise<OpenOwner> {
  const opened = new Map<string, Promise<OpenOwner>>()
  return (kind, ownerId) => {
    const key = `${kind} ${ownerId}`
    const owner = opened.get(key) ?? attachmentOwners[kind].open(context, ownerId)
    opened.set(key, owner)
    return owner
  }
}
