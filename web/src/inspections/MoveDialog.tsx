import type { InspectionRow, InspectionView, MoveChanges, SlotView } from '@cchc/domain/inspections/contract.ts'
import { slotInWords as inWords } from '@cchc/domain/inspections/slot.ts'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { ChangeList } from './ChangeList.tsx'
import styles from './Slots.module.css'
import { move } from './schedule-data.ts'
import { slotInWords } from './schedule-words.ts'

interface Props {
  row: InspectionRow
  to: SlotView
  teamGroup: number
  changes: MoveChanges
  onClose: () => void
  onDone: (view: InspectionView) => void
}

/** Before a visit that its unit knows of goes elsewhere: what changes, and why it is moved. */
export function MoveDialog({ row, to, teamGroup, changes, onClose, onDone }: Props) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const save = async () => {
    if (changes.needsReason && !reason.trim()) return setMissing(true)
    setBusy(true)
    setRefused(null)
    try {
      const { visitOn, halfDay } = to
      onDone(
        await move(row.inspectionId, {
          revision: row.revision,
          visitOn,
          halfDay,
          teamGroup,
          reason: reason.trim() || null,
        }),
      )
    } catch (error) {
      setBusy(false)
      setRefused(error)
    }
  }
  return (
    <Dialog
      title={`Dời lịch: ${row.unitName}`}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Chọn buổi khác</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Dời lịch
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>
          Từ <s>{slotInWords(row)}</s> sang <strong>{inWords(to)}</strong>.
        </p>
        {to.problems.map(({ rule, sentence }) => (
          <Message key={`${rule} ${sentence}`} kind="warning">
            {sentence}
          </Message>
        ))}
        <ChangeList changes={changes} reportDueOn={to.reportDueOn} />
        {changes.needsReason && (
          <TextAreaField
            label="Lý do dời lịch"
            required
            rows={2}
            value={reason}
            onChange={(text) => {
              setReason(text)
              setMissing(false)
            }}
            error={missing ? 'Lịch đã thông báo cho đơn vị, nên dời lịch phải ghi lý do.' : undefined}
            hint="Được lưu cùng hồ sơ và gửi tới những người được báo."
          />
        )}
        {refused !== null && (
          <Message kind="error" lead="Chưa dời được." live>
            {sentenceOf(refused)}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
