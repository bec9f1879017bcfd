import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import {
  type CorrectionView,
  correctionKindNames,
  type NoticeView,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import { isDraft } from '@cchc/domain/conclusions/states.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { PaperSheet } from '../documents/PaperSheet.tsx'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { beginReplacement, historyQuery, noteNotice } from './answer-data.ts'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { startDraft } from './data.ts'
import { StateBadge } from './StateBadge.tsx'
import { conclusionLooks } from './states.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The notices of an inspection: which is valid, what corrected, replaced or withdrew it, who of the unit has opened it. */
export function NoticeHistory({ conclusion }: { conclusion: ConclusionView }) {
  const { inspectionId, conclusionId, state } = conclusion
  const { data } = useQuery(historyQuery(inspectionId))
  const isOfUnit = useMay('draft.answer')
  const [opened, setOpened] = useState<'correct' | 'replace' | 'withdraw' | null>(null)
  const close = () => setOpened(null)
  const isOut = !isDraft(state)
  useEffect(() => {
    if (isOfUnit && isOut) noteNotice(conclusionId).catch(() => undefined)
  }, [isOfUnit, isOut, conclusionId])
  if (!data || data.notices.length === 0) return null
  const valid = data.notices.find((notice) => notice.state === 'issued')
  const has = (action: (typeof data.actions)[number]) => data.actions.includes(action)
  return (
    <Card title="Thông báo đã ban hành">
      <div className={styles.stack}>
        <ul className={styles.rows}>
          {data.notices.map((notice) => (
            <li key={notice.conclusionId}>
              <Notice notice={notice} />
            </li>
          ))}
        </ul>
        {(has('correct') || has('replace') || has('withdraw') || has('redraft')) && (
          <div className={styles.buttons}>
            {has('correct') && (
              <Button size="s" onClick={() => setOpened('correct')}>
                Đính chính
              </Button>
            )}
            {has('replace') && (
              <Button size="s" onClick={() => setOpened('replace')}>
                Thay thế
              </Button>
            )}
            {has('withdraw') && (
              <Button size="s" kind="quiet" onClick={() => setOpened('withdraw')}>
                Thu hồi
              </Button>
            )}
            {has('redraft') && (
              <Button size="s" kind="primary" onClick={() => void startDraft(inspectionId)}>
                Soạn dự thảo mới
              </Button>
            )}
          </div>
        )}
      </div>
      {valid && opened === 'correct' && <CorrectionDialog inspectionId={inspectionId} notice={valid} onClose={close} />}
      {valid && opened === 'withdraw' && <WithdrawDialog inspectionId={inspectionId} notice={valid} onClose={close} />}
      {valid && opened === 'replace' && (
        <ConfirmDialog
          title={`Soạn thông báo thay thế số ${valid.number}?`}
          confirmLabel="Soạn thông báo thay thế"
          reasonLabel="Lý do thay thế (in trong thông báo mới)"
          onConfirm={async (reason) => {
            await beginReplacement({ inspectionId, conclusionId: valid.conclusionId }, reason)
            toast({ tone: 'good', text: 'Đã mở dự thảo thay thế.' })
          }}
          onClose={close}
        >
          Sai sót về nội dung phải thay thế bằng văn bản tương đương (khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP); sai sót
          về thể thức, trình bày thì đính chính bằng công văn. Dự thảo bắt đầu từ câu chữ và kiến nghị chưa xong của
          thông báo cũ; thông báo cũ còn hiệu lực đến khi bản mới ban hành.
        </ConfirmDialog>
      )}
    </Card>
  )
}

function Notice({ notice }: { notice: NoticeView }) {
  const { state, number, issuedOn, documentId, reason, corrections, withdrawal, closings, carried, seen, approvedBy } =
    notice
  return (
    <>
      <p className={styles.row}>
        <span>
          <Link to="/van-ban/$documentId" params={{ documentId }}>
            Số {number}
          </Link>
          <span className={styles.small}>
            ngày {formatDate(issuedOn)}
            {approvedBy && `, ${approvedBy} duyệt`}
          </span>
        </span>
        <StateBadge
          look={state === 'issued' ? { ...conclusionLooks.issued, words: 'Còn hiệu lực' } : conclusionLooks[state]}
        />
      </p>
      {reason && <p className={styles.small}>Thay thế thông báo trước: {reason}</p>}
      {carried > 0 && <p className={styles.small}>Chuyển tiếp {carried} kiến nghị cùng kết quả đã báo cáo.</p>}
      {closings.map((closing) => (
        <p key={closing.text} className={styles.small}>
          Kết thúc kiến nghị “{closing.text}”: {closing.reason} ({closing.by})
        </p>
      ))}
      {withdrawal && (
        <p className={styles.small}>
          Thu hồi theo{' '}
          <Link to="/van-ban/$documentId" params={{ documentId: withdrawal.documentId }}>
            Thông báo số {withdrawal.number}
          </Link>{' '}
          ngày {formatDate(withdrawal.issuedOn)}: {withdrawal.reason}
        </p>
      )}
      {corrections.map((correction) => (
        <Correction key={correction.documentId} correction={correction} />
      ))}
      {seen.length > 0 && (
        <p className={styles.small}>
          Đơn vị đã xem: {seen.map(({ who, at }) => `${who} (${formatInstant(at)})`).join(', ')}
        </p>
      )}
    </>
  )
}

function Correction({ correction: { documentId, number, issuedOn, kind, passages } }: { correction: CorrectionView }) {
  return (
    <div className={styles.reply}>
      <b>
        Đính chính {correctionKindNames[kind]} –{' '}
        <Link to="/van-ban/$documentId" params={{ documentId }}>
          Công văn số {number}
        </Link>{' '}
        ngày {formatDate(issuedOn)}
      </b>
      {passages.map(({ where, wrong, right }) => (
        <p key={where + wrong} className={styles.said}>
          {where}: <del>{wrong}</del> → <ins>{right}</ins>
        </p>
      ))}
    </div>
  )
}

/** The letters that correct the shown notice, printed after it. */
export function PrintedCorrections({ conclusion }: { conclusion: ConclusionView }) {
  const { data } = useQuery(historyQuery(conclusion.inspectionId))
  const notice = data?.notices.find(({ conclusionId }) => conclusionId === conclusion.conclusionId)
  return notice?.corrections.map(({ documentId, paper }) => (
    <div key={documentId} className={styles.onPaper}>
      <PaperSheet paper={paper} headingLevel={3} />
    </div>
  ))
}
