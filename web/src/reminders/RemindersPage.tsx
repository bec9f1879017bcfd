import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { climbInWords } from '@cchc/domain/follow-up/escalation.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { type OwedView, owedKindNames, owedKinds, sendReminders } from '@cchc/domain/reminders/contract.ts'
import { IconAlertTriangle, IconBellRinging, IconCalendarDue, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useCampaignId } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { remindersQuery } from './data.ts'
import styles from './Reminders.module.css'

type Urgency = 'overdue' | 'today' | 'soon' | 'later'
const urgencies: Record<Urgency, string> = {
  overdue: 'Quá hạn',
  today: 'Đến hạn hôm nay',
  soon: 'Trong 7 ngày làm việc',
  later: 'Còn lâu',
}
const urgencyOf = ({ workingDaysLeft: left }: OwedView): Urgency =>
  left < 0 ? 'overdue' : left === 0 ? 'today' : left <= 7 ? 'soon' : 'later'

/** Nhắc việc: what units owe with a date, and who was reminded of it when. */
export default function RemindersPage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...remindersQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  const sending = useSending(sayFailure)
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.owed

  const remind = () =>
    sending.send(async () => {
      const { reminded, people, isDayOff } = await call(sendReminders)
      toast({
        tone: 'good',
        text: isDayOff
          ? 'Hôm nay là ngày nghỉ, hệ thống không nhắc; ngày làm việc tới sẽ nhắc bù.'
          : people === 0
            ? 'Hôm nay không còn việc nào phải nhắc thêm: ai cần nhắc đều đã được nhắc.'
            : `Đã nhắc ${reminded} việc, ${people} lượt người nhận.`,
      })
      if (campaignId) await queries.invalidateQueries({ queryKey: remindersQuery(campaignId).queryKey })
    })

  return (
    <Page
      title="Nhắc việc"
      subtitle={rows ? summary(rows) : 'Đang tải…'}
      actions={
        <Button
          icon={<IconBellRinging size={17} aria-hidden="true" />}
          busy={sending.busy}
          onClick={() => void remind()}
        >
          Nhắc ngay
        </Button>
      }
    >
      <p className={styles.rule}>
        Hệ thống tự nhắc lúc 7 giờ các ngày làm việc. Báo cáo và tài liệu: còn 7 và 3 ngày nhắc công chức đầu mối; còn 1
        ngày và đúng hạn nhắc thêm lãnh đạo đơn vị; quá hạn thì báo cả Sở Nội vụ. Kiến nghị: {climbInWords()}. Việc đã
        xong không bị nhắc.
      </p>
      <Card flush={Boolean(rows && rows.length > 0)}>
        <h2 className="hidden-visually">Việc các đơn vị còn nợ</h2>
        {rows ? (
          <DataTable
            label="Việc các đơn vị còn nợ"
            rows={rows}
            rowKey={({ kind, subjectId }) => `${kind} ${subjectId}`}
            columns={columns}
            filters={[
              {
                key: 'han',
                label: 'Hạn',
                options: Object.entries(urgencies).map(([value, label]) => ({ value, label })),
                holds: (row, value) => urgencyOf(row) === value,
              },
              {
                key: 'loai',
                label: 'Loại việc',
                options: owedKinds.map((value) => ({ value, label: owedKindNames[value] })),
                holds: (row, value) => row.kind === value,
              },
            ]}
            view={view}
            onView={setView}
            search="Tìm đơn vị, việc, người được nhắc…"
            exportName="nhac-viec"
            empty={
              <EmptyState icon={<IconBellRinging aria-hidden="true" />} title="Không đơn vị nào còn nợ việc có hạn">
                Báo cáo chưa gửi, tài liệu được yêu cầu và kiến nghị chưa khắc phục hiện ở đây ngay khi có hạn.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
    </Page>
  )
}

function summary(rows: readonly OwedView[]): string {
  const of = (urgency: Urgency) => rows.filter((row) => urgencyOf(row) === urgency).length
  return `${rows.length} việc có hạn · ${of('overdue')} quá hạn · ${of('today')} đến hạn hôm nay`
}

const looks = {
  overdue: ['late', IconAlertTriangle],
  today: ['late', IconCalendarDue],
  soon: ['wait', IconClock],
  later: ['rest', IconClock],
} as const

const columns: Column<OwedView>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: ({ unitName }) => unitName,
    width: '18%',
    render: ({ unitName, link }) => <Link to={link as '/'}>{unitName}</Link>,
  },
  {
    key: 'viec',
    header: 'Việc',
    text: ({ kind, title, isWithHead }) =>
      [
        kind === 'document-request' ? `${owedKindNames[kind]}: ${title}` : title,
        isWithHead && 'đang chờ lãnh đạo đơn vị',
      ]
        .filter(Boolean)
        .join(' · '),
    onCard: 'plain',
  },
  {
    key: 'han',
    header: 'Hạn',
    text: ({ dueOn }) => formatDate(dueOn),
    sortBy: ({ dueOn }) => dueOn,
    oneLine: true,
    width: 110,
  },
  {
    key: 'con',
    header: 'Còn',
    text: ({ workingDaysLeft }) => workingDaysLeftInWords(workingDaysLeft),
    sortBy: ({ workingDaysLeft }) => workingDaysLeft,
    oneLine: true,
    width: 210,
    onCard: 'aside',
    render: (row) => {
      const [tone, Icon] = looks[urgencyOf(row)]
      return (
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
          {workingDaysLeftInWords(row.workingDaysLeft)}
        </StatusBadge>
      )
    },
  },
  {
    key: 'da-nhac',
    header: 'Đã nhắc',
    text: ({ reminders }) =>
      reminders.map(({ at, people }) => `${formatInstant(at)}: ${people.join(', ')}`).join('; ') || 'chưa',
    sortBy: ({ reminders }) => reminders.at(-1)?.at ?? '',
    width: '26%',
    render: ({ reminders }) => {
      const last = reminders.at(-1)
      if (!last) return <span className={styles.quiet}>Chưa nhắc</span>
      return (
        <>
          {reminders.length} lần, gần nhất {formatInstant(last.at)}
          <span className={styles.people}>{last.people.join(', ') || 'đơn vị chưa có tài khoản nào để nhắc'}</span>
        </>
      )
    },
  },
]
