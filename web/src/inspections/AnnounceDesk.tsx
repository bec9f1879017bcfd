import type {
  AnnouncementProblems,
  AnnouncementRow,
  AnnouncementWay,
} from '@cchc/domain/inspections/announcement-contract.ts'
import { visitTimeInCell } from '@cchc/domain/inspections/told-visit.ts'
import { IconCircleCheck, IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './AnnounceDesk.module.css'
import { announceMany, announcementPaperQuery, nextNumberQuery } from './schedule-data.ts'

const ways: { value: AnnouncementWay; label: string }[] = [
  { value: 'each', label: 'Mỗi đơn vị một thông báo, đánh số liên tiếp' },
  { value: 'all', label: 'Một thông báo chung cho các đơn vị đã chọn' },
  { value: 'change', label: 'Thông báo thay đổi lịch (buổi đã dời sau khi thông báo)' },
]

/** Which of the visits a way can tell of: whatever has not been told or has moved; a change only what has moved. */
function choosable(visits: readonly AnnouncementRow[], way: AnnouncementWay): AnnouncementRow[] {
  return visits.filter(({ standing }) => (way === 'change' ? standing === 'moved' : standing !== 'announced'))
}

/** The number of the n-th notice after the first: "215" → "217". */
function numberAfter(first: string, index: number): string {
  const digits = Number.parseInt(first, 10)
  return Number.isNaN(digits) ? '' : String(digits + index).padStart(2, '0')
}

export function AnnounceDesk({ campaignId, visits }: { campaignId: string; visits: readonly AnnouncementRow[] }) {
  const { today } = useSession()
  const [way, setWay] = useState<AnnouncementWay>('each')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [typed, setTyped] = useState<string | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [problems, setProblems] = useState<AnnouncementProblems>([])
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const [looking, setLooking] = useState(false)
  const suggested = useQuery(nextNumberQuery(campaignId))
  const number = typed ?? suggested.data?.number ?? ''
  const rows = choosable(visits, way)
  const picked = rows.filter(({ inspectionId }) => chosen.has(inspectionId))

  if (choosable(visits, 'each').length === 0) {
    return (
      <Card>
        <EmptyState icon={<IconCircleCheck aria-hidden="true" />} title="Mọi buổi đã xếp lịch đều đã được thông báo">
          Buổi mới xếp hoặc dời lịch sẽ hiện ở đây để thông báo.
        </EmptyState>
      </Card>
    )
  }

  const toggle = (inspectionId: string) => {
    const next = new Set(chosen)
    if (!next.delete(inspectionId)) next.add(inspectionId)
    setChosen(next)
  }
  const issue = async () => {
    setBusy(true)
    setFailure('')
    setProblems([])
    const told = picked.map(({ inspectionId }) => ({
      inspectionId,
      rosterReason: reasons[inspectionId]?.trim() || null,
    }))
    const on = issuedOn ?? today
    try {
      const { announced } = await announceMany(
        campaignId,
        way === 'each'
          ? { way, issuedOn: on, visits: told.map((one, index) => ({ ...one, number: numberAfter(number, index) })) }
          : { way, issuedOn: on, number, visits: told },
      )
      toast({ tone: 'good', text: `Đã ban hành và thông báo cho ${announced.length} đơn vị.` })
      setChosen(new Set())
      setTyped(null)
      setReasons({})
    } catch (error) {
      if (error instanceof Refusal && error.code === 'announcement-refused')
        setProblems(error.details as AnnouncementProblems)
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }

  return (
    <Columns at="minmax(0, 3fr) minmax(0, 2fr)">
      <Card
        title="Chọn buổi kiểm tra"
        aside={
          <Button
            size="s"
            onClick={() =>
              setChosen(picked.length === rows.length ? new Set() : new Set(rows.map((row) => row.inspectionId)))
            }
          >
            {picked.length === rows.length && rows.length > 0 ? 'Bỏ chọn tất cả' : 'Chọn tất cả'}
          </Button>
        }
      >
        {rows.length === 0 ? (
          <p>Không có buổi nào đã dời sau khi thông báo.</p>
        ) : (
          <ul className={styles.visits}>
            {rows.map((row) => (
              <VisitChoice
                key={row.inspectionId}
                row={row}
                checked={chosen.has(row.inspectionId)}
                number={way === 'each' ? numberFor(picked, row, number) : null}
                problem={problems.find(({ inspectionId }) => inspectionId === row.inspectionId)}
                reason={reasons[row.inspectionId] ?? ''}
                onReason={(text) => setReasons({ ...reasons, [row.inspectionId]: text })}
                onToggle={() => toggle(row.inspectionId)}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card title="Ban hành">
        <Stack>
          <RadioField
            label="Cách thông báo"
            value={way}
            options={ways}
            onChange={(value) => {
              setWay(value as AnnouncementWay)
              setProblems([])
              setFailure('')
            }}
          />
          <TextField
            label={way === 'each' ? 'Số của thông báo đầu tiên' : 'Số'}
            required
            inputMode="numeric"
            value={number}
            onChange={setTyped}
            hint={
              way === 'each' && picked.length > 1
                ? `${picked.length} thông báo, số ${numberAfter(number, 0)} đến ${numberAfter(number, picked.length - 1)}/${suggested.data?.symbol ?? ''}`
                : `Ký hiệu ${suggested.data?.symbol ?? '…'}; số kế tiếp trong sổ là ${suggested.data?.number ?? '…'}`
            }
          />
          <DateField label="Ngày ban hành" required value={issuedOn} onChange={setIssuedOn} today={today} max={today} />
          {failure && (
            <Message kind="error" live>
              {failure}
            </Message>
          )}
          <div className={styles.acts}>
            <Button
              icon={<IconFileText size={17} aria-hidden="true" />}
              disabled={picked.length === 0}
              onClick={() => setLooking(true)}
            >
              Xem bản in
            </Button>
            <Button kind="primary" busy={busy} disabled={picked.length === 0 || !number} onClick={() => void issue()}>
              {picked.length === 0 ? 'Ban hành' : `Ban hành cho ${picked.length} đơn vị`}
            </Button>
          </div>
          <p className={styles.quiet}>
            Ban hành tất cả hoặc không văn bản nào. Đơn vị được báo trong phần mềm và qua thư kèm văn bản và tệp lịch.
          </p>
        </Stack>
      </Card>
      {looking && picked.length > 0 && (
        <PaperDialog campaignId={campaignId} way={way} picked={picked} onClose={() => setLooking(false)} />
      )}
    </Columns>
  )
}

function numberFor(picked: readonly AnnouncementRow[], row: AnnouncementRow, first: string): string | null {
  const index = picked.indexOf(row)
  return index < 0 ? null : numberAfter(first, index)
}

interface ChoiceProps {
  row: AnnouncementRow
  checked: boolean
  number: string | null
  problem: AnnouncementProblems[number] | undefined
  reason: string
  onReason: (text: string) => void
  onToggle: () => void
}

function VisitChoice({ row, checked, number, problem, reason, onReason, onToggle }: ChoiceProps) {
  const { inspectionId, unitName, visitOn, halfDay, place, standing, notice } = row
  return (
    <li>
      <label className={styles.visit}>
        <input type="checkbox" checked={checked} onChange={onToggle} />
        <span>
          <strong>{unitName}</strong>
          {number && <span className={styles.number}>số {number}</span>}
          <span className={styles.quiet}>
            {visitOn && halfDay && visitTimeInCell({ on: visitOn, halfDay })}
            {place && ` · ${place}`}
          </span>
          {standing === 'moved' && notice && (
            <span className={styles.moved}>
              Đã thông báo {visitTimeInCell({ on: notice.visitOn, halfDay: notice.halfDay })} theo số {notice.number}
              {row.reason && `; lý do đổi: ${row.reason}`}
            </span>
          )}
        </span>
      </label>
      {problem && (
        <div className={styles.problem}>
          <Message kind="error">
            {problem.sentence}{' '}
            <Link to="/lich/$inspectionId" params={{ inspectionId }}>
              Mở cuộc kiểm tra
            </Link>
          </Message>
          {problem.code === 'roster-incomplete' && (
            <TextField label="Lý do ban hành khi thành phần còn thiếu" value={reason} onChange={onReason} />
          )}
        </div>
      )}
    </li>
  )
}

function PaperDialog({
  campaignId,
  way,
  picked,
  onClose,
}: {
  campaignId: string
  way: AnnouncementWay
  picked: readonly AnnouncementRow[]
  onClose: () => void
}) {
  const [at, setAt] = useState(0)
  const ids = picked.map(({ inspectionId }) => inspectionId)
  const shown = way === 'each' ? [ids[Math.min(at, ids.length - 1)]!] : ids
  const { data, error } = useQuery(announcementPaperQuery(campaignId, way, shown))
  return (
    <Dialog
      title={way === 'each' ? `Bản in: ${picked[at]?.unitName ?? ''}` : 'Bản in'}
      look="wide"
      onClose={onClose}
      actions={
        way === 'each' && ids.length > 1 ? (
          <>
            <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
              Đơn vị trước
            </Button>
            <Button disabled={at >= ids.length - 1} onClick={() => setAt(at + 1)}>
              Đơn vị sau
            </Button>
          </>
        ) : undefined
      }
    >
      {error && !data ? (
        <Message kind="error">{sentenceOf(error)}</Message>
      ) : data ? (
        <PaperView paper={data.paper} headingLevel={3} />
      ) : (
        <Skeleton lines={12} label="Đang dựng bản in" />
      )}
    </Dialog>
  )
}
