import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import type { Source } from '@cchc/domain/campaigns/decision/proposal.ts'
import { useState } from 'react'
import { Card } from '../../ui/Card.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Message } from '../../ui/Message.tsx'
import { TextAreaField, TextField } from '../../ui/TextFields.tsx'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { Place, ReadFrom, spanOf } from './Place.tsx'
import { useReview } from './use-review.ts'

type WordKey = 'name' | 'number' | 'symbol' | 'issuer' | 'signerName' | 'signerPost'

export const stillNeeded = <Message kind="warning">Cần nhập trước khi ban hành.</Message>

/** What the decision is: number, date, who issued and signed it, what it rests on, who receives it. */
export function DecisionPart() {
  const { plan, view, change } = useReview()
  const { proposal } = view
  return (
    <Card id={partId('decision')} title={partNames.decision} className={styles.part}>
      <div className={styles.grid}>
        <Words area="name" label="Tên đợt kiểm tra" source={proposal.title} needed />
        <YearField source={proposal.period ?? proposal.issuedOn} />
        <Words area="number" label="Số" source={proposal.number} needed />
        <Words area="symbol" label="Ký hiệu" source={proposal.number} needed />
        <Place source={proposal.issuedOn} open={plan.issuedOn === null}>
          <DateField
            label="Ngày ban hành"
            value={plan.issuedOn}
            onChange={(issuedOn) => change({ issuedOn })}
            hint={<ReadFrom source={proposal.issuedOn} />}
            below={plan.issuedOn === null && stillNeeded}
          />
        </Place>
        <Words area="issuer" label="Cơ quan, người ban hành" source={proposal.issuer} needed />
        <Words area="signerName" label="Người ký" source={proposal.signer} />
        <Words area="signerPost" label="Chức vụ người ký" source={proposal.signer} />
        <LineList area="legalBases" label="Căn cứ" source={spanOf(proposal.legalBases)} />
        <LineList area="recipients" label="Nơi nhận" source={spanOf(proposal.recipients)} />
      </div>
    </Card>
  )
}

interface WordsProps {
  area: WordKey
  label: string
  source: Source | null
  needed?: boolean
}

function Words({ area, label, source, needed }: WordsProps) {
  const { plan, change } = useReview()
  const isOpen = Boolean(needed && !plan[area])
  const isLong = area === 'name'
  const field = {
    label,
    value: plan[area] ?? '',
    hint: <ReadFrom source={source} />,
    below: isOpen && stillNeeded,
    onChange: (text: string) => change({ [area]: text || (isLong ? '' : null) }),
  }
  return (
    <Place source={source} open={isOpen} className={isLong || area === 'issuer' ? styles.whole : undefined}>
      {isLong ? <TextAreaField {...field} rows={2} /> : <TextField {...field} />}
    </Place>
  )
}

function YearField({ source }: { source: Source | null }) {
  const { plan, change } = useReview()
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    const year = Number(draft)
    if (draft === '' || (Number.isInteger(year) && year >= 2000 && year <= 2100)) {
      if (draft !== null) change({ year: draft === '' ? null : year })
      setDraft(null)
    }
  }
  const isWrong = draft !== null && draft !== '' && !/^2(0\d\d|100)$/.test(draft) && draft.length >= 4
  return (
    <Place source={source} open={plan.year === null}>
      <TextField
        label="Năm"
        inputMode="numeric"
        maxLength={4}
        value={draft ?? String(plan.year ?? '')}
        error={isWrong && 'Năm gồm bốn chữ số từ 2000 đến 2100, ví dụ 2026.'}
        hint={<ReadFrom source={source} />}
        below={plan.year === null && stillNeeded}
        onChange={setDraft}
        onBlur={settle}
      />
    </Place>
  )
}

interface LineListProps {
  area: keyof Pick<CampaignPlan, 'legalBases' | 'recipients'>
  label: string
  source: Source | null
}

/** Several lines of the paper as one text, a line each; blank ones go when the field is left. */
function LineList({ area, label, source }: LineListProps) {
  const { plan, change } = useReview()
  return (
    <Place source={source} className={styles.whole}>
      <TextAreaField
        label={`${label}, mỗi dòng một mục`}
        rows={2}
        value={plan[area].join('\n')}
        hint={<ReadFrom source={source} />}
        onChange={(text) => change({ [area]: text.split('\n') })}
        onBlur={() => {
          const kept = plan[area].map((line) => line.trim()).filter(Boolean)
          if (kept.join('\n') !== plan[area].join('\n')) change({ [area]: kept })
        }}
      />
    </Place>
  )
}
