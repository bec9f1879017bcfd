import type { TransportProblem } from '@cchc/domain/logistics/contract.ts'
import { Message } from '../ui/Message.tsx'
import styles from './Logistics.module.css'

/** What somebody must see to, each as a sentence. */
export function ProblemList({ problems }: { problems: readonly TransportProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className={styles.problems}>
      {problems.map(({ rule, level, sentence }) => (
        <Message key={`${rule} ${sentence}`} kind={level}>
          {sentence}
        </Message>
      ))}
    </div>
  )
}
