import { type DocumentKind, documentKindNames, IssueBody } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useCampaignId, useSession } from '../platform/session.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextFields.tsx'
import styles from './Documents.module.css'
import { numberQuery } from './data.ts'

interface Props {
  kind: DocumentKind
  /** What is issued, to whom and what follows from it; told the date in hand. */
  summary: (issuedOn: string) => ReactNode
  /** Issues it; a sentence given back, or a refusal, is shown where it belongs and the dialog stays. */
  onIssue: (body: { number: string; issuedOn: string }) => unknown
  onClose: () => void
}

/** What the server may refuse, by the field that mends it. */
const fieldOfRefusal: Record<string, 'number' | 'issuedOn'> = {
  'number-taken': 'number',
  'issued-before-signing': 'issuedOn',
  'due-before-issue': 'issuedOn',
}

/** Giving a paper its number and date. The next free number is proposed; the clerk decides. Basis: Nghị định 30/2020/NĐ-CP, Điều 15. */
export function IssueDialog({ kind, summary, onIssue, onClose }: Props) {
  const { today } = useSession()
  const proposed = useQuery(numberQuery(useCampaignId() ?? '', kind))
  const [typed, setTyped] = useState<string | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [errors, setErrors] = useState<{ number?: string; issuedOn?: string }>({})
  const number = typed ?? proposed.data?.number ?? ''
  const isNumberComing = proposed.isLoading && typed === null
  const symbol = proposed.data?.symbol
  const what = documentKindNames[kind]

  const issue = async () => {
    const read = IssueBody.shape.number.safeParse(number)
    const wrong = {
      number: read.success ? undefined : (read.error.issues[0]?.message ?? ''),
      issuedOn: issuedOn ? undefined : 'Chọn ngày ban hành.',
    }
    setErrors(wrong)
    if (wrong.number !== undefined || !issuedOn) return false
    try {
      return await onIssue({ number, issuedOn })
    } catch (error) {
      const place = error instanceof Refusal ? fieldOfRefusal[error.code] : undefined
      if (!place) throw error
      setErrors({ [place]: sentenceOf(error) })
      return false
    }
  }

  return (
    <FormDialog
      title={`Ban hành ${what.toLocaleLowerCase('vi')}`}
      onClose={onClose}
      onSubmit={issue}
      submitLabel="Ban hành"
      ready={!isNumberComing}
      wayOut="Để sau"
      problemLead="Chưa ban hành được."
    >
      <div className={styles.issueFields}>
        <TextField
          label={symbol ? `Số (ký hiệu ${symbol})` : 'Số'}
          required
          inputMode="numeric"
          autoComplete="off"
          value={number}
          placeholder={proposed.isPending ? 'Đang tìm số tiếp theo…' : undefined}
          error={upperFirst(errors.number ?? '')}
          onChange={(text) => {
            setTyped(text)
            setErrors({ ...errors, number: undefined })
          }}
          hint={
            proposed.error
              ? `Chưa đề xuất được số: ${sentenceOf(proposed.error)} Nhập số theo sổ văn bản.`
              : `Số tiếp theo trong sổ năm ${today.slice(0, 4)}: ${proposed.data?.number ?? '…'}. Văn thư sửa được.`
          }
        />
        <DateField
          label="Ngày ban hành"
          required
          value={issuedOn}
          max={today}
          today={today}
          error={errors.issuedOn}
          onChange={(iso) => {
            setIssuedOn(iso)
            setErrors({ ...errors, issuedOn: undefined })
          }}
          hint={`Không muộn hơn hôm nay, ${formatDate(today)}.`}
        />
      </div>
      <div className={styles.issueSummary}>{summary(issuedOn ?? today)}</div>
    </FormDialog>
  )
}
