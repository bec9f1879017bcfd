import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import type { VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SourceList } from '../board/SourceList.tsx'
import { partName } from '../conclusion-words.ts'
import { structureQuery } from './data.ts'
import styles from './Structure.module.css'

/** What stands behind one paragraph of the notice: points, the findings under them with their photos, figures. */
export function SourcesDialog({
  conclusion,
  pieceKey,
  onClose,
}: {
  conclusion: ConclusionView
  pieceKey: string
  onClose: () => void
}) {
  const { inspectionId, fields } = conclusion
  const { data } = useQuery(structureQuery(inspectionId))
  const piece = data?.pieces.find(({ key }) => key === pieceKey)
  const points = data?.points.filter(({ pointId }) => piece?.pointIds.includes(pointId)) ?? []
  return (
    <Dialog
      title={piece ? `Nguồn: ${partName(piece.part, fields)}` : 'Nguồn'}
      look="wide"
      onClose={onClose}
      actions={<Button onClick={onClose}>Đóng</Button>}
    >
      {!piece || !data ? (
        <Skeleton lines={4} />
      ) : (
        <div className={styles.panel}>
          <blockquote className={styles.quote}>{piece.now || piece.proposed}</blockquote>
          {points.map(({ pointId, text, sources }) => (
            <div key={pointId} className={styles.waiting}>
              <h3>{text}</h3>
              <SourceList inspectionId={inspectionId} sources={sources} fields={fields} />
              <ButtonLink size="s" to="/ket-luan/$inspectionId/bang" params={{ inspectionId }} hash={pointId}>
                Mở điểm này trên bảng
              </ButtonLink>
            </div>
          ))}
          {pieceKey === 'overview:figures' && <Figures figures={data.figures} />}
          {points.length === 0 && pieceKey !== 'overview:figures' && (
            <p className={styles.small}>Ghép từ lịch, thành phần dự và biên bản của buổi kiểm tra.</p>
          )}
        </div>
      )}
    </Dialog>
  )
}

function Figures({ figures }: { figures: readonly VerifiedFigure[] }) {
  const inWords = (figure: VerifiedFigure, value: number | null) =>
    value === null ? 'không nêu' : `${formatAnswer(figure, value)}${figure.unit ? ` ${figure.unit}` : ''}`
  return (
    <ul className={styles.pieces}>
      {figures.map((figure) => (
        <li key={figure.itemKey}>
          <span>{figure.label}</span>
          <span className={styles.small}>
            báo cáo {inWords(figure, figure.reported)} · xác minh {inWords(figure, figure.verified)}
            {figure.reason && ` · ${figure.reason}`}
            {figure.verifiedBy && ` · ${figure.verifiedBy}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
