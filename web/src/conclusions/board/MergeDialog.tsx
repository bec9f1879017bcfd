import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { pointPlaceNames } from '@cchc/domain/conclusions/board-rules.ts'
import { useState } from 'react'
import { RadioField } from '../../ui/ChoiceFields.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import styles from './Board.module.css'
import { merge } from './data.ts'

interface Props {
  board: BoardView
  point: PointView
  /** Chosen at first, when a pair was pointed out or one was dropped on the other. */
  into: string | null
  onClose: () => void
}

/** Merging one point into another: whose words stay, and that every source is kept. */
export function MergeDialog({ board, point, into, onClose }: Props) {
  const others = board.points.filter(({ pointId }) => pointId !== point.pointId)
  const near = [...others].sort((a, b) => Number(b.fieldKey === point.fieldKey) - Number(a.fieldKey === point.fieldKey))
  const [chosen, setChosen] = useState(into ?? '')
  const [turned, setTurned] = useState(false)
  const other = others.find(({ pointId }) => pointId === chosen)
  const [gone, kept] = turned && other ? [other, point] : [point, other]

  const save = async () => {
    if (!kept) return 'Chọn điểm để gộp vào.'
    await merge(gone, kept)
    toast({ tone: 'good', text: 'Đã gộp. Cả hai phát hiện vẫn được giữ; tách lại được trong điểm đã gộp.' })
  }

  return (
    <FormDialog title="Gộp hai điểm thành một" look="wide" onClose={onClose} onSubmit={save} submitLabel="Gộp hai điểm">
      {into === null ? (
        <>
          <p className={styles.said}>{point.text}</p>
          <RadioField
            label="Gộp vào điểm"
            value={chosen}
            onChange={setChosen}
            options={near.map(({ pointId, text, place }) => ({
              value: pointId,
              label: `${text} (${pointPlaceNames[place]})`,
            }))}
          />
        </>
      ) : null}
      {other && (
        <RadioField
          label="Giữ câu chữ, nguyên nhân, trách nhiệm của điểm"
          value={turned ? 'mine' : 'other'}
          onChange={(value) => setTurned(value === 'mine')}
          options={[
            { value: 'other', label: other.text },
            { value: 'mine', label: point.text },
          ]}
        />
      )}
      <p className={styles.meta}>
        Mọi phát hiện của hai điểm cùng đứng sau điểm gộp, kèm người ghi và lĩnh vực. Kiến nghị của cả hai được giữ: bỏ
        bớt nếu trùng. Việc gộp hoàn lại được bất cứ lúc nào khi còn soạn.
      </p>
    </FormDialog>
  )
}
