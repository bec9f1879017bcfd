import type { PieceView, StructureView } from '@cchc/domain/conclusions/board-contract.ts'
import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { sayFailure } from '../../platform/say-failure.ts'
import { Compared } from '../../self-reports/Compared.tsx'
import { diffWords } from '../../self-reports/word-diff.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Message } from '../../ui/Message.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { toast } from '../../ui/toasts.ts'
import { useSending } from '../../ui/use-sending.ts'
import { partName } from '../conclusion-words.ts'
import { renewPatterns, settle, structureQuery, waits } from './data.ts'
import styles from './Structure.module.css'

interface Props {
  conclusion: ConclusionView
  /** Saves what is being written first, so that nothing typed is met by a sentence taken over; absent where it is only read. */
  saveFirst: (() => Promise<unknown>) | undefined
  /** Shows what stands behind one paragraph. */
  onSources: (key: string) => void
}

type Settle = (pieces: readonly PieceView[], decision: 'take' | 'keep') => void

/** The notice paragraph by paragraph with the points behind it; first those that have changed since they were drafted. */
export function StructurePanel({ conclusion, saveFirst, onSources }: Props) {
  const { conclusionId, inspectionId } = conclusion
  const { data, error } = useQuery(structureQuery(inspectionId))
  const sending = useSending(sayFailure)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const run = async (act: () => Promise<void>, done: string) => {
    await sending.send(async () => {
      await saveFirst?.()
      await act()
      toast({ tone: 'good', text: done })
    })
  }
  const settleThem: Settle = (pieces, decision) =>
    void run(
      () => settle(conclusionId, pieces, decision),
      decision === 'take' ? 'Đã đưa câu mới vào thông báo.' : 'Đã giữ câu chữ đang có.',
    )
  const waiting = data.pieces.filter(waits)
  const fresh = waiting.filter(({ state }) => state === 'new')
  return (
    <div className={styles.panel}>
      <ButtonLink to="/ket-luan/$inspectionId/bang" params={{ inspectionId }} wide>
        Mở bảng kết luận
      </ButtonLink>
      {data.newestPatternsVersion !== data.patternsVersion && saveFirst && (
        <Message kind="note" lead="Bộ mẫu câu đã có bản mới.">
          Dự thảo này soạn theo bản {data.patternsVersion || 'gốc'}; bản mới nhất là {data.newestPatternsVersion}.{' '}
          <Button
            size="s"
            busy={sending.busy}
            onClick={() =>
              void run(() => renewPatterns(conclusionId, inspectionId), 'Các câu đề xuất nay theo mẫu mới.')
            }
          >
            Đề xuất theo mẫu mới
          </Button>
        </Message>
      )}
      {fresh.length > 1 && saveFirst && (
        <Button busy={sending.busy} onClick={() => settleThem(fresh, 'take')}>
          Đưa cả {fresh.length} đoạn mới vào dự thảo
        </Button>
      )}
      {waiting.map((piece) => (
        <Card key={piece.key}>
          <Waiting
            piece={piece}
            conclusion={conclusion}
            busy={sending.busy}
            onSettle={saveFirst && ((decision) => settleThem([piece], decision))}
            onSources={() => onSources(piece.key)}
          />
        </Card>
      ))}
      <Card title="Nguồn của từng đoạn">
        <ul className={styles.pieces}>
          {data.pieces
            .filter((piece) => !waits(piece))
            .map((piece) => (
              <li key={piece.key}>
                <button type="button" className={styles.piece} onClick={() => onSources(piece.key)}>
                  {piece.now || `(đã bỏ) ${piece.proposed ?? ''}`}
                </button>
                <span className={styles.small}>
                  {nameOf(piece, conclusion)} · {countInWords(piece, data)}
                  {piece.state === 'edited' && ' · đã sửa tay'}
                  {piece.lacking.length > 0 && ` · mẫu câu cần ${piece.lacking.join(', ')} mà chưa ghi`}
                </span>
              </li>
            ))}
        </ul>
      </Card>
    </div>
  )
}

const leads = {
  changed: 'Điểm này đã đổi sau khi soạn.',
  new: 'Điểm này chưa có trong dự thảo.',
  gone: 'Không còn điểm nào nói câu này.',
} as const

function Waiting({
  piece,
  conclusion,
  busy,
  onSettle,
  onSources,
}: {
  piece: PieceView
  conclusion: ConclusionView
  busy: boolean
  onSettle: ((decision: 'take' | 'keep') => void) | undefined
  onSources: () => void
}) {
  const { state, proposed, taken, now, standsIn, lacking } = piece
  const { left, right } = diffWords(now, proposed ?? '')
  return (
    <div className={styles.waiting}>
      <p>
        <strong>{leads[state as keyof typeof leads]}</strong>{' '}
        <span className={styles.small}>{nameOf(piece, conclusion)}</span>
      </p>
      {standsIn && <p className={styles.small}>Đang đứng ở phần {partName(standsIn, conclusion.fields)}.</p>}
      {state !== 'new' && (
        <div>
          <p className={styles.head}>Trong thông báo</p>
          {now === '' ? <p className={styles.small}>(đã bỏ)</p> : <Compared parts={left} />}
        </div>
      )}
      {taken !== null && taken !== now && (
        <div>
          <p className={styles.head}>Câu khi soạn</p>
          <p className={styles.said}>{taken}</p>
        </div>
      )}
      {proposed !== null && (
        <div>
          <p className={styles.head}>Câu mới</p>
          <Compared parts={state === 'new' ? [{ text: proposed, differs: false }] : right} />
        </div>
      )}
      {lacking.length > 0 && <p className={styles.small}>Mẫu câu cần {lacking.join(', ')} mà điểm chưa ghi.</p>}
      <div className={styles.buttons}>
        {onSettle && (
          <>
            <Button size="s" busy={busy} onClick={() => onSettle('take')}>
              {state === 'gone' ? 'Bỏ khỏi thông báo' : state === 'new' ? 'Đưa vào' : 'Lấy câu mới'}
            </Button>
            <Button size="s" kind="quiet" busy={busy} onClick={() => onSettle('keep')}>
              {state === 'new' ? 'Không đưa' : 'Giữ câu chữ đang có'}
            </Button>
          </>
        )}
        <Button size="s" kind="quiet" onClick={onSources}>
          Xem nguồn
        </Button>
      </div>
    </div>
  )
}

function nameOf({ part }: PieceView, { fields }: ConclusionView): string {
  return partName(part, fields)
}

function countInWords({ key, pointIds }: PieceView, { points, figures }: StructureView): string {
  if (key === 'overview:figures') return `${figures.length} số liệu xác minh`
  if (pointIds.length === 0) return 'biên bản'
  const sources = points.filter(({ pointId }) => pointIds.includes(pointId)).flatMap((point) => point.sources)
  return `${sources.length} phát hiện`
}
