import type { InspectionRow, InspectionView } from '@cchc/domain/inspections/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { ChangeList } from './ChangeList.tsx'
import styles from './Slots.module.css'
import { swap, swapSlotQuery } from './schedule-data.ts'
import { slotInWords } from './schedule-words.ts'

interface Props {
  row: InspectionRow
  other: InspectionRow
  onClose: () => void
  onDone: (views: InspectionView[]) => void
}

/** Two visits change places: what that changes for each, and why where a unit has been told. */
export function SwapDialog({ row, other, onClose, onDone }: Props) {
  const one = useHalf(row, other)
  const two = useHalf(other, row)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const needsReason = one.data?.changes.needsReason || two.data?.changes.needsReason
  const save = async () => {
    if (needsReason && !reason.trim()) {
      setMissing(true)
      return false
    }
    const { inspectionId: withInspectionId, revision: withRevision } = other
    onDone(
      await swap(row.inspectionId, {
        revision: row.revision,
        withInspectionId,
        withRevision,
        reason: reason.trim() || null,
      }),
    )
  }
  return (
    <FormDialog
      title="Đổi chỗ hai buổi"
      onClose={onClose}
      onSubmit={save}
      submitLabel="Đổi chỗ"
      ready={Boolean(one.data && two.data)}
      wayOut="Quay lại"
      problemLead="Chưa đổi được."
    >
      {[
        { goes: row, to: other, half: one },
        { goes: other, to: row, half: two },
      ].map(({ goes, to, half }) => (
        <section key={goes.inspectionId} className={styles.swapHalf} aria-label={goes.unitName}>
          <h3>{goes.unitName}</h3>
          <p>
            Sang <strong>{slotInWords(to)}</strong>.
          </p>
          {half.error ? (
            <Message kind="error">{sentenceOf(half.error)}</Message>
          ) : half.data ? (
            <>
              {half.data.problems.map(({ rule, sentence, blocks }) => (
                <Message key={`${rule} ${sentence}`} kind={blocks ? 'error' : 'warning'}>
                  {sentence}
                </Message>
              ))}
              <ChangeList {...half.data} brief />
            </>
          ) : (
            <Skeleton lines={2} label="Đang xem buổi này" />
          )}
        </section>
      ))}
      {needsReason && (
        <TextAreaField
          label="Lý do đổi lịch"
          required
          rows={2}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setMissing(false)
          }}
          error={missing ? 'Có đơn vị đã được thông báo lịch, nên đổi lịch phải ghi lý do.' : undefined}
          hint="Được lưu cùng hồ sơ và gửi tới những người được báo."
        />
      )}
    </FormDialog>
  )
}

const useHalf = (goes: InspectionRow, to: InspectionRow) =>
  useQuery(swapSlotQuery(goes.inspectionId, to.visitOn!, to.halfDay!, to.inspectionId))
