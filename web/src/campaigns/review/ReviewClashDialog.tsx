import type { CampaignPlan, ReviewView } from '@cchc/domain/campaigns/contract.ts'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useUnitNames } from '../unit-options.ts'
import { type Difference, differencesOf, mergePlans } from './plan-pieces.ts'
import styles from './Review.module.css'

interface Props {
  /** What both started from. */
  base: CampaignPlan
  mine: CampaignPlan
  theirs: ReviewView
  onChoose: (plan: CampaignPlan) => void
  onClose: () => void
}

/** Two reviews of one draft side by side: each difference is kept from one of them, and nothing is written over before. */
export function ReviewClashDialog({ base, mine, theirs, onChoose, onClose }: Props) {
  const nameOf = useUnitNames()
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const differences = useMemo(
    () => differencesOf(base, mine, theirs.plan, { nameOf, doubts: theirs.proposal.doubts }),
    [base, mine, theirs, nameOf],
  )
  const choiceOf = ({ key, changedBy }: Difference) => choices[key] ?? (changedBy === 'them' ? 'theirs' : 'mine')
  return (
    <Dialog
      title="Người khác vừa sửa bản rà soát này"
      look="wide"
      onClose={onClose}
      onSubmit={() => onChoose(mergePlans(mine, theirs.plan, differences, (each) => choiceOf(each) === 'mine'))}
      actions={
        <>
          <Button onClick={onClose}>Để sau</Button>
          <Button type="submit" kind="primary">
            Lưu bản đã chọn
          </Button>
        </>
      }
    >
      <p className={styles.clashAbout}>
        Chưa có gì bị ghi đè. Với mỗi điều khác nhau, chọn bản giữ lại; điều chỉ một người sửa đã được chọn sẵn.
      </p>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <li key={difference.key}>
            <fieldset>
              <legend>
                {difference.label}
                {difference.changedBy === 'both' && <strong className={styles.both}> · hai người cùng sửa</strong>}
              </legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side}>
                  <input
                    type="radio"
                    name={difference.key}
                    checked={choiceOf(difference) === side}
                    onChange={() => setChoices({ ...choices, [difference.key]: side })}
                  />
                  <span>
                    <span className={styles.side}>{side === 'mine' ? 'Của bạn' : 'Của người kia'}</span>
                    <span className={styles.reading}>{difference[side]}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
