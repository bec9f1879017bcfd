import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import styles from './Answer.module.css'
import { closeOne } from './answer-data.ts'
import { dropRecommendation } from './data.ts'

interface Props {
  conclusionId: string
  recommendation: RecommendationView
  onClose: () => void
}

/** Takes a recommendation out of the draft; one carried on from an issued notice is ended with a reason, which is kept and shown. */
export function DropRecommendation({ conclusionId, recommendation, onClose }: Props) {
  const { inspectionId, carries, text } = recommendation
  if (carries === null)
    return (
      <ConfirmDialog
        title="Bỏ kiến nghị này?"
        confirmLabel="Bỏ kiến nghị"
        danger
        onConfirm={() => dropRecommendation(recommendation)}
        onClose={onClose}
      >
        {text}
      </ConfirmDialog>
    )
  return (
    <ConfirmDialog
      title="Kết thúc kiến nghị này?"
      confirmLabel="Kết thúc kiến nghị"
      reasonLabel="Lý do"
      onConfirm={(reason) => closeOne({ conclusionId, inspectionId }, carries, reason)}
      onClose={onClose}
    >
      <p className={styles.said}>{text}</p>
      Kiến nghị này chuyển tiếp từ thông báo đã ban hành. Bỏ khỏi thông báo mới thì đơn vị không phải thực hiện nữa kể
      từ khi thông báo mới ban hành.
    </ConfirmDialog>
  )
}
