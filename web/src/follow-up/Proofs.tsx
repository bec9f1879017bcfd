import { sizeInWords } from '@cchc/domain/evidence/limits.ts'
import type { RecommendationDetail, RemedyView } from '@cchc/domain/follow-up/contract.ts'
import { downloadProof } from '@cchc/domain/follow-up/proof-contract.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { addressOf } from '../platform/api.ts'
import { useMay } from '../platform/session.ts'
import styles from './FollowUp.module.css'

interface Props {
  recommendation: RecommendationDetail
  remedy: RemedyView
}

/** The proofs of a remedy that was sent: with preview and page for the team and the unit, else by their names. */
export function Proofs({ recommendation: { recommendationId, inspectionId }, remedy: { turn, files } }: Props) {
  const mayOpen = useMay('evidence.read')
  if (mayOpen) {
    const at = { inspectionId, ownerKind: 'remedy' as const, ownerId: recommendationId, place: String(turn) }
    return <EvidenceBox at={at} writable={false} />
  }
  return (
    <ul className={styles.files} aria-label="Tài liệu kiểm chứng">
      {files.map(({ attachmentId, name, size }) => (
        <li key={attachmentId} className={styles.file}>
          <IconPaperclip size={16} aria-hidden="true" />
          <a href={addressOf(downloadProof.path, { recommendationId, attachmentId })} download={name}>
            {name}
          </a>
          <span className={styles.small}>{sizeInWords(size)}</span>
        </li>
      ))}
    </ul>
  )
}
