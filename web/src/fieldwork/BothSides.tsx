import { Compared } from '../self-reports/Compared.tsx'
import { diffWords } from '../self-reports/word-diff.ts'
import styles from './Minutes.module.css'

interface Props {
  before: string
  after: string
  /** What the sides are, where the place does not say it. */
  names?: readonly [before: string, after: string]
}

/** A text before and after a change, what differs marked by words. */
export function BothSides({ before, after, names }: Props) {
  const diff = diffWords(before, after)
  return (
    <div className={styles.sides}>
      <div>
        {names && <p className={styles.quiet}>{names[0]}</p>}
        <Compared parts={diff.left} />
      </div>
      <div>
        {names && <p className={styles.quiet}>{names[1]}</p>}
        <Compared parts={diff.right} />
      </div>
    </div>
  )
}
