import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { formatDate, formatDateWithWeekday, formatInstant } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { EarlierCard } from '../follow-up/EarlierCard.tsx'
import { sayFailure } from '../platform/say-failure.ts'
import { useMay, useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AttendanceTab } from './AttendanceTab.tsx'
import { ClashDialog } from './ClashDialog.tsx'
import { visitQuery } from './data.ts'
import { FiguresTab } from './FiguresTab.tsx'
import { FindingDialog } from './FindingDialog.tsx'
import { FindingsTab } from './FindingsTab.tsx'
import { MinutesTab } from './MinutesTab.tsx'
import { SavingStrip } from './SavingStrip.tsx'
import { StartCard } from './StartCard.tsx'
import { useChanges, useVisitDesk } from './use-visit.ts'
import styles from './Visit.module.css'
import { only, type VisitDesk } from './visit-desk.ts'

const OnSiteTab = lazy(() => import('./OnSiteTab.tsx'))
const PackCard = lazy(() => import('./PackCard.tsx'))
const ScoringLink = lazy(() => import('../scoring/ScoringLink.tsx'))

/** Buổi kiểm tra: attendance, reported beside verified figures, findings and the minutes of one session. */
export default function VisitPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(visitQuery(inspectionId))
  if (error && !data) throw error
  return data ? <OpenVisit key={data.inspectionId} view={data} /> : <VisitSkeleton />
}

function VisitSkeleton() {
  return (
    <div className={styles.visit}>
      <Page title="Buổi kiểm tra" subtitle="Đang tải…">
        <Card>
          <Skeleton lines={4} label="Đang tải buổi kiểm tra" />
        </Card>
        <Card>
          <Skeleton lines={6} />
        </Card>
      </Page>
    </div>
  )
}

type TabKey = 'thanh-phan' | 'so-lieu' | 'phat-hien' | 'tai-cho' | 'bien-ban'

/** Which tab the address names; while the session has not begun, who is there comes first. */
function useTab(view: VisitView): [TabKey, (tab: string) => void] {
  const search = useSearch({ strict: false }) as { tab?: TabKey }
  const navigate = useNavigate()
  const [first] = useState<TabKey>(
    view.state === 'open' ? 'so-lieu' : view.state === 'closed' ? 'bien-ban' : 'thanh-phan',
  )
  const show = (tab: string) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, tab }),
      replace: true,
      resetScroll: false,
    })
  return [search.tab ?? first, show]
}

