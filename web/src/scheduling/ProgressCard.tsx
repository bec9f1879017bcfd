import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import type { ScheduleProposal, SolvingProgress } from '@cchc/domain/scheduling/contract.ts'
import { IconCheck, IconCircle, IconLoader2, IconPlayerStop } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSending } from '../ui/use-sending.ts'
import { cancel } from './data.ts'
import styles from './Scheduling.module.css'

const steps: readonly { step: SolvingProgress['step']; words: string }[] = [
  { step: 'reading', words: 'Đọc lịch, lịch bận và quãng đường' },
  { step: 'conflicts', words: 'Xem có đủ chỗ cho mọi đơn vị không' },
  { step: 'plan', words: 'Ghép đơn vị và chọn ngày' },
  { step: 'check', words: 'Kiểm tra lại đề xuất, độc lập với phần tính' },
  { step: 'binding', words: 'Tìm điều kiện nào làm lịch kém đi' },
]

/** How far the work is; it goes on when the page is left, and can be stopped. */
export function ProgressCard({ proposal }: { proposal: ScheduleProposal }) {
  const { scheduleProposalId, state, askedBy, progress, actions } = proposal
  const sending = useSending()
  const at = state === 'queued' ? -1 : steps.findIndex(({ step }) => step === (progress?.step ?? 'reading'))
  const stop = () => sending.send(() => cancel(scheduleProposalId))
  return (
    <Card title={state === 'queued' ? 'Đang chờ đến lượt tính' : 'Đang tính lịch'} aside={`${askedBy} cho tính`}>
      <ol className={styles.steps}>
        {steps.map(({ step, words }, index) => (
          <li
            key={step}
            className={index === at ? styles.stepNow : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at ? (
              <IconCheck aria-label="Xong" />
            ) : index === at ? (
              <IconLoader2 className={styles.turning} aria-label="Đang làm" />
            ) : (
              <IconCircle aria-label="Chưa làm" />
            )}
            {words}
          </li>
        ))}
      </ol>
      <p className={styles.note} aria-live="polite">
        {inWords(progress)} Bạn có thể rời trang này; việc tính vẫn tiếp tục.
      </p>
      <Problem of={sending} />
      {actions.includes('cancel') && (
        <div className={styles.actions}>
          <Button
            busy={sending.busy}
            icon={<IconPlayerStop size={17} aria-hidden="true" />}
            onClick={() => void stop()}
          >
            Dừng tính
          </Button>
        </div>
      )}
    </Card>
  )
}

function inWords(progress: SolvingProgress | null): string {
  if (!progress || progress.best === null) return 'Thường xong trong vài giây; cả 128 đơn vị thì lâu hơn.'
  const bound = progress.bound === null ? '' : `, không thể dưới ${formatNumber(progress.bound, 1)} điểm`
  return `Đã có một cách ${formatNumber(progress.best, 1)} điểm${bound}.`
}
