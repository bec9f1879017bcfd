import type { getTeam } from '@cchc/domain/campaigns/contract.ts'
import { dayVerdict, verdictInWords } from '@cchc/domain/dates/working-days.ts'
import type { Reply } from '@cchc/domain/endpoint.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type HalfDay, halfDayNames, InspectionView } from '@cchc/domain/inspections/contract.ts'
import { usualPlace } from '@cchc/domain/inspections/usual-place.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarDaysQuery } from '../calendar/data.ts'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { type Roster, RosterPicker, rosterToBegin } from './RosterPicker.tsx'
import { ScheduleClash } from './ScheduleClash.tsx'
import styles from './ScheduleForm.module.css'
import { SlotCheck } from './SlotCheck.tsx'
import { rosterQuery, type ScheduleBody, schedule, slotQuery } from './schedule-data.ts'
import type { Asked } from './schedule-month.ts'
import { outcomeInWords } from './schedule-words.ts'

interface Props {
  inspection: InspectionView
  team: Reply<typeof getTeam>
  proposed?: Asked
  onClose: () => void
  onDone?: (view: InspectionView) => void
}

const halfDays = (Object.keys(halfDayNames) as HalfDay[]).map((value) => ({ value, label: halfDayNames[value] }))

/** The form of one visit's half-day, place and roster. */
export function ScheduleForm({ inspection, team, proposed, onClose, onDone }: Props) {
  const { campaign, today } = useSession()
  const calendar = useQuery(calendarDaysQuery).data?.days ?? []
  const [visitOn, setVisitOn] = useState(proposed?.visitOn ?? inspection.visitOn)
  const [halfDay, setHalfDay] = useState<HalfDay>(proposed?.halfDay ?? inspection.halfDay ?? 'morning')
  const [place, setPlace] = useState(inspection.place ?? usualPlace(inspection))
  /** Null until somebody chooses: the roster that stands, or the one proposed for the half-day. */
  const [chosen, setRoster] = useState<Roster | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<{ visitOn?: string; place?: string; reason?: string }>({})
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  /** What another person has saved since this form was opened. */
  const [theirs, setTheirs] = useState<InspectionView | null>(null)

  const facts = useQuery({
    ...rosterQuery(inspection.inspectionId, visitOn ?? undefined, visitOn ? halfDay : undefined),
    placeholderData: keepPreviousData,
  }).data
  const roster = chosen ?? rosterToBegin(inspection.roster, facts)
  const slot = useQuery({ ...slotQuery(inspection.inspectionId, visitOn ?? '', halfDay), enabled: false }).data
  const isToldAbove = slot?.problems.some(({ sentence }) => refused !== null && sentence === sentenceOf(refused))
  const isMove = inspection.visitOn !== null && (inspection.visitOn !== visitOn || inspection.halfDay !== halfDay)
  const needsReason = inspection.state === 'announced' && isMove

  const save = async (revision = inspection.revision) => {
    const wrong = {
      visitOn: visitOn ? undefined : 'Chọn ngày kiểm tra.',
      place: place.trim() ? undefined : 'Ghi địa điểm làm việc với Đoàn.',
      reason: needsReason && !reason.trim() ? 'Lịch đã thông báo cho đơn vị, nên đổi lịch phải ghi lý do.' : undefined,
    }
    setErrors(wrong)
    if (!visitOn || wrong.place || wrong.reason) return
    const body: ScheduleBody = {
      revision,
      visitOn,
      halfDay,
      place: place.trim(),
      roster: [...roster].map(([teamMemberId, fieldKeys]) => ({ teamMemberId, fieldKeys: [...fieldKeys] })),
      reason: needsReason ? reason.trim() : null,
    }
    setBusy(true)
    setRefused(null)
    try {
      const view = await schedule(inspection.inspectionId, body)
      toast({ tone: 'good', text: outcomeInWords(view, needsReason) })
      onDone?.(view)
      onClose()
    } catch (error) {
      setBusy(false)
      const isStale = error instanceof Refusal && error.code === 'changed-meanwhile'
      const other = isStale ? InspectionView.safeParse(error.details) : null
      if (other?.success) setTheirs(other.data)
      else setRefused(error)
    }
  }

  const takeTheirs = (view: InspectionView) => {
    setVisitOn(view.visitOn)
    setHalfDay(view.halfDay ?? 'morning')
    setPlace(view.place ?? usualPlace(view))
    setRoster(null)
    setTheirs(null)
    onClose()
    onDone?.(view)
  }

  return (
    <Dialog
      title={`${inspection.visitOn ? 'Dời lịch' : 'Xếp lịch'}: ${inspection.unitName}`}
      look="wide"
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Link to="/lich/$inspectionId" params={{ inspectionId: inspection.inspectionId }} className={styles.open}>
            Mở hồ sơ cuộc kiểm tra
          </Link>
          <Button onClick={onClose}>Hủy</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {inspection.visitOn ? 'Lưu lịch' : 'Xếp lịch'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.slot}>
          <div className={styles.when}>
            <DateField
              label="Ngày kiểm tra"
              required
              value={visitOn}
              onChange={(date) => {
                setVisitOn(date)
                setErrors({ ...errors, visitOn: undefined })
              }}
              dayOff={(date) => {
                const verdict = dayVerdict(date, calendar)
                return verdict.working ? undefined : verdictInWords(verdict)
              }}
              today={visitOn ?? today}
              error={errors.visitOn}
              hint={campaign && `Trong thời gian ${formatDate(campaign.periodFrom)} – ${formatDate(campaign.periodTo)}`}
            />
            <RadioField
              label="Buổi"
              look="segments"
              value={halfDay}
              onChange={(value) => setHalfDay(value as HalfDay)}
              options={halfDays}
            />
          </div>
          <SlotCheck inspection={inspection} visitOn={visitOn} halfDay={halfDay} />
          {needsReason && (
            <TextAreaField
              label="Lý do đổi lịch"
              required
              rows={2}
              value={reason}
              onChange={(text) => {
                setReason(text)
                setErrors({ ...errors, reason: undefined })
              }}
              error={errors.reason}
              hint="Lịch này đã thông báo cho đơn vị. Lý do được lưu cùng hồ sơ; sau khi đổi cần ban hành thông báo mới."
            />
          )}
          <TextField
            label="Địa điểm"
            required
            value={place}
            onChange={(text) => {
              setPlace(text)
              setErrors({ ...errors, place: undefined })
            }}
            error={errors.place}
          />
          {theirs && (
            <ScheduleClash
              theirs={theirs}
              mine={{ visitOn, halfDay, place, people: roster.size }}
              onKeepMine={() => {
                setTheirs(null)
                void save(theirs.revision)
              }}
              onTakeTheirs={() => takeTheirs(theirs)}
            />
          )}
          {refused !== null && (
            <Message kind="error" lead="Chưa xếp được." live>
              {isToldAbove ? 'Buổi đã chọn vướng điều nêu ở trên; chọn ngày hoặc buổi khác.' : sentenceOf(refused)}
            </Message>
          )}
        </div>
        <RosterPicker members={team.members} fields={team.fields} roster={roster} facts={facts} onChange={setRoster} />
      </div>
    </Dialog>
  )
}
