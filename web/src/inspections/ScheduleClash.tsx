import type { HalfDay, InspectionView } from '@cchc/domain/inspections/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './ScheduleForm.module.css'
import { slotInWords } from './schedule-words.ts'

interface Props {
  theirs: InspectionView
  mine: { visitOn: string | null; halfDay: HalfDay; place: string; people: number }
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Another person scheduled the same visit meanwhile: both versions, and a choice between them. */
export function ScheduleClash({ theirs, mine, onKeepMine, onTakeTheirs }: Props) {
  return (
    <Message kind="warning" lead="Người khác vừa đổi lịch này." live>
      <p>Chưa có gì bị ghi đè. Chọn bản giữ lại:</p>
      <dl className={styles.versions}>
        <dt>Đang lưu</dt>
        <dd>
          {slotInWords(theirs)}, {theirs.place ?? 'chưa ghi địa điểm'}, {theirs.roster.length} người
        </dd>
        <dt>Của bạn</dt>
        <dd>
          {slotInWords(mine)}, {mine.place}, {mine.people} người
        </dd>
      </dl>
      <span className={styles.choices}>
        <Button size="s" onClick={onTakeTheirs}>
          Giữ bản đang lưu
        </Button>
        <Button size="s" onClick={onKeepMine}>
          Lưu bản của bạn
        </Button>
      </span>
    </Message>
  )
}
