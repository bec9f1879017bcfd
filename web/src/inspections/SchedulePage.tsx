import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarDaysQuery } from '../calendar/data.ts'
import { useMay, useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { MonthView } from './MonthView.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { ScheduleTable } from './ScheduleTable.tsx'
import { inspectionsQuery } from './schedule-data.ts'
import { type Asked, firstMonth, unscheduled } from './schedule-month.ts'

/** Lịch kiểm tra: the season by month and as a list; every visit is scheduled and moved from here. */
export default function SchedulePage() {
  const { campaign } = useSession()
  return campaign ? (
    <Schedule campaign={campaign} />
  ) : (
    <Page title="Lịch kiểm tra">
      <Card>
        <NoCampaign />
      </Card>
    </Page>
  )
}

function NoCampaign() {
  const mayPrepare = useMay('campaign.prepare')
  return (
    <EmptyState
      icon={<IconCalendarOff aria-hidden="true" />}
      title="Chưa có đợt kiểm tra để xếp lịch"
      action={
        mayPrepare && (
          <ButtonLink kind="primary" to="/dot-kiem-tra">
            Nhập quyết định
          </ButtonLink>
        )
      }
    >
      Lịch có khi quyết định của năm được rà soát và ban hành thành đợt kiểm tra.
    </EmptyState>
  )
}

function Schedule({ campaign }: { campaign: NonNullable<ReturnType<typeof useSession>['campaign']> }) {
  const { today } = useSession()
  const season = { from: campaign.periodFrom, to: campaign.periodTo, today }
  const [{ view, month }, show] = useScheduleView(firstMonth(season))
  const { data, error } = useQuery(inspectionsQuery(campaign.campaignId))
  const calendar = useQuery(calendarDaysQuery)
  const maySchedule = useMay('inspection.schedule') && campaign.state === 'running'
  const [asked, setAsked] = useState<Asked | null>(null)
  if (error && !data) throw error
  if (calendar.error && !calendar.data) throw calendar.error
  const rows = data?.inspections
  const days = calendar.data?.days
  return (
    <Page title="Lịch kiểm tra" subtitle={rows && describe(rows)}>
      <Tabs
        label="Cách xem lịch"
        tabs={[
          { key: 'thang', label: 'Theo tháng' },
          { key: 'danh-sach', label: 'Danh sách', count: rows?.length },
        ]}
        active={view}
        onChange={(next) => show({ xem: next === 'thang' ? undefined : next })}
      >
        {!rows || !days ? (
          <Card>
            <Skeleton lines={12} />
          </Card>
        ) : view === 'thang' ? (
          <MonthView
            month={month}
            rows={rows}
            season={{ ...season, calendar: days }}
            onMonth={(next) => show({ thang: next })}
            onAsk={maySchedule ? setAsked : undefined}
          />
        ) : (
          <ScheduleTable rows={rows} />
        )}
      </Tabs>
      {asked && (
        <ScheduleDialog
          key={asked.inspectionId}
          inspectionId={asked.inspectionId}
          proposed={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}

function describe(rows: readonly InspectionRow[]): string {
  const waiting = unscheduled(rows).length
  const cancelled = rows.filter(({ state }) => state === 'cancelled').length
  const parts = [`${rows.length - waiting - cancelled} cuộc đã có lịch`]
  parts.push(waiting === 0 ? 'mọi đơn vị đã được xếp' : `${waiting} đơn vị chưa xếp`)
  if (cancelled > 0) parts.push(`${cancelled} đã hủy`)
  return parts.join(' · ')
}

/** The tab and the month, kept in the address (`?xem=danh-sach`, `?thang=2026-09`). */
function useScheduleView(startsWith: string) {
  const search = useSearch({ strict: false }) as { xem?: string; thang?: string }
  const navigate = useNavigate()
  const asked = String(search.thang ?? '')
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : startsWith
  const view = search.xem === 'danh-sach' ? 'danh-sach' : 'thang'
  const show = (part: { xem?: string; thang?: string }) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => ({ ...before, ...part }),
    })
  return [{ view, month }, show] as const
}
