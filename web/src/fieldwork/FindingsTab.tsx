import { type FindingKind, findingKindNames, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBulb,
  IconNotes,
  IconPencil,
  IconThumbUp,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { FlagViolation } from '../follow-up/FlagViolation.tsx'
import { newId } from '../platform/new-id.ts'
import { useMay, useViewer } from '../platform/session.ts'
import { useSlot } from '../platform/use-saver.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { SlotNote } from './SlotNote.tsx'
import styles from './Visit.module.css'
import type { ShownFinding, VisitDesk } from './visit-desk.ts'

const PhotoStrip = lazy(() => import('./PhotoStrip.tsx'))

const kindLooks: Record<FindingKind, { tone: Tone; icon: TablerIcon }> = {
  strength: { tone: 'ok', icon: IconThumbUp },
  'good-practice': { tone: 'work', icon: IconBulb },
  shortcoming: { tone: 'wait', icon: IconAlertTriangle },
  violation: { tone: 'late', icon: IconAlertOctagon },
}

interface Props {
  view: VisitView
  desk: VisitDesk
  findings: readonly ShownFinding[]
  onEdit: (findingId: string) => void
  onRecord: () => void
}

/** What was found, by field in the campaign's order. */
export function FindingsTab({ view, desk, findings, onEdit, onRecord }: Props) {
  const mayRecord = view.actions.includes('record-findings')
  if (findings.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<IconNotes aria-hidden="true" />}
          title="Chưa có phát hiện nào"
          action={mayRecord && <Button onClick={onRecord}>Ghi phát hiện đầu tiên</Button>}
        >
          Ưu điểm, mô hình hay, tồn tại và nguyên nhân ghi ở đây sẽ vào biên bản và dự thảo kết luận.
        </EmptyState>
      </Card>
    )
  }
  const byField = Map.groupBy(findings, (finding) => finding.content.fieldKey)
  const known = view.fields.map((field) => field.fieldKey)
  const groups = [...byField].sort(([a], [b]) => known.indexOf(a) - known.indexOf(b))
  return (
    <div className={styles.findingGroups}>
      {groups.map(([fieldKey, group]) => (
        <Card
          key={fieldKey}
          title={view.fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey}
          aside={`${group.length} phát hiện`}
        >
          <ul className={styles.findings}>
            {group.map((finding) => (
              <FindingItem
                key={finding.findingId}
                finding={finding}
                desk={desk}
                mayRecord={mayRecord}
                view={view}
                agency={agencyOf(view, finding)}
                onEdit={onEdit}
              />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

function agencyOf({ thematic }: VisitView, { content }: ShownFinding): string | undefined {
  return thematic.find(({ registrationId }) => registrationId === content.registrationId)?.agencyName
}

function FindingItem({
  finding: { findingId, content, stored },
  desk,
  mayRecord,
  view,
  agency,
  onEdit,
}: {
  finding: ShownFinding
  desk: VisitDesk
  mayRecord: boolean
  view: VisitView
  /** The department whose merged inspection it belongs to, if any. */
  agency: string | undefined
  onEdit: (findingId: string) => void
}) {
  const { roles } = useViewer()
  const slot = useSlot(desk.findings, findingId)
  const mayRecordHere = useMay('fieldwork.record')
  // The same who may change it as on the server; what is not sent yet is one's own.
  const mayChange = mayRecord && (!stored || stored.mine || roles.includes('planner'))
  const { tone, icon: Icon } = kindLooks[content.kind]
  const remove = () => {
    desk.findings.write(findingId, null, true)
    // Under a new id: the old one stays removed for good.
    const run = () => desk.findings.write(newId(), content, true)
    toast({ tone: 'note', text: 'Đã xóa phát hiện.', undo: { label: 'Hoàn tác', run } })
  }
  return (
    <li className={styles.finding}>
      <div className={styles.findingHead}>
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
          {findingKindNames[content.kind]}
        </StatusBadge>
        {content.kind === 'violation' && stored && mayRecordHere && <FlagViolation findingId={findingId} />}
        {mayChange && (
          <span className={styles.findingTools}>
            <IconButton label="Sửa phát hiện" onClick={() => onEdit(findingId)}>
              <IconPencil size={17} aria-hidden="true" />
            </IconButton>
            <IconButton label="Xóa phát hiện" onClick={remove}>
              <IconTrash size={17} aria-hidden="true" />
            </IconButton>
          </span>
        )}
      </div>
      {agency && <p className={styles.quiet}>Chuyên đề của {agency}</p>}
      <p className={styles.findingText}>{content.text}</p>
      {content.cause && (
        <p>
          <span className={styles.quiet}>Nguyên nhân:</span> {content.cause}
        </p>
      )}
      {content.responsible && (
        <p>
          <span className={styles.quiet}>Trách nhiệm:</span> {content.responsible}
        </p>
      )}
      <Suspense>
        <PhotoStrip view={view} desk={desk} findingId={findingId} adding={mayRecord ? 'small' : null} />
      </Suspense>
      <p className={styles.quietLine}>
        {stored ? `${stored.recordedBy} · ${formatInstant(stored.recordedAt)}` : slot.phase !== 'failed' && 'đang lưu…'}
        {stored && desk.pending.has(`finding:${findingId}`) && ' · chưa gửi'}
      </p>
      <SlotNote slot={slot} onRetry={() => desk.findings.flush(findingId)} />
    </li>
  )
}
