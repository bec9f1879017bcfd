import {
  AddresseeKind,
  addresseeKindNames,
  addresseeKinds,
  type ConclusionView,
  RecommendationClash,
  type RecommendationView,
} from '@cchc/domain/conclusions/contract.ts'
import type { FindingView } from '@cchc/domain/fieldwork/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { useState } from 'react'
import { Refusal } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Compared } from '../self-reports/Compared.tsx'
import { diffWords } from '../self-reports/word-diff.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import styles from './Conclusions.module.css'
import { keepRecommendation, type RecommendationWords } from './data.ts'
import { useCalendar } from './use-calendar.ts'

interface Props {
  conclusion: Pick<ConclusionView, 'conclusionId' | 'unitName' | 'fields' | 'recommendations' | 'suggestedRemedyDueOn'>
  /** The one that is changed; null for a new one. */
  edited: RecommendationView | null
  /** The finding a new one answers, if any. */
  finding: FindingView | null
  /** What a new one says at first, when something is proposed. */
  first?: { text: string; proofExpected: string; fieldKey: string } | undefined
  /** The term in working days and the day it counts from, where it may be set so. */
  term?: { workingDays: number; countsFrom: string }
  onClose: () => void
}

type Words = Omit<RecommendationWords, 'dueOn'> & { dueOn: string | null }
type Errors = Partial<Record<'text' | 'addressee' | 'dueOn', string>>

/** Writing one recommendation: what is asked, of whom, by when in working days, and what will prove it. */
export function RecommendationDialog({ conclusion, edited, finding, first, term, onClose }: Props) {
  const { today } = useSession()
  const { leftInWords, dayOff, workingDaysAfter, workingDaysFrom } = useCalendar()
  const [words, setWords] = useState(() => ({
    ...firstWords({ conclusion, edited, finding }),
    ...(edited ? {} : first),
  }))
  const [errors, setErrors] = useState<Errors>({})
  const [theirs, setTheirs] = useState<RecommendationView | null>(null)
  const set = (change: Partial<Words>) => {
    setWords({ ...words, ...change })
    setErrors({})
  }
  const left = words.dueOn && leftInWords(words.dueOn)
  const off = words.dueOn && dayOff(words.dueOn)

  const save = async () => {
    const { dueOn } = words
    const wrong = problemsOf(words)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0 || !dueOn) return false
    try {
      await keepRecommendation(conclusion.conclusionId, { ...words, dueOn }, theirs ?? edited)
    } catch (error) {
      const clash = error instanceof Refusal ? RecommendationClash.safeParse(error.details) : undefined
      if (!clash?.success) throw error
      setTheirs(clash.data.theirs)
      return false
    }
  }

  return (
    <FormDialog
      title={edited ? 'Sửa kiến nghị' : 'Thêm kiến nghị'}
      look="wide"
      onClose={onClose}
      onSubmit={save}
      submitLabel={theirs ? 'Lưu bản của bạn' : 'Lưu kiến nghị'}
      wayOut={theirs ? 'Giữ bản đã lưu' : 'Hủy'}
      problemLead="Chưa lưu được."
    >
      {theirs && <Theirs mine={words.text} theirs={theirs.text} />}
      <SelectField
        label="Lĩnh vực"
        value={words.fieldKey}
        options={conclusion.fields.map(({ fieldKey, name }) => ({ value: fieldKey, label: name }))}
        onChange={(fieldKey) => set({ fieldKey })}
      />
      <TextAreaField
        label="Nội dung yêu cầu, kiến nghị"
        required
        rows={4}
        value={words.text}
        error={errors.text}
        onChange={(text) => set({ text })}
      />
      <SelectField
        label="Gửi ai"
        value={words.addresseeKind ?? 'unit'}
        options={addresseeKinds.map((value) => ({ value, label: addresseeKindNames[value] }))}
        hint="Chỉ đơn vị được kiểm tra bị nhắc hạn; kiến nghị với nơi khác được theo dõi đến khi có trả lời."
        onChange={(kind) => set({ addresseeKind: AddresseeKind.parse(kind) })}
      />
      <div className={styles.formPair}>
        <TextField
          label="Nơi thực hiện"
          required
          value={words.addressee}
          error={errors.addressee}
          onChange={(addressee) => set({ addressee })}
        />
        <DateField
          label="Hạn thực hiện"
          required
          value={words.dueOn}
          min={today}
          today={today}
          dayOff={dayOff}
          error={errors.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          hint={left ? `${upperFirst(left)}.` : undefined}
          below={off ? <Message kind="warning">Ngày này là {off}; nên chọn một ngày làm việc.</Message> : undefined}
        />
      </div>
      {term && (
        <Term
          days={words.dueOn ? workingDaysFrom(term.countsFrom, words.dueOn) : undefined}
          hint={`Tính từ ${formatDate(term.countsFrom)}; mặc định của đợt kiểm tra là ${term.workingDays} ngày làm việc.`}
          onDays={(days) => {
            const dueOn = workingDaysAfter(term.countsFrom, days)
            if (dueOn) set({ dueOn })
          }}
        />
      )}
      <TextAreaField
        label="Minh chứng cần gửi"
        hint="Tài liệu nào cho thấy đã làm xong: văn bản, ảnh, báo cáo."
        rows={2}
        value={words.proofExpected}
        onChange={(proofExpected) => set({ proofExpected })}
      />
    </FormDialog>
  )
}

