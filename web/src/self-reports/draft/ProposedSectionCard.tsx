import { isAnswered } from '@cchc/domain/outlines/answer.ts'
import { type DraftProposal, isSure } from '@cchc/domain/self-reports/draft/draft.ts'
import { useSyncExternalStore } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Desk } from '../desk.ts'
import { sectionWording } from '../wording.ts'
import styles from './DraftImport.module.css'
import type { ProposedSection } from './draft-import.ts'
import { ProposalRow } from './ProposalRow.tsx'

interface Props extends ProposedSection {
  desk: Desk
  skipped: readonly string[]
  onSkip: (key: string, isSkipped: boolean) => void
}

/** The proposals of one section; those that fit clearly and overwrite nothing can be accepted together. */
export function ProposedSectionCard({ part, section, proposals, desk, skipped, onSkip }: Props) {
  const waiting = useWaiting(desk, proposals, skipped)
  const acceptAll = () => {
    for (const { key, value } of waiting) desk.answers.write(key, value, true)
  }
  return (
    <Card
      title={sectionWording(part, section)}
      aside={
        waiting.length > 1 && (
          <Button size="s" onClick={acceptAll}>
            Nhận {waiting.length} mục khớp rõ
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {proposals.map((proposal) => (
          <ProposalRow
            key={proposal.key}
            proposal={proposal}
            desk={desk}
            isSkipped={skipped.includes(proposal.key)}
            onSkip={(isSkipped) => onSkip(proposal.key, isSkipped)}
          />
        ))}
      </ul>
    </Card>
  )
}

/** Sure proposals for items that nothing stands in yet. */
function useWaiting(desk: Desk, proposals: readonly DraftProposal[], skipped: readonly string[]): DraftProposal[] {
  const keys = useSyncExternalStore(
    (changed) => desk.answers.subscribeAny(changed),
    () =>
      proposals
        .filter((one) => isSure(one) && !skipped.includes(one.key) && !isAnswered(desk.answers.slot(one.key).value))
        .map(({ key }) => key)
        .join('\n'),
  )
  const waiting = new Set(keys.split('\n'))
  return proposals.filter(({ key }) => waiting.has(key))
}
