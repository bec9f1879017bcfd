import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import type { ProposedDoubt } from '@cchc/domain/campaigns/decision/proposal.ts'
import { openDoubts } from '@cchc/domain/campaigns/plan.ts'
import { IconCheck } from '@tabler/icons-react'
import { Card } from '../../ui/Card.tsx'
import { CheckField } from '../../ui/ChoiceFields.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { answeredIn, goToGap, partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { LineLink, Place } from './Place.tsx'
import { useReview } from './use-review.ts'

/** Everything the reader was not sure of, each with its lines, to be looked at by a person. */
export function DoubtsPart() {
  const { view, plan } = useReview()
  const { doubts } = view.proposal
  const open = new Set(openDoubts(plan, view.proposal).map(({ key }) => key))
  return (
    <Card
      id={partId('doubts')}
      title={partNames.doubts}
      className={styles.part}
      aside={doubts.length > 0 && `${doubts.length - open.size} / ${doubts.length} đã xong`}
    >
      {doubts.length === 0 ? (
        <p className={styles.about}>Văn bản đọc được rõ ràng, không có điều nào nghi vấn.</p>
      ) : (
        <ul>
          {doubts.map((doubt) => (
            <Doubt key={doubt.key} doubt={doubt} isOpen={open.has(doubt.key)} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Doubt({ doubt, isOpen }: { doubt: ProposedDoubt; isOpen: boolean }) {
  const { plan, change } = useReview()
  const elsewhere = answeredIn(doubt)
  const ticked = plan.settledDoubts.includes(doubt.key)
  const tick = (checked: boolean) =>
    change({
      settledDoubts: checked
        ? [...plan.settledDoubts, doubt.key]
        : plan.settledDoubts.filter((key) => key !== doubt.key),
    })
  return (
    <li>
      <Place source={doubt.lines && { lines: doubt.lines }} open={isOpen && !elsewhere} className={styles.doubt}>
        <p>
          {doubt.sentence} {doubt.lines && <LineLink lines={doubt.lines} />}
        </p>
        {!isOpen && !ticked ? (
          <StatusBadge tone="ok" icon={<IconCheck aria-hidden="true" stroke={2} />}>
            Đã giải quyết ở phần rà soát
          </StatusBadge>
        ) : elsewhere && !ticked ? (
          <button
            type="button"
            className={styles.lineLink}
            onClick={() => goToGap({ part: elsewhere, place: placeOf(doubt, plan.units) })}
          >
            Giải quyết ở phần {partNames[elsewhere]}
          </button>
        ) : (
          <CheckField
            label={
              <>
                Đã xem xét<span className="hidden-visually">: {doubt.sentence}</span>
              </>
            }
            checked={ticked}
            onChange={tick}
          />
        )}
      </Place>
    </li>
  )
}

/** Which of the open units a doubt is about; the first place of the part for doubts about anything else. */
function placeOf({ lines }: ProposedDoubt, units: CampaignPlan['units']): number {
  const open = units.filter(({ confirmed, unitCode }) => !confirmed || unitCode === null)
  return Math.max(
    0,
    open.findIndex(({ line }) => line !== null && line === lines?.[0]),
  )
}
