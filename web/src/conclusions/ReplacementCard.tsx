import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import type { ReplacementView } from '@cchc/domain/conclusions/replacement-contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { carryOne, closeOne, giveUpReplacement, historyQuery } from './answer-data.ts'

type Open = ReplacementView['open'][number]

/** Over the draft of a replacement: what it replaces and why, and what becomes of every open recommendation. */
export function ReplacementCard({ conclusion }: { conclusion: ConclusionView }) {
  const { inspectionId, conclusionId, replaces, actions } = conclusion
  const { data } = useQuery({ ...historyQuery(inspectionId), enabled: replaces !== null })
  const [closing, setClosing] = useState<Open | null>(null)
  const [dropping, setDropping] = useState(false)
  const replacement = data?.replacement
  if (!replaces || !replacement || replacement.conclusionId !== conclusionId) return null
  const forgotten = replacement.open.filter(({ carriedAs, closedBecause }) => !carriedAs && !closedBecause)
  const editable = actions.includes('edit')
  return (
    <>
      <Message
        kind={forgotten.length > 0 ? 'warning' : 'note'}
        lead={
          <>
            Dự thảo thay thế{' '}
            <Link to="/van-ban/$documentId" params={{ documentId: replaces.documentId }}>
              Thông báo số {replaces.number}
            </Link>{' '}
            ngày {formatDate(replaces.issuedOn)}, thông báo này còn hiệu lực đến khi bản mới ban hành.
          </>
        }
      >
        <p className={styles.said}>Lý do: {replaces.reason}</p>
        {replacement.open.length > 0 && (
          <ul className={styles.rows}>
            {replacement.open.map((one) => (
              <li key={one.recommendationId} className={styles.row}>
                <span>
                  {one.text}
                  <span className={styles.small}>
                    hạn {formatDate(one.dueOn)} ·{' '}
                    {one.carriedAs
                      ? 'chuyển tiếp sang thông báo mới, giữ kết quả đã báo cáo'
                      : one.closedBecause
                        ? `kết thúc: ${one.closedBecause}`
                        : 'chưa chuyển tiếp, chưa kết thúc'}
                  </span>
                </span>
                {editable && (
                  <span className={styles.buttons}>
                    {!one.carriedAs && (
                      <Button size="s" onClick={() => void carryOne(conclusion, one.recommendationId)}>
                        Chuyển tiếp
                      </Button>
                    )}
                    {!one.closedBecause && (
                      <Button size="s" kind="quiet" onClick={() => setClosing(one)}>
                        Kết thúc
                      </Button>
                    )}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {data.actions.includes('drop') && (
          <Button size="s" kind="quiet" onClick={() => setDropping(true)}>
            Bỏ dự thảo thay thế
          </Button>
        )}
      </Message>
      {closing && (
        <ConfirmDialog
          title="Kết thúc kiến nghị này?"
          confirmLabel="Kết thúc kiến nghị"
          reasonLabel="Lý do"
          onConfirm={(reason) => closeOne(conclusion, closing.recommendationId, reason)}
          onClose={() => setClosing(null)}
        >
          “{closing.text}” không có trong thông báo mới; đơn vị không phải thực hiện nữa kể từ khi thông báo mới ban
          hành.
        </ConfirmDialog>
      )}
      {dropping && (
        <ConfirmDialog
          title="Bỏ dự thảo thay thế?"
          confirmLabel="Bỏ dự thảo"
          danger
          onConfirm={async () => {
            await giveUpReplacement(conclusion)
            toast({ tone: 'good', text: 'Đã bỏ dự thảo thay thế; thông báo cũ giữ nguyên hiệu lực.' })
          }}
          onClose={() => setDropping(false)}
        >
          Câu chữ đã sửa trong dự thảo này không giữ lại trên trang; nhật ký vẫn còn.
        </ConfirmDialog>
      )}
    </>
  )
}
