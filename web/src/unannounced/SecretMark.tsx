import { IconLock } from '@tabler/icons-react'
import styles from './Unannounced.module.css'

/** Says beside every secret thing that it is one, and how many know. Not "Mật": that word is a grade of state secrets. */
export function SecretMark({ told }: { told: number }) {
  return (
    <span className={styles.secret}>
      <IconLock size={15} aria-hidden="true" />
      Chưa công bố – chỉ {told} người được biết
    </span>
  )
}
