import type { UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import type { ScoringAct } from '@cchc/domain/scoring/states.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.ts'
import { moveScoring } from './data.ts'
import styles from './Scoring.module.css'

const acts: Record<ScoringAct, { label: string; what: string; done: string }> = {
  send: {
    label: 'Gửi điểm tự chấm',
    what: 'Đoàn kiểm tra sẽ thấy điểm tự chấm của đơn vị. Sau khi gửi, đơn vị không sửa được nữa, trừ khi thư ký Đoàn mở lại.',
    done: 'Đã gửi điểm tự chấm cho Đoàn.',
  },
  show: {
    label: 'Gửi điểm cho đơn vị',
    what: 'Đơn vị sẽ thấy điểm Đoàn chấm cùng lý do, và giải trình các tiêu chí khác điểm tự chấm.',
    done: 'Đã gửi điểm Đoàn chấm cho đơn vị.',
  },
  explain: {
    label: 'Gửi giải trình',
    what: 'Đoàn kiểm tra sẽ thấy giải trình của đơn vị.',
    done: 'Đã gửi giải trình.',
  },
  agree: {
    label: 'Chốt điểm thống nhất',
    what: 'Tiêu chí chưa ghi điểm thống nhất giữ điểm Đoàn chấm. Điểm này vào kết quả chung; đơn vị thấy điểm thống nhất.',
    done: 'Đã chốt điểm thống nhất.',
  },
  reopen: {
    label: 'Mở lại bước trước',
    what: 'Phiếu điểm lùi lại một bước; điểm và lý do đã ghi vẫn còn trong lịch sử.',
    done: 'Đã mở lại.',
  },
}

export const stepNames: Record<ScoringAct, string> = {
  send: 'Gửi điểm tự chấm',
  show: 'Gửi điểm cho đơn vị',
  explain: 'Gửi giải trình',
  agree: 'Chốt điểm thống nhất',
  reopen: 'Mở lại',
}

/** The acts that this person may do with the unit's scores; one that lacks something says what, and leads there. */
export function MoveButtons({ view }: { view: UnitScoring }) {
  const [asked, setAsked] = useState<ScoringAct | null>(null)
  const close = () => setAsked(null)
  const lacking = asked && asked !== 'reopen' ? view.lacking[asked] : []
  const forward = view.actions.find((act) => act !== 'reopen')
  return (
    <>
      {view.actions.toReversed().map((act) => (
        <Button
          key={act}
          kind={act === forward ? 'primary' : 'plain'}
          aria-haspopup="dialog"
          onClick={() => setAsked(act)}
        >
          {acts[act].label}
        </Button>
      ))}
      {asked && lacking.length > 0 && (
        <Dialog
          title={`Chưa ${acts[asked].label.toLocaleLowerCase('vi')} được`}
          onClose={close}
          actions={<Button onClick={close}>Đóng</Button>}
        >
          <p>Còn {lacking.length} tiêu chí phải bổ sung:</p>
          <ul className={styles.lacking}>
            {lacking.map(({ key, sentence }) => (
              <li key={key + sentence}>
                <a href={`#tieu-chi-${key}`} onClick={close}>
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      {asked && lacking.length === 0 && (
        <ConfirmDialog
          title={acts[asked].label}
          confirmLabel={acts[asked].label}
          reasonLabel={view.reasons.includes(asked) ? reasonLabel(view, asked) : undefined}
          onConfirm={async (reason) => {
            await moveScoring(view, asked, reason)
            toast({ tone: 'good', text: acts[asked].done })
          }}
          onClose={close}
        >
          {acts[asked].what}
        </ConfirmDialog>
      )}
    </>
  )
}

function reasonLabel({ state }: UnitScoring, act: ScoringAct): string {
  if (act === 'show' && state === 'open') return 'Vì sao gửi khi đơn vị chưa tự chấm'
  return act === 'agree' ? 'Vì sao chốt khi đơn vị chưa giải trình' : 'Lý do mở lại'
}
