import { type RequestDetail, requestKindNames } from '@cchc/domain/document-requests/contract.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { EvidenceBox } from '../evidence/EvidenceBox.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Problem } from '../ui/Problem.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AskAgainDialog } from './AskAgainDialog.tsx'
import { accept, withdraw } from './data.ts'
import { RequestBadge } from './RequestBadge.tsx'
import styles from './Requests.module.css'

const actWords: Record<RequestDetail['turns'][number]['act'], string> = {
  ask: 'yêu cầu',
  answer: 'trả lời',
  return: 'yêu cầu bổ sung',
  accept: 'xác nhận đã đủ',
  withdraw: 'rút yêu cầu',
}

/** One request: all that was said and sent, in order, and what may be done now. */
export function RequestDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const [open, setOpen] = useState<'return' | 'withdraw' | null>(null)
  const sending = useSending()
  const { actions, kind, title, why, verdict, daysLate } = request
  const settle = () =>
    sending.send(async () => {
      await accept(request)
      toast({ tone: 'good', text: 'Đã xác nhận đủ; đơn vị được báo.' })
      onClose()
    })
  const team = actions.filter((act) => act !== 'answer')
  return (
    <>
      <Dialog
        title={`${requestKindNames[kind]}: ${title}`}
        look="wide"
        onClose={onClose}
        actions={
          team.length > 0 && (
            <>
              <Problem of={sending} />
              {team.includes('withdraw') && <Button onClick={() => setOpen('withdraw')}>Rút yêu cầu</Button>}
              {team.includes('return') && <Button onClick={() => setOpen('return')}>Yêu cầu bổ sung</Button>}
              {team.includes('accept') && (
                <Button kind="primary" busy={sending.busy} onClick={() => void settle()}>
                  Xác nhận đã đủ
                </Button>
              )}
            </>
          )
        }
      >
        <Stack gap={3}>
          <div className={styles.standing}>
            <RequestBadge request={request} />
            {verdict && (
              <span className={styles.quiet}>
                {verdict === 'on-time' ? 'Trả lời đúng hạn' : `Trả lời muộn ${daysLate} ngày làm việc`}
              </span>
            )}
          </div>
          <p className={styles.quiet}>{why}</p>
          <ol className={styles.turns}>
            {request.turns.map((turn) => (
              <li key={turn.turnId} className={styles.turn}>
                <p>
                  <strong>{turn.who}</strong> {actWords[turn.act]}{' '}
                  <span className={styles.quiet}>{formatInstant(turn.at)}</span>
                </p>
                {turn.text && <p className={styles.said}>{turn.text}</p>}
                {turn.dueOn && <p className={styles.quiet}>Hạn trả lời: hết ngày {formatDate(turn.dueOn)}</p>}
                {turn.act === 'answer' && (
                  <EvidenceBox at={placeOf(request, turn.round)} writable={false} empty="Không kèm tệp." />
                )}
              </li>
            ))}
          </ol>
          {actions.includes('answer') && <AnswerForm key={request.round} request={request} onDone={onClose} />}
        </Stack>
      </Dialog>
      {open === 'return' && <AskAgainDialog request={request} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <ConfirmDialog
          title="Rút yêu cầu này?"
          confirmLabel="Rút yêu cầu"
          danger
          reasonLabel="Lý do rút"
          onConfirm={(reason) => withdraw(request, reason)}
          onClose={() => setOpen(null)}
        >
          Đơn vị không phải trả lời nữa và được báo lý do; yêu cầu vẫn lưu trong hồ sơ.
        </ConfirmDialog>
      )}
    </>
  )
}

/** Where the files of one answer hang. */
export const placeOf = ({ inspectionId, requestId }: RequestDetail, round: number) => ({
  inspectionId,
  ownerKind: 'document-request' as const,
  ownerId: requestId,
  place: String(round),
})
