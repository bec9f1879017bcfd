import type { FindingView, VisitView } from '@cchc/domain/fieldwork/contract.ts'
import type { MinutesState } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { useState } from 'react'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Minutes.module.css'
import { type FigureCorrection, MinutesFigures } from './MinutesFigures.tsx'
import { propose } from './minutes-data.ts'

interface Props {
  view: VisitView
  state: MinutesState
  onClose: () => void
}

/** The secretary writes what a new version is to say; the chair decides on it. */
export function MinutesChangeDialog({ view, state, onClose }: Props) {
  const { chair, secretary, exchange, unitOpinion } = view.session
  const [reason, setReason] = useState('')
  const [words, setWords] = useState({ chair, secretary, exchange, unitOpinion })
  const [attendance, setAttendance] = useState(view.attendance)
  const [findings, setFindings] = useState<readonly FindingView[]>(view.findings)
  const [figures, setFigures] = useState<readonly FigureCorrection[]>([])
  const field = (name: keyof typeof words) => ({
    value: words[name],
    maxLength: 20_000,
    onChange: (text: string) => setWords({ ...words, [name]: text }),
  })
  const change = (findingId: string, part: Partial<FindingView>) =>
    setFindings(findings.map((one) => (one.findingId === findingId ? { ...one, ...part } : one)))
  const send = async () => {
    if (!reason.trim()) return 'Ghi lý do lập bản mới; lý do được in vào bản mới.'
    const changed = findings.filter((one) => !view.findings.includes(one))
    await propose(state, reason, {
      ...words,
      attendance,
      figures: [...figures],
      findings: changed.map(({ findingId, revision, kind, text, cause, responsible }) => ({
        findingId,
        revision,
        kind,
        text,
        cause,
        responsible,
      })),
    })
    toast({ tone: 'good', text: 'Đã gửi chủ tọa. Bản mới có hiệu lực khi chủ tọa đồng ý.' })
  }
  return (
    <FormDialog
      title={`Lập bản ${state.versions[0]!.version + 1} của biên bản`}
      look="wide"
      onClose={onClose}
      onSubmit={send}
      submitLabel="Gửi chủ tọa"
    >
      <p className={styles.quiet}>
        Bản {state.versions[0]!.version} giữ nguyên như đã ký. Bản mới có hiệu lực khi chủ tọa đồng ý, rồi hai bên ký
        lại.
      </p>
      <TextAreaField label="Lý do lập bản mới" required rows={2} value={reason} onChange={setReason} maxLength={5000} />
      <div className={styles.sides}>
        <TextField label="Chủ trì" {...field('chair')} />
        <TextField label="Thư ký" {...field('secretary')} />
      </div>
      <TextAreaField label="Trao đổi, làm rõ" rows={4} {...field('exchange')} />
      <TextAreaField label={`Ý kiến của ${view.unitName}`} rows={3} {...field('unitOpinion')} />
      <CheckGroup label="Có mặt">
        {attendance.map((row, at) => (
          <CheckField
            key={`${row.side} ${row.fullName} ${at}`}
            label={[row.fullName, row.post].filter(Boolean).join(', ')}
            checked={row.present}
            onChange={(present) =>
              setAttendance(attendance.map((one, place) => (place === at ? { ...one, present } : one)))
            }
          />
        ))}
      </CheckGroup>
      <MinutesFigures figures={view.figures} corrections={figures} onChange={setFigures} />
      {findings.map((finding, at) => (
        <fieldset key={finding.findingId} className={styles.finding}>
          <legend>Phát hiện {at + 1}</legend>
          <TextAreaField
            label="Nội dung"
            rows={2}
            value={finding.text}
            onChange={(text) => change(finding.findingId, { text })}
          />
          <div className={styles.sides}>
            <TextField
              label="Nguyên nhân"
              value={finding.cause}
              onChange={(cause) => change(finding.findingId, { cause })}
            />
            <TextField
              label="Trách nhiệm"
              value={finding.responsible}
              onChange={(responsible) => change(finding.findingId, { responsible })}
            />
          </div>
        </fieldset>
      ))}
    </FormDialog>
  )
}
