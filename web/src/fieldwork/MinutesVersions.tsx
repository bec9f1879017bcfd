import type { MinutesState, MinutesVersionRow } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button, ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Row } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CompareMinutesDialog } from './CompareMinutesDialog.tsx'
import styles from './Minutes.module.css'
import { minutesVersionQuery, versionFileAddress } from './minutes-data.ts'

/** Every version with its files; older ones are read and compared here. */
export function MinutesVersions({ state }: { state: MinutesState }) {
  const [comparing, setComparing] = useState(false)
  const [reading, setReading] = useState<MinutesVersionRow | null>(null)
  const { inspectionId, versions } = state
  return (
    <Card title="Các bản của biên bản" aside={versions.length > 1 ? `${versions.length} bản` : undefined}>
      <ul className={styles.signers}>
        {versions.map((row) => (
          <li key={row.version}>
            <strong>Bản {row.version}</strong>{' '}
            <span className={styles.quiet}>
              khóa {formatInstant(row.frozenAt)}, {row.frozenBy}
            </span>
            {row.reason && (
              <p className={styles.quiet}>
                {row.proposedBy} đề nghị; lý do: {row.reason}
              </p>
            )}
            <Row>
              <Button size="s" onClick={() => setReading(row)}>
                Xem
              </Button>
              <ButtonAnchor size="s" href={versionFileAddress(inspectionId, row.version, 'docx')} download>
                .docx
              </ButtonAnchor>
              <ButtonAnchor size="s" href={versionFileAddress(inspectionId, row.version, 'pdf')} download>
                .pdf
              </ButtonAnchor>
            </Row>
          </li>
        ))}
      </ul>
      {versions.length > 1 && <Button onClick={() => setComparing(true)}>So sánh hai bản</Button>}
      {comparing && <CompareMinutesDialog state={state} onClose={() => setComparing(false)} />}
      {reading && (
        <Dialog title={`Biên bản – bản ${reading.version}`} look="wide" onClose={() => setReading(null)}>
          <Frozen inspectionId={inspectionId} version={reading.version} />
        </Dialog>
      )}
    </Card>
  )
}

function Frozen({ inspectionId, version }: { inspectionId: string; version: number }) {
  const { data, error } = useQuery(minutesVersionQuery(inspectionId, version))
  if (error) return <Message kind="error">{sentenceOf(error)}</Message>
  return data ? <PaperView paper={data.paper} headingLevel={3} /> : <Skeleton lines={10} label="Đang tải bản này" />
}
