import { sizeInWords } from '@cchc/domain/evidence/limits.ts'
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Evidence.module.css'
import { cancelSending, pauseSending, resumeSending, type Sending, type SendingPhase } from './upload-desk.ts'

const words: Record<SendingPhase, (sending: Sending) => string> = {
  waiting: () => 'Chờ đến lượt',
  sending: ({ sent, size }) => `${sizeInWords(sent)} / ${sizeInWords(size)}`,
  paused: ({ sent, size }) => `Tạm dừng ở ${sizeInWords(sent)} / ${sizeInWords(size)}`,
  looking: () => 'Đang kiểm tra tệp…',
  failed: () => 'Chưa lưu được',
}

/** One file on its way: how far it is, and the ways to stop it, go on and give it up. */
export function SendingRow({ sending }: { sending: Sending }) {
  const { id, name, sent, size, phase, problem, mayRetry } = sending
  return (
    <li className={styles.row}>
      <div className={styles.facts}>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet} role="status">
          {words[phase](sending)}
        </span>
        {phase !== 'failed' && (
          <progress
            className={styles.progress}
            max={size}
            value={phase === 'looking' ? undefined : sent}
            aria-label={`Tải lên ${name}`}
          />
        )}
        {problem && (
          <Message kind="error" live>
            {problem}
          </Message>
        )}
      </div>
      <div className={styles.tools}>
        {phase === 'sending' && (
          <IconButton size="s" label={`Tạm dừng tải ${name}`} onClick={() => pauseSending(id)}>
            <IconPlayerPause size={16} aria-hidden="true" />
          </IconButton>
        )}
        {phase === 'paused' && (
          <IconButton size="s" label={`Tải tiếp ${name}`} onClick={() => resumeSending(id)}>
            <IconPlayerPlay size={16} aria-hidden="true" />
          </IconButton>
        )}
        {phase === 'failed' && mayRetry && (
          <Button size="s" icon={<IconRefresh size={15} aria-hidden="true" />} onClick={() => resumeSending(id)}>
            Thử lại
          </Button>
        )}
        {phase !== 'looking' && (
          <IconButton size="s" label={`Bỏ tệp ${name}`} onClick={() => cancelSending(id)}>
            <IconX size={16} aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </li>
  )
}