function OpenVisit({ view }: { view: VisitView }) {
  const desk = useVisitDesk(view)
  useChanges(desk.savers)
  const mayRecord = useMay('fieldwork.record')
  const isScored = useSession().campaign?.scored ?? false
  const [tab, showTab] = useTab(view)
  /** The finding in the dialog: an id to edit one, 'new' for a fresh one. */
  const [editing, setEditing] = useState<string | null>(null)
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set())
  const page = useRef<HTMLDivElement>(null)
  // The row of tabs is wider than a phone; the one in use must be in sight.
  useEffect(() => {
    page.current
      ?.querySelector(`[role="tab"][data-key="${tab}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
  const maySayFindings = view.actions.includes('record-findings')
  const findings = desk.shownFindings()
  const present = desk.attendance.slot(only).value.filter((row) => row.present).length
  const tabs = [
    { key: 'thanh-phan', label: 'Thành phần', count: present || undefined },
    { key: 'so-lieu', label: 'Đối chiếu số liệu', count: desk.checkedOf(view.figures) || undefined },
    { key: 'phat-hien', label: 'Phát hiện', count: findings.length || undefined },
    { key: 'tai-cho', label: 'Tại chỗ', count: view.site.length || undefined },
    { key: 'bien-ban', label: 'Biên bản' },
  ]

  return (
    <div ref={page} className={styles.visit}>
      <Page
        title={view.unitName}
        tabTitle={`Buổi kiểm tra ${view.unitName}`}
        above={
          <>
            <Link to="/buoi-kiem-tra">Buổi kiểm tra</Link> · {whenWords(view)}
          </>
        }
        subtitle={[view.place, stateWords(view)].filter(Boolean).join(' · ')}
        actions={
          maySayFindings && (
            <Button
              kind="primary"
              className={styles.onWide}
              icon={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setEditing('new')}
            >
              Ghi phát hiện
            </Button>
          )
        }
      >
        {view.state === 'open' && <SavingStrip desk={desk} onShowClashes={() => setPutOff(new Set())} />}
        {view.state !== 'closed' && mayRecord && (
          <Suspense>
            <PackCard inspectionId={view.inspectionId} />
          </Suspense>
        )}
        {desk.refusedStart && (
          <StartProblem desk={desk} refused={desk.refusedStart} startedAt={view.session.startedAt} />
        )}
        {view.state === 'not-started' && <StartCard view={view} desk={desk} />}
        {isScored && (
          <Suspense>
            <ScoringLink inspectionId={view.inspectionId} />
          </Suspense>
        )}
        <EarlierCard inspectionId={view.inspectionId} />
        <Tabs label="Các phần của buổi kiểm tra" tabs={tabs} active={tab} onChange={showTab}>
          {tab === 'thanh-phan' && <AttendanceTab view={view} desk={desk} />}
          {tab === 'so-lieu' && <FiguresTab view={view} desk={desk} />}
          {tab === 'phat-hien' && (
            <FindingsTab
              view={view}
              desk={desk}
              findings={findings}
              onEdit={setEditing}
              onRecord={() => setEditing('new')}
            />
          )}
          {tab === 'tai-cho' && (
            <Suspense fallback={<Skeleton lines={6} label="Đang mở" />}>
              <OnSiteTab view={view} desk={desk} />
            </Suspense>
          )}
          {tab === 'bien-ban' && <MinutesTab view={view} desk={desk} onTab={showTab} />}
        </Tabs>
        {maySayFindings && (
          <div className={styles.bar}>
            <Button onClick={() => showTab(tab === 'so-lieu' ? 'phat-hien' : 'so-lieu')}>
              {tab === 'so-lieu' ? 'Xem phát hiện' : 'Đối chiếu số liệu'}
            </Button>
            <Button kind="primary" onClick={() => setEditing('new')}>
              Ghi phát hiện
            </Button>
          </div>
        )}
        {editing && (
          <FindingDialog
            view={view}
            desk={desk}
            findingId={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
          />
        )}
        <ClashDialog view={view} desk={desk} putOff={putOff} onPutOff={(id) => setPutOff(new Set(putOff).add(id))} />
      </Page>
    </div>
  )
}

/** The session was started on this device, and the server does not take it. */
function StartProblem({
  desk,
  refused,
  startedAt,
}: {
  desk: VisitDesk
  refused: NonNullable<VisitDesk['refusedStart']>
  startedAt: string | null
}) {
  const again = () =>
    void import('./carried-visit.ts').then(({ tryAgain }) => tryAgain(desk.place, 'session')).catch(sayFailure)
  // Started from another device meanwhile, and so at another time: what was wanted here has come about, and starting again
  // changes nothing.
  const isStartedElsewhere = startedAt !== null && startedAt !== refused.startedAt
  useEffect(() => {
    if (!isStartedElsewhere || desk.isStartTriedAgain) return
    desk.isStartTriedAgain = true
    again()
  }, [desk, isStartedElsewhere])
  return (
    <Message kind="error" lead="Máy chủ chưa nhận việc bắt đầu buổi kiểm tra trên máy này." live>
      {refused.problem} Phần đã ghi vẫn được giữ trên máy.{' '}
      <Button size="s" onClick={again}>
        Gửi lại
      </Button>
    </Message>
  )
}

function whenWords({ visitOn, halfDay }: VisitView): string {
  if (!visitOn) return 'chưa có lịch'
  return [formatDateWithWeekday(visitOn), halfDay && halfDayNames[halfDay].toLocaleLowerCase('vi')]
    .filter(Boolean)
    .join(', ')
}

function stateWords({ state, session, visitOn }: VisitView): string {
  if (state === 'closed' && session.endedAt) return `kết thúc lúc ${clockWords(session.endedAt, visitOn)}`
  if (state === 'open' && session.startedAt) return `bắt đầu lúc ${clockWords(session.startedAt, visitOn)}`
  return 'chưa bắt đầu'
}

/** The time alone on the day of the visit, else with its date (Asia/Ho_Chi_Minh). */
function clockWords(instant: string, visitOn: string | null): string {
  const words = formatInstant(instant)
  return visitOn && words.startsWith(formatDate(visitOn)) ? words.slice(-5) : words
}
