import {
  type CorrectionView,
  correctionKindNames,
  correctionKinds,
  DraftingUnit,
  type NoticeView,
  previewCorrection,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PaperSheet } from '../documents/PaperSheet.tsx'
import { call } from '../platform/api.ts'
import { useCampaignId, useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Answer.module.css'
import { letterNumberQuery, sendLetter } from './answer-data.ts'

interface Props {
  inspectionId: string
  notice: NoticeView
  onClose: () => void
}
const blank = { where: '', wrong: '', right: '' }

/** The dispatch that corrects the form of an issued notice: written, looked at as it will print, then numbered and issued. */
export function CorrectionDialog({ inspectionId, notice, onClose }: Props) {
  const { today } = useSession()
  const campaignId = useCampaignId() ?? ''
  const [kind, setKind] = useState<CorrectionView['kind']>('layout')
  const [passages, setPassages] = useState([blank])
  const [typedUnit, setTypedUnit] = useState<string | null>(null)
  const known = typedUnit !== null && DraftingUnit.safeParse(typedUnit).success ? typedUnit : null
  const proposed = useQuery(letterNumberQuery(campaignId, known))
  const unit = typedUnit ?? proposed.data?.draftingUnit ?? ''
  const [typedNumber, setTypedNumber] = useState<string | null>(null)
  const number = typedNumber ?? proposed.data?.number ?? ''
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [paper, setPaper] = useState<Paper | null>(null)
  const letter = { kind, passages, draftingUnit: unit }
  const change = (index: number, words: Partial<typeof blank>) => {
    setPassages(passages.map((passage, place) => (place === index ? { ...passage, ...words } : passage)))
    setPaper(null)
  }
  const preview = async () => {
    const params = { conclusionId: notice.conclusionId }
    setPaper((await call(previewCorrection, { params, body: letter })).paper)
    return false
  }
  const issue = async () => {
    if (!issuedOn) return 'Chọn ngày ban hành.'
    await sendLetter({ inspectionId, conclusionId: notice.conclusionId }, { ...letter, number, issuedOn })
    toast({ tone: 'good', text: 'Đã ban hành công văn đính chính.' })
  }
  return (
    <FormDialog
      title={`Đính chính Thông báo số ${notice.number}`}
      look="wide"
      onClose={onClose}
      onSubmit={paper ? issue : preview}
      submitLabel={paper ? 'Ban hành công văn' : 'Xem công văn'}
      others={paper && <Button onClick={() => setPaper(null)}>Sửa tiếp</Button>}
    >
      {paper ? (
        <>
          <div className={styles.pair}>
            <TextField
              label={`Số (ký hiệu ${proposed.data?.symbol ?? `…-${unit}`})`}
              required
              inputMode="numeric"
              autoComplete="off"
              value={number}
              onChange={setTypedNumber}
              hint={
                proposed.data?.number
                  ? `Số tiếp theo: ${proposed.data.number}. Văn thư sửa được.`
                  : 'Nhập số theo sổ văn bản.'
              }
            />
            <DateField
              label="Ngày ban hành"
              required
              value={issuedOn}
              max={today}
              today={today}
              onChange={setIssuedOn}
            />
          </div>
          <PaperSheet paper={paper} headingLevel={3} />
        </>
      ) : (
        <>
          <Message kind="note" lead="Chỉ đính chính sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành.">
            Sai về nội dung (số liệu, nhận định, kiến nghị, thời hạn) phải ban hành thông báo thay thế – khoản 3 Điều 18
            Nghị định 30/2020/NĐ-CP. Thông báo đã ban hành không bị sửa.
          </Message>
          <RadioField
            label="Loại sai sót"
            value={kind}
            onChange={(value) => setKind(value as CorrectionView['kind'])}
            options={correctionKinds.map((value) => ({ value, label: upperFirst(correctionKindNames[value]) }))}
          />
          {passages.map((passage, index) => (
            <div key={index} className={styles.passage}>
              <TextField
                label={`Vị trí ${index + 1}`}
                required
                placeholder="Ví dụ: mục III, dòng thứ 2"
                value={passage.where}
                onChange={(where) => change(index, { where })}
              />
              <div className={styles.pair}>
                <TextAreaField
                  label="Đã in"
                  required
                  rows={2}
                  hint="Chép đúng nguyên văn trong thông báo."
                  value={passage.wrong}
                  onChange={(wrong) => change(index, { wrong })}
                />
                <TextAreaField
                  label="Đính chính thành"
                  required
                  rows={2}
                  value={passage.right}
                  onChange={(right) => change(index, { right })}
                />
              </div>
              {passages.length > 1 && (
                <Button
                  size="s"
                  kind="quiet"
                  onClick={() => setPassages(passages.filter((_, place) => place !== index))}
                >
                  Bỏ chỗ này
                </Button>
              )}
            </div>
          ))}
          <Button
            size="s"
            icon={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => setPassages([...passages, blank])}
          >
            Thêm chỗ đính chính
          </Button>
          <TextField
            label="Ký hiệu đơn vị soạn thảo"
            required
            placeholder="Ví dụ: CCHC"
            hint="Công văn mang ký hiệu cơ quan và đơn vị soạn thảo, ví dụ SNV-CCHC."
            value={unit}
            onChange={setTypedUnit}
          />
        </>
      )}
    </FormDialog>
  )
}
