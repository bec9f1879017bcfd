import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import type { RosterGap } from '@cchc/domain/inspections/roster.ts'
import { composePaper } from '@cchc/domain/papers/compose-paper.ts'
import { DocumentNumber } from '@cchc/domain/shapes.ts'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { ButtonAnchor } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './AnnounceDialog.module.css'
import { announce, nextNumberQuery, noticeFileAddress, noticeQuery, rosterQuery } from './schedule-data.ts'

/**
 * Issues the schedule notice: number and date beside the paper as it will be printed. From then on the unit knows and may
 * write its report. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1.
 */
export function AnnounceDialog({ inspection, onClose }: { inspection: InspectionView; onClose: () => void }) {
  const { inspectionId, campaignId, unitName, state } = inspection
  const { today } = useSession()
  const suggested = useQuery(nextNumberQuery(campaignId))
  const [typed, setTyped] = useState<string | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ number?: string; issuedOn?: string; reason?: string }>({})
  const number = typed ?? suggested.data?.number ?? ''
  const isNumberComing = suggested.isLoading && typed === null
  const { data: roster } = useQuery(rosterQuery(inspectionId))
  const gaps = roster?.gaps.filter(({ stops }) => stops === 'announce') ?? []

  const issue = async () => {
    const found = DocumentNumber.safeParse(number)
    const problems = {
      number: found.success ? undefined : 'Ghi số văn bản, chỉ gồm chữ số, ví dụ 215.',
      issuedOn: issuedOn ? undefined : 'Ghi ngày ban hành.',
      reason: gaps.length > 0 && !reason.trim() ? 'Bổ sung thành phần, hoặc ghi lý do ban hành như vậy.' : undefined,
    }
    setWrong(problems)
    if (!found.success || !issuedOn || problems.reason) return false
    await announce(inspectionId, { number: found.data, issuedOn, rosterReason: reason.trim() || null })
    toast({ tone: 'good', text: `Đã ban hành thông báo lịch cho ${unitName}; đơn vị bắt đầu viết báo cáo được.` })
  }

  return (
    <FormDialog
      title={`${state === 'announced' ? 'Thông báo lại lịch' : 'Thông báo lịch'}: ${unitName}`}
      look="wide"
      onClose={onClose}
      onSubmit={issue}
      submitLabel="Ban hành thông báo"
      ready={!isNumberComing}
      wayOut="Để sau"
      problemLead="Chưa ban hành được."
      others={
        <ButtonAnchor
          href={noticeFileAddress(inspectionId)}
          download
          icon={<IconDownload size={16} aria-hidden="true" />}
          className={styles.download}
        >
          Tải dự thảo Word
        </ButtonAnchor>
      }
    >
      <div className={styles.fields}>
        <TextField
          label="Số"
          required
          inputMode="numeric"
          value={number}
          onChange={setTyped}
          error={wrong.number}
          hint={suggested.data ? `Số kế tiếp trong năm, ký hiệu ${suggested.data.symbol}` : 'Lấy theo sổ văn bản đi'}
        />
        <DateField
          label="Ngày ban hành"
          required
          value={issuedOn}
          onChange={setIssuedOn}
          today={today}
          error={wrong.issuedOn}
        />
      </div>
      {gaps.length > 0 && <RosterReason gaps={gaps} reason={reason} error={wrong.reason} onChange={setReason} />}
      <Notice inspectionId={inspectionId} number={number} issuedOn={issuedOn} />
    </FormDialog>
  )
}

interface ReasonProps {
  gaps: readonly RosterGap[]
  reason: string
  error: string | undefined
  onChange: (reason: string) => void
}

/** What the roster lacks, and why the notice goes out all the same. */
function RosterReason({ gaps, reason, error, onChange }: ReasonProps) {
  return (
    <div className={styles.reason}>
      <Message kind="warning" lead="Thành phần còn thiếu.">
        {gaps.map(({ sentence }) => sentence).join(' ')}
      </Message>
      <TextAreaField
        label="Lý do ban hành khi thành phần còn thiếu"
        required
        rows={2}
        value={reason}
        onChange={onChange}
        error={error}
        hint="Được lưu cùng hồ sơ với tên người ban hành. Không cần ghi nếu bổ sung thành phần trước."
      />
    </div>
  )
}

interface NoticeProps {
  inspectionId: string
  number: string
  issuedOn: string | null
}

/** The notice as it will be printed with the number and date now in the fields. */
function Notice({ inspectionId, number, issuedOn }: NoticeProps) {
  const { data, error } = useQuery(noticeQuery(inspectionId))
  if (error && !data) return <Message kind="error">{sentenceOf(error)}</Message>
  if (!data) return <Skeleton lines={10} label="Đang dựng thông báo" />
  const isNumber = DocumentNumber.safeParse(number).success
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
    <section className={styles.paper} tabIndex={0} aria-label="Thông báo như sẽ in">
      <PaperView
        paper={composePaper({ ...data.paper, number: isNumber ? number.trim() : null, issuedOn })}
        headingLevel={3}
      />
    </section>
  )
}
