import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { type RecommendationStanding, recommendationLooks, standingOf } from '../conclusions/states.ts'
import styles from './FollowUp.module.css'

/** In the order in which they need somebody. */
export const standings: readonly RecommendationStanding[] = ['overdue', 'sent-back', 'open', 'remedied', 'verified']

interface Props {
  rows: readonly RecommendationView[]
  /** The standing that the list is narrowed to; empty for all. */
  chosen: string
  onChoose: (standing: string) => void
}

/** How many recommendations stand where; pressing a count narrows the list to it, pressing it again widens it. */
export function StandingCounts({ rows, chosen, onChoose }: Props) {
  return (
    <ul className={styles.counts} aria-label="Số kiến nghị theo trạng thái">
      {standings.map((standing) => {
        const { words, tone, icon: Icon } = recommendationLooks[standing]
        const count = rows.filter((row) => standingOf(row) === standing).length
        return (
          <li key={standing}>
            <button
              type="button"
              className={styles.countButton}
              data-tone={count > 0 ? tone : undefined}
              aria-pressed={chosen === standing}
              onClick={() => onChoose(chosen === standing ? '' : standing)}
            >
              <span className={styles.countFigure}>{count}</span>
              <span className={styles.countWords}>
                <Icon size={16} aria-hidden="true" stroke={2} /> {words}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
