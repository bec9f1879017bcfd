import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Button, ButtonAnchor, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { closeUnit, resultFileAddress, unmerge } from './data.ts'
import { ResultDialog } from './ResultDialog.tsx'
import { StateBadge } from './StateBadge.tsx'
import styles from './Thematic.module.css'
import { VisitDialog } from './VisitDialog.tsx'
import { decisionInWords, overlapInWords } from './words.ts'

/** One unit of a registration: when it was wished for, what was decided, what may be done next. */
export function UnitItem({ unit }: { unit: ThematicUnit }) {
  const [open, setOpen] = useState<'unmerge' | 'visit' | 'result' | 'close' | null>(null)
  const seesVisit = useMay('inspection.read')
  const { unitName, wish, state, host, exception, decision, result, overlaps, actions, findings } = unit
  const may = (action: ThematicUnit['actions'][number]) => actions.includes(action)
  const close = () => setOpen(null)
  return (
    <li className={styles.unit}>
      <div className={styles.unitHead}>
        <strong>{unitName}</strong>
        <StateBadge unit={unit} />
      </div>
      <div className={styles.lines}>
        <p className={styles.quiet}>Mong muốn: {wishInWords(wish)}</p>
        {state === 'registered' &&
          overlaps.map((overlap) => (
            <p key={overlap.inspectionId} className={styles.quiet}>
              Chồng chéo: {overlapInWords(overlap)}
            </p>
          ))}
        {state !== 'registered' && decisionInWords(unit) && (
          <p>
            {host?.kind === 'planned' && seesVisit ? (
              <Link to="/lich/$inspectionId" params={{ inspectionId: host.inspectionId }}>
                {decisionInWords(unit)}
              </Link>
            ) : (
              decisionInWords(unit)
            )}
            {host?.place ? `, ${host.place}` : ''}
            {findings > 0 && ` · ${findings} phát hiện`}
          </p>
        )}
        {exception && <p className={styles.quiet}>Lý do ngoại lệ: {exception.reason}</p>}
        {decision && (
          <p className={styles.small}>
            {decision.by} quyết định, {formatInstant(decision.at)}
            {decision.note && `: ${decision.note}`}
          </p>
        )}
        {result?.text && (
          <p>
            <span className={styles.quiet}>Kết quả:</span> {result.text}
          </p>
        )}
      </div>
      {(actions.length > 0 || result?.file) && (
        <div className={styles.buttons}>
          {may('visit') && <Button onClick={() => setOpen('visit')}>Ghi ngày đã kiểm tra…</Button>}
          {may('result') && (
            <Button onClick={() => setOpen('result')}>{result ? 'Sửa kết quả…' : 'Ghi kết quả…'}</Button>
          )}
          {result?.file && (
            <ButtonAnchor href={resultFileAddress(unit.inspectionId)} download>
              Tải kết luận ({result.file.name})
            </ButtonAnchor>
          )}
          {may('close') && result?.text && <Button onClick={() => setOpen('close')}>Đóng hồ sơ</Button>}
          {may('unmerge') && <Button onClick={() => setOpen('unmerge')}>Rút lại quyết định…</Button>}
          {(may('merge') || may('propose')) && <ButtonLink to="/chuyen-de">Xem chồng chéo và quyết định</ButtonLink>}
        </div>
      )}
      {open === 'visit' && <VisitDialog unit={unit} onClose={close} />}
      {open === 'result' && <ResultDialog unit={unit} onClose={close} />}
      {open === 'close' && (
        <ConfirmDialog
          title={`Đóng hồ sơ chuyên đề tại ${unitName}?`}
          confirmLabel="Đóng hồ sơ"
          onConfirm={() => closeUnit(unit)}
          onClose={close}
        >
          Kết quả và tệp kết luận giữ nguyên, không sửa được nữa.
        </ConfirmDialog>
      )}
      {open === 'unmerge' && (
        <ConfirmDialog
          title="Rút lại quyết định?"
          confirmLabel="Rút lại quyết định"
          danger
          reasonLabel="Lý do"
          onConfirm={async (reason) => {
            await unmerge(unit, reason)
            toast({ tone: 'note', text: `${unitName}: chuyên đề trở lại chờ quyết định.` })
          }}
          onClose={close}
        >
          Chuyên đề tại {unitName} trở lại trạng thái đã đăng ký; cơ quan được báo.
          {state === 'separate' && ' Chuyên đề khác đã lồng ghép vào cuộc này cũng trở lại chờ quyết định.'}
          {host?.state === 'announced' && ' Thông báo lịch đã ban hành cần ban hành lại.'}
        </ConfirmDialog>
      )}
    </li>
  )
}
