import type { BoardView } from '@cchc/domain/conclusions/board-contract.ts'
import { type FindingView, findingKindNames } from '@cchc/domain/fieldwork/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { AttachmentRow } from '../../evidence/AttachmentRow.tsx'
import { attachmentsQuery } from '../../evidence/data.ts'
import evidence from '../../evidence/Evidence.module.css'
import { useMay } from '../../platform/session.ts'
import styles from './Board.module.css'

interface Props {
  inspectionId: string
  sources: readonly FindingView[]
  fields: BoardView['fields']
  thematic?: BoardView['thematic']
}

/** Findings as they were recorded at the visit: who, when, in which field, with the photos that hang on them. */
export function SourceList({ inspectionId, sources, fields, thematic = [] }: Props) {
  const mayRead = useMay('evidence.read')
  const { data } = useQuery({ ...attachmentsQuery(inspectionId), enabled: mayRead })
  return (
    <ul className={styles.sources}>
      {sources.map((finding) => {
        const { findingId, fieldKey, kind, text, cause, responsible, recordedBy, recordedAt, registrationId } = finding
        const guest = thematic.find((each) => each.registrationId === registrationId)
        const files = data?.attachments.filter((file) => file.ownerKind === 'finding' && file.place === findingId) ?? []
        return (
          <li key={findingId}>
            <p className={styles.said}>{text}</p>
            {cause && (
              <p className={styles.meta}>
                <b>Nguyên nhân:</b> {cause}
              </p>
            )}
            {responsible && (
              <p className={styles.meta}>
                <b>Trách nhiệm:</b> {responsible}
              </p>
            )}
            <p className={styles.meta}>
              {recordedBy} ghi {formatInstant(recordedAt)} · {findingKindNames[kind]} ·{' '}
              {fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey}
              {guest && ` · chuyên đề của ${guest.agencyName}`}
            </p>
            {files.length > 0 && (
              <ul className={evidence.list}>
                {files.map((file) => (
                  <AttachmentRow key={file.attachmentId} file={file} />
                ))}
              </ul>
            )}
          </li>
        )
      })}
      {sources.length === 0 && <li className={styles.meta}>Không có phát hiện nào đứng sau.</li>}
    </ul>
  )
}
