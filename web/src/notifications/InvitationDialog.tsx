import { suggestNumber } from '@cchc/domain/documents/contract.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { issueInvitation, previewInvitation } from '@cchc/domain/notifications/press-contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Problem } from '../ui/Problem.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { pressPeopleQuery, pressQuery } from './data.ts'

interface Props {
  inspection: InspectionView
  openToPress: boolean
  onClose: () => void
}

/** Giấy mời: guests from outside one a line, the press by their accounts; looked at before it is issued. */
export default function InvitationDialog({ inspection, openToPress, onClose }: Props) {
  const { inspectionId, campaignId, unitName } = inspection
  const { today } = useSession()
  const params = { inspectionId }
  const people = useQuery({ ...pressPeopleQuery, enabled: openToPress })
  const suggested = useQuery({
    queryKey: ['campaigns', campaignId, 'next-number', 'invitation'],
    queryFn: ({ signal }) => call(suggestNumber, { params: { campaignId }, query: { kind: 'invitation' }, signal }),
    staleTime: 0,
  })
  const [guests, setGuests] = useState('')
  const [pressIds, setPressIds] = useState<readonly string[]>([])
  const [chair, setChair] = useState('Phó Trưởng đoàn Thường trực Đoàn kiểm tra')
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [paper, setPaper] = useState<Paper | null>(null)
  const looking = useSending()
  const number = typed ?? suggested.data?.number ?? ''
  const words = {
    guests: guests
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    pressIds: [...pressIds],
    chair,
    note,
  }

  const preview = () =>
    looking.send(async () => setPaper((await call(previewInvitation, { params, body: words })).paper))
  const issue = async () => {
    const body = { ...words, number, issuedOn: issuedOn ?? today }
    const { press } = await call(issueInvitation, { params, body })
    queries.setQueryData(pressQuery(inspectionId).queryKey, press)
    await queries.invalidateQueries({ queryKey: ['campaigns', campaignId] })
    toast({ tone: 'good', text: `Đã ban hành giấy mời dự buổi kiểm tra tại ${unitName}.` })
  }

  return (
    <FormDialog
      title={`Giấy mời: ${unitName}`}
      look="wide"
      onClose={onClose}
      onSubmit={issue}
      submitLabel="Ban hành giấy mời"
      ready={words.guests.length + pressIds.length > 0}
      wayOut="Để sau"
      problemLead="Chưa ban hành được."
      others={
        <Button busy={looking.busy} onClick={() => void preview()}>
          Xem bản in
        </Button>
      }
    >
      <Problem of={looking} lead="Chưa xem được bản in." />
      <Columns at="minmax(0, 1fr) minmax(0, 1fr)">
        <Stack gap={3}>
          <TextAreaField
            label="Khách mời"
            hint="Mỗi người hoặc cơ quan một dòng, kèm chức vụ."
            value={guests}
            onChange={setGuests}
          />
          {openToPress && people.data && (
            <CheckGroup label="Cơ quan báo chí">
              {people.data.people.map(({ personId, fullName, post }) => (
                <CheckField
                  key={personId}
                  label={`${fullName}, ${post}`}
                  checked={pressIds.includes(personId)}
                  onChange={(on) =>
                    setPressIds(on ? [...pressIds, personId] : pressIds.filter((id) => id !== personId))
                  }
                />
              ))}
            </CheckGroup>
          )}
          {!openToPress && <Message kind="note">Buổi này chưa mở cho báo chí, nên chỉ mời được khách khác.</Message>}
        </Stack>
        <Stack gap={3}>
          <TextField
            label={`Số${suggested.data ? ` (ký hiệu ${suggested.data.symbol})` : ''}`}
            required
            inputMode="numeric"
            value={number}
            onChange={setTyped}
          />
          <DateField label="Ngày ban hành" required value={issuedOn} onChange={setIssuedOn} today={today} />
          <TextField label="Chủ trì" required value={chair} onChange={setChair} />
          <TextField label="Lưu ý cho khách mời" value={note} onChange={setNote} />
        </Stack>
      </Columns>
      {paper && <PaperView paper={paper} headingLevel={3} />}
    </FormDialog>
  )
}
