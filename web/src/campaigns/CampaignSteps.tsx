import type { CampaignSummary } from '@cchc/domain/campaigns/contract.ts'
import { IconCheck } from '@tabler/icons-react'
import { classes } from '../ui/classes.ts'
import styles from './Campaigns.module.css'
import { campaignStates } from './states.ts'

const order = Object.keys(campaignStates) as CampaignSummary['state'][]

/** The four states of a campaign with the one it is in. */
export function CampaignSteps({ state }: { state: CampaignSummary['state'] }) {
  const at = order.indexOf(state)
  return (
    <ol className={styles.steps} aria-label="Các bước của đợt kiểm tra">
      {order.map((step, place) => {
        const { words, icon: Icon } = campaignStates[step]
        const isPast = place < at
        return (
          <li
            key={step}
            className={classes(styles.step, isPast && styles.past, place === at && styles.now)}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className={styles.mark}>
              {isPast ? <IconCheck aria-hidden="true" stroke={2.4} /> : <Icon aria-hidden="true" stroke={2} />}
            </span>
            <span>
              {words}
              {isPast && <span className="hidden-visually"> (đã qua)</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
