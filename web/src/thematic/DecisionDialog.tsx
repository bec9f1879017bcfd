import type { OverlapView } from '@cchc/domain/thematic/contract.ts'
import { useState } from 'react'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { merge, propose, separate } from './data.ts'
import type { Asked } from './OverlapList.tsx'
import type { UnitOfRegistration } from './ThematicPage.tsx'
import { overlapInWords } from './words.ts'

interface Props {
  asked: Asked
  all: readonly UnitOfRegistration[]
  onClose: () => void
}

const words = {
  merge: { title: 'Lồng ghép vào buổi kiểm tra chung', button: 'Lồng ghép', done: 'Đã lồng ghép; cơ quan được báo.' },
  separate: {
    title: 'Cho kiểm tra riêng',
    button: 'Cho kiểm tra riêng',
    done: 'Đã cho kiểm tra riêng; cơ quan được báo.',
  },
  propose: { title: 'Đề xuất lên Phó Trưởng đoàn Thường trực', button: 'Gửi đề xuất', done: 'Đã gửi đề xuất.' },
}

/** Deciding on one unit of a registration, or proposing a decision: into which visit, or separately and, where needed, by which exception. */
export function DecisionDialog({ asked: { unit, act }, onClose }: Props) {
  const hosts = unit.overlaps.filter(({ mayHost }) => mayHost)
  const takesPlace = unit.overlaps.filter(({ state }) => state !== 'registered')
  const begun = unit.proposed ?? unit.advice
  const [way, setWay] = useState<'merge' | 'separate'>(
    act === 'propose' ? (hosts.length === 0 ? 'separate' : (begun?.act ?? 'merge')) : act,
  )
  const [hostId, setHostId] = useState(
    hosts.find(({ inspectionId }) => inspectionId === begun?.hostId)?.inspectionId ?? hosts[0]?.inspectionId ?? '',
  )
  const [note, setNote] = useState(act === 'propose' ? (unit.proposed?.note ?? '') : '')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const needsException = way === 'separate' && takesPlace.length > 0

  const decide = async () => {
    if (act === 'separate' && needsException && !reason.trim()) {
      setMissing(
        'Ghi lý do ngoại lệ. Lý do, người cho phép và ngày được lưu, không sửa được, và nêu trong báo cáo tổng hợp.',
      )
      return false
    }
    if (act === 'propose') await propose(unit, { act: way, hostId: way === 'merge' ? hostId : null, note: note.trim() })
    else if (act === 'merge') await merge(unit, hostId, note.trim())
    else await separate(unit, note.trim(), needsException ? reason.trim() : null)
    toast({ tone: 'good', text: `${unit.unitName}: ${words[act].done}` })
  }

  return (
    <FormDialog
      title={words[act].title}
      onClose={onClose}
      onSubmit={decide}
      submitLabel={words[act].button}
      wayOut="Để sau"
    >
      <p>
        <strong>{unit.unitName}</strong> · {unit.registration.agencyName}: {unit.registration.title}
      </p>
      {act === 'propose' && hosts.length > 0 && (
        <RadioField
          label="Đề xuất"
          value={way}
          onChange={(value) => setWay(value as 'merge' | 'separate')}
          options={[
            { value: 'merge', label: 'Lồng ghép vào buổi kiểm tra chung' },
            { value: 'separate', label: 'Cho kiểm tra riêng' },
          ]}
        />
      )}
      {way === 'merge' && <HostChoice hosts={hosts} hostId={hostId} onChange={setHostId} />}
      {needsException && (
        <Message kind="warning" lead="Đơn vị đã có cuộc kiểm tra trong năm.">
          {takesPlace.map(overlapInWords).join('; ')}. Mỗi đơn vị chỉ kiểm tra một lần trong năm (mục IV.2 Kế hoạch);
          kiểm tra riêng là ngoại lệ do Trưởng đoàn hoặc Phó Trưởng đoàn Thường trực cho phép.
        </Message>
      )}
      {needsException && act === 'separate' && (
        <TextAreaField
          label="Lý do ngoại lệ"
          required
          maxLength={2000}
          value={reason}
          error={missing}
          onChange={(text) => {
            setReason(text)
            setMissing('')
          }}
        />
      )}
      <TextAreaField
        label="Lời nhắn"
        hint="Gửi kèm quyết định, không bắt buộc"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  )
}

function HostChoice({
  hosts,
  hostId,
  onChange,
}: {
  hosts: readonly OverlapView[]
  hostId: string
  onChange: (id: string) => void
}) {
  const host = hosts.find(({ inspectionId }) => inspectionId === hostId)
  return (
    <>
      <RadioField
        label="Buổi kiểm tra chung"
        value={hostId}
        onChange={onChange}
        options={hosts.map((each) => ({ value: each.inspectionId, label: overlapInWords(each) }))}
      />
      {host?.state === 'announced' && (
        <Message kind="note">
          Lịch đã thông báo cho đơn vị. Sau khi lồng ghép cần ban hành lại thông báo để nêu nội dung chuyên đề.
        </Message>
      )}
      {host?.state === 'registered' && (
        <Message kind="note">
          Cuộc của {host.agencyName ?? 'cơ quan kia'} trở thành buổi kiểm tra chung; hai cơ quan thống nhất một ngày.
        </Message>
      )}
    </>
  )
}
