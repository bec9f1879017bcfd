import { addresseeKindNames } from '@cchc/domain/conclusions/contract.ts'
import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { nextThirdPartyActs } from '@cchc/domain/follow-up/third-party.ts'
import { ThirdPartyAct, thirdPartyActNames } from '@cchc/domain/follow-up/third-party-contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './MoreTime.module.css'
import { noteThirdPartyStep } from './oversight-data.ts'

/** What became of a recommendation to the city, a ministry or another body: sent on, answered, closed. */
export function ThirdPartyCard({ recommendation }: { recommendation: RecommendationDetail }) {
  const { thirdParty, addresseeKind, actions } = recommendation
  const [opened, setOpened] = useState(false)
  return (
    <Card title="Theo dõi với cơ quan khác" aside={addresseeKindNames[addresseeKind]}>
      {thirdParty.length === 0 ? (
        <p className={styles.quiet}>
          Chưa chuyển đi. Đơn vị được kiểm tra không phải khắc phục và không bị nhắc việc này.
        </p>
      ) : (
        <ol className={styles.list}>
          {thirdParty.map((step) => (
            <li key={step.recordedAt} className={styles.request}>
              <p>
                <strong>{thirdPartyActNames[step.step]}</strong> ngày {formatDate(step.onDay)}
                {step.letter && `, văn bản ${step.letter}`}
              </p>
              {step.note && <p className={styles.words}>{step.note}</p>}
              <p className={styles.quiet}>{step.recordedBy} ghi</p>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.actions}>
        {actions.includes('forward') && (
          <Button kind="primary" aria-haspopup="dialog" onClick={() => setOpened(true)}>
            Ghi bước theo dõi
          </Button>
        )}
      </div>
      {opened && <StepDialog recommendation={recommendation} onClose={() => setOpened(false)} />}
    </Card>
  )
}

function StepDialog({ recommendation, onClose }: { recommendation: RecommendationDetail; onClose: () => void }) {
  const { today } = useSession()
  const acts = nextThirdPartyActs(recommendation.thirdParty)
  const [step, setStep] = useState<ThirdPartyAct>(acts[0] ?? 'closed')
  const [onDay, setOnDay] = useState<string | null>(today)
  const [letter, setLetter] = useState('')
  const [note, setNote] = useState('')
  const save = async () => {
    if (!onDay) return 'Chọn ngày.'
    await noteThirdPartyStep(recommendation.recommendationId, { step, onDay, letter, note })
    toast({ tone: 'good', text: 'Đã ghi.' })
  }
  return (
    <ConfirmDialog title="Ghi bước theo dõi" confirmLabel="Lưu" onConfirm={save} onClose={onClose}>
      <div className={styles.fields}>
        <RadioField
          label="Bước"
          value={step}
          onChange={(value) => setStep(ThirdPartyAct.parse(value))}
          options={acts.map((value) => ({ value, label: thirdPartyActNames[value] }))}
        />
        <DateField label="Ngày" required value={onDay} onChange={setOnDay} max={today} today={today} />
        <TextField
          label="Số, ký hiệu văn bản"
          required={step === 'sent-on'}
          value={letter}
          onChange={setLetter}
          placeholder="ví dụ 123/SNV-CCHC"
        />
        <TextAreaField
          label={step === 'sent-on' ? 'Ghi chú' : step === 'answered' ? 'Nội dung trả lời' : 'Vì sao kết thúc'}
          required={step !== 'sent-on'}
          rows={3}
          value={note}
          onChange={setNote}
        />
      </div>
    </ConfirmDialog>
  )
}