/** The term in working days: a number sets the date, a date shows its number. */
function Term({ days, hint, onDays }: { days: number | undefined; hint: string; onDays: (days: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label="Thời hạn (ngày làm việc)"
      inputMode="numeric"
      hint={hint}
      value={typed ?? (days === undefined ? '' : String(days))}
      onChange={(text) => {
        const digits = text.replace(/\D/g, '').slice(0, 3)
        setTyped(digits)
        if (Number(digits) > 0) onDays(Number(digits))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

function firstWords({ conclusion, edited, finding }: Pick<Props, 'conclusion' | 'edited' | 'finding'>): Words {
  if (edited) {
    const { findingId, fieldKey, text, addressee, addresseeKind, dueOn, proofExpected } = edited
    return { findingId, fieldKey, text, addressee, addresseeKind, dueOn, proofExpected }
  }
  return {
    findingId: finding?.findingId ?? null,
    fieldKey: finding?.fieldKey ?? conclusion.fields[0]?.fieldKey ?? '',
    text: finding?.text ?? '',
    addressee: conclusion.recommendations[0]?.addressee ?? conclusion.unitName,
    addresseeKind: 'unit',
    dueOn: conclusion.suggestedRemedyDueOn,
    proofExpected: '',
  }
}

function problemsOf({ text, addressee, dueOn }: Words): Errors {
  return {
    ...(text.trim() === '' && { text: 'Ghi rõ yêu cầu đơn vị làm gì.' }),
    ...(addressee.trim() === '' && { addressee: 'Ghi cơ quan, bộ phận thực hiện.' }),
    ...(dueOn === null && { dueOn: 'Chọn ngày phải xong.' }),
  }
}

function Theirs({ mine, theirs }: { mine: string; theirs: string }) {
  const { left, right } = diffWords(mine, theirs)
  return (
    <Message kind="warning" lead="Kiến nghị này vừa được người khác sửa." live>
      Chưa có gì bị ghi đè. So hai bản rồi chọn.
      <div className={styles.sides}>
        <section aria-label="Bản của bạn">
          <h3>Bản của bạn</h3>
          <Compared parts={left} />
        </section>
        <section aria-label="Bản đã lưu">
          <h3>Bản đã lưu</h3>
          <Compared parts={right} />
        </section>
      </div>
    </Message>
  )
}
