import { documentKindNames, downloadDocument } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import type { PaperFormat } from '@cchc/domain/papers/paper-format.ts'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../platform/api.ts'
import { useMay } from '../platform/session.ts'
import { ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './InspectionPage.module.css'
import { documentsQuery } from './schedule-data.ts'

const files: readonly [PaperFormat, string][] = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
]

/** The papers issued for this inspection, newest first; nothing is drawn before the first. */
export function DocumentsCard({ inspection: { campaignId, inspectionId } }: { inspection: InspectionView }) {
  const { data } = useQuery({ ...documentsQuery(campaignId), enabled: useMay('document.read') })
  const own = data?.documents.filter((document) => document.inspectionId === inspectionId) ?? []
  if (own.length === 0) return null
  return (
    <Card title="Văn bản">
      <ul className={styles.list}>
        {own.map(({ documentId, kind, number, issuedOn, state }) => (
          <li key={documentId} className={styles.step}>
            <span>
              <Link to="/van-ban/$documentId" params={{ documentId }}>
                {documentKindNames[kind]}
              </Link>
              <span className={styles.small}>
                {number && `Số ${number}, `}
                {formatDate(issuedOn)}
                {state === 'replaced' && ' · đã được thay thế'}
              </span>
            </span>
            {files.map(([format, word]) => (
              <ButtonAnchor
                key={format}
                href={addressOf(downloadDocument.path, { documentId }, { format })}
                download
                size="s"
                icon={<IconDownload size={15} aria-hidden="true" />}
                aria-label={`${word}: ${documentKindNames[kind]} ${number ?? ''}`}
              >
                {word}
              </ButtonAnchor>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}
