import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { findsFault, pointPlaceNames, pointPlaces } from '@cchc/domain/conclusions/board-rules.ts'
import { useState } from 'react'
import { Compared } from '../../self-reports/Compared.tsx'
import { diffWords } from '../../self-reports/word-diff.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/TextFields.tsx'
import { toast } from '../../ui/toasts.ts'
import { useSending } from '../../ui/use-sending.ts'
import styles from './Board.module.css'
import { clashOfPoint, keepPoint, type PointWords, split, wordsOfPoint } from './data.ts'
import { PointDemands } from './PointDemands.tsx'
import { SourceList } from './SourceList.tsx'

interface Props {
  board: BoardView
  point: PointView
  editable: boolean
  /** Where the menu sends it, when it was opened for that. */
  to?: PointView['place']
  onClose: () => void
}

/** One point with all there is to it: its words, cause and who answers for it, what is asked, and the findings it stands on. */
export function PointDialog({ board, point, editable, to, onClose }: Props) {
  const [words, setWords] = useState<PointWords>({ ...wordsOfPoint(point), ...(to && { place: to }) })
  const [base, setBase] = useState(point.revision)
  const [theirs, setTheirs] = useState<PointView | null>(null)
  const set = (change: Partial<PointWords>) => setWords({ ...words, ...change })
  const isFault = findsFault(words.place)

  const save = async () => {
    if (words.text.trim() === '') return 'Ghi nội dung của điểm.'
    if (words.place === 'left-out' && words.reason.trim() === '') return 'Ghi lý do không đưa vào kết luận.'
    try {
      await keepPoint(point.pointId, base, words)
      toast({ tone: 'good', text: 'Đã lưu điểm. Phát hiện ghi tại buổi kiểm tra giữ nguyên.' })
    } catch (error) {
      const clash = clashOfPoint(error)
      if (!clash) throw error
      setTheirs(clash)
      setBase(clash.revision)
      return false
    }
  }

  const inside = (
    <>
      {theirs && <Theirs mine={words} theirs={theirs} board={board} />}
      {editable ? (
        <Words words={words} board={board} isFault={isFault} set={set} />
      ) : (
        <p className={styles.said}>{point.text}</p>
      )}
      {(isFault || point.recommendations.length > 0) && (
        <PointDemands board={board} point={point} editable={editable} />
      )}
      <section aria-label="Nguồn">
        <h3 className={styles.smallHead}>Phát hiện làm căn cứ ({point.sources.length})</h3>
        <SourceList
          inspectionId={board.inspectionId}
          sources={point.sources}
          fields={board.fields}
          thematic={board.thematic}
        />
      </section>
      {point.merged.length > 0 && <Merged point={point} editable={editable} />}
    </>
  )
  if (!editable)
    return (
      <Dialog
        title="Điểm của kết luận (chỉ xem)"
        look="wide"
        onClose={onClose}
        actions={<Button onClick={onClose}>Đóng</Button>}
      >
        <div className={styles.form}>{inside}</div>
      </Dialog>
    )
  return (
    <FormDialog
      title="Điểm của kết luận"
      look="wide"
      onClose={onClose}
      onSubmit={save}
      submitLabel={theirs ? 'Lưu bản của bạn' : 'Lưu điểm'}
      wayOut={theirs ? 'Giữ bản đã lưu' : 'Hủy'}
    >
      {inside}
    </FormDialog>
  )
}

function Words({
  words,
  board,
  isFault,
  set,
}: {
  words: PointWords
  board: BoardView
  isFault: boolean
  set: (change: Partial<PointWords>) => void
}) {
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label="Đưa vào phần"
          value={words.place}
          options={pointPlaces.map((value) => ({ value, label: pointPlaceNames[value] }))}
          onChange={(value) => set({ place: pointPlaces.find((place) => place === value) ?? words.place })}
        />
        <SelectField
          label="Lĩnh vực"
          value={words.fieldKey}
          options={board.fields.map(({ fieldKey, name }) => ({ value: fieldKey, label: name }))}
          onChange={(fieldKey) => set({ fieldKey })}
        />
      </div>
      {words.place === 'left-out' && (
        <TextField
          label="Lý do không đưa vào kết luận"
          required
          value={words.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      <TextAreaField
        label="Nội dung điểm"
        hint="Câu chữ của kết luận; phát hiện đã ghi tại buổi kiểm tra không đổi theo."
        required
        rows={3}
        value={words.text}
        onChange={(text) => set({ text })}
      />
      {isFault && (
        <div className={styles.pair}>
          <TextAreaField label="Nguyên nhân" rows={2} value={words.cause} onChange={(cause) => set({ cause })} />
          <TextAreaField
            label="Trách nhiệm của ai"
            rows={2}
            value={words.responsible}
            onChange={(responsible) => set({ responsible })}
          />
        </div>
      )}
    </>
  )
}

function Merged({ point, editable }: { point: PointView; editable: boolean }) {
  const sending = useSending()
  return (
    <section aria-label="Điểm đã gộp vào">
      <h3 className={styles.smallHead}>Điểm đã gộp vào đây</h3>
      <ul className={styles.sources}>
        {point.merged.map((each) => (
          <li key={each.pointId}>
            <p className={styles.said}>{each.text}</p>
            {editable && (
              <Button size="s" busy={sending.busy} onClick={() => void sending.send(() => split(each))}>
                Tách ra lại
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={sending} />
    </section>
  )
}

function Theirs({ mine, theirs, board }: { mine: PointWords; theirs: PointView; board: BoardView }) {
  const inWords = ({ place, fieldKey, text, cause, responsible }: PointWords) =>
    [
      `${pointPlaceNames[place]} · ${board.fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey}`,
      text,
      cause && `Nguyên nhân: ${cause}`,
      responsible && `Trách nhiệm: ${responsible}`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  const { left, right } = diffWords(inWords(mine), inWords(theirs))
  return (
    <Message kind="warning" lead={`${theirs.changedBy} vừa sửa điểm này.`} live>
      Chưa có gì bị ghi đè. So hai bản rồi chọn.
      <div className={styles.pair}>
        <section aria-label="Bản của bạn">
          <h3 className={styles.smallHead}>Bản của bạn</h3>
          <Compared parts={left} />
        </section>
        <section aria-label="Bản đã lưu">
          <h3 className={styles.smallHead}>Bản đã lưu</h3>
          <Compared parts={right} />
        </section>
      </div>
    </Message>
  )
}
