import type { InspectionRow, InspectionView, MoveChanges, SlotView } from '@cchc/domain/inspections/contract.ts'
import { slotInWords as inWords } from '@cchc/domain/inspections/slot.ts'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { ChangeList } from './ChangeList.tsx'
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
  const save = async () => {
    if (changes.needsReason && !reason.trim()) {
      setMissing(true)
      return false
    }
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
  }
  return (
    <FormDialog
      title={`Dời lịch: ${row.unitName}`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Dời lịch"
      wayOut="Quay lại"
      problemLead="Chưa dời được."
    >
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
    </FormDialog>
  )
}
