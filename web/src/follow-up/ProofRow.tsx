import { IconAlertTriangle, IconCheck, IconUpload, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './FollowUp.module.css'
import { sizeInWords } from './file-size.ts'
import type { Proof } from './use-proofs.ts'

interface Props {
  proof: Proof
  onAgain: () => void
  onRemove: () => void
}

/** One chosen file: how far it has gone up, or why it was refused. */
export function ProofRow({ proof: { name, size, percent, problem, kept }, onAgain, onRemove }: Props) {
  const Icon = kept ? IconCheck : problem ? IconAlertTriangle : IconUpload
  const words = kept ? 'đã gửi' : problem ? 'chưa gửi được' : `đang gửi ${percent}%`
  return (
    <>
      <div className={styles.proof}>
        <Icon size={17} aria-hidden="true" className={kept ? styles.good : problem ? styles.bad : undefined} />
        <span className={styles.proofName}>
          {kept?.name ?? name}{' '}
          <span className={styles.small}>
            {sizeInWords(size)} · {words}
          </span>
        </span>
        {problem && (
          <Button size="s" onClick={onAgain} aria-label={`Gửi lại ${name}`}>
            Gửi lại
          </Button>
        )}
        <IconButton size="s" label={`Bỏ ${name}`} onClick={onRemove}>
          <IconX size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {!kept && !problem && (
        <progress className={styles.progress} max={100} value={percent} aria-label={`Gửi ${name}`} />
      )}
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </>
  )
}
