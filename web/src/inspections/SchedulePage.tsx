import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconCalendarOff, IconMap, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarDaysQuery } from '../calendar/data.ts'
import { useMay, useSession } from '../platform/session.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AddToPlanDialog } from './AddToPlanDialog.tsx'
import { ScheduleBoard } from './ScheduleBoard.tsx'
import { ScheduleTable } from './ScheduleTable.tsx'
import { inspectionsQuery } from './schedule-data.ts'
import { unscheduled } from './schedule-month.ts'
import { useScheduleView } from './schedule-view.ts'

/** Lịch kiểm tra: the season by month, by week and as a list; every visit is scheduled and moved from here. */
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
  const [span, { setView, setMap, show, step }] = useScheduleView(season)
  const { data, error } = useQuery(inspectionsQuery(campaign.campaignId))
  const calendar = useQuery(calendarDaysQuery)
  const mayAnnounce = useMay('inspection.announce')
  const maySchedule = useMay('inspection.schedule') && campaign.state === 'running'
  const readsProposals = useMay('schedule.read') && campaign.state === 'running'
  const mayAdd = useMay('inspection.add') && campaign.state !== 'closed'
  const [adding, setAdding] = useState(false)
  if (error && !data) throw error
  if (calendar.error && !calendar.data) throw calendar.error
  const rows = data?.inspections
  const days = calendar.data?.days
  return (
    <Page
      title="Lịch kiểm tra"
      subtitle={rows && describe(rows)}
      actions={
        <>
          {readsProposals && <ButtonLink to="/lich/xep-tu-dong">Xếp lịch tự động</ButtonLink>}
          {mayAnnounce && (
            <ButtonLink to="/lich/thong-bao" icon={<IconSend size={18} aria-hidden="true" />}>
              Thông báo lịch
            </ButtonLink>
          )}
          {span.view !== 'danh-sach' && (
            <Button
              icon={<IconMap size={18} aria-hidden="true" />}
              aria-pressed={span.hasMap}
              onClick={() => setMap(!span.hasMap)}
            >
              {span.hasMap ? 'Ẩn bản đồ' : 'Bản đồ'}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        label="Cách xem lịch"
        tabs={[
          { key: 'thang', label: 'Theo tháng' },
          { key: 'tuan', label: 'Theo tuần' },
          { key: 'danh-sach', label: 'Danh sách', count: rows?.length },
        ]}
        active={span.view}
        onChange={setView}
      >
        {!rows || !days ? (
          <Card>
            <Skeleton lines={12} />
          </Card>
        ) : span.view === 'danh-sach' ? (
          <ScheduleTable rows={rows} onAdd={mayAdd ? () => setAdding(true) : undefined} />
        ) : (
          <ScheduleBoard
            campaignId={campaign.campaignId}
            span={span}
            rows={rows}
            season={{ ...season, calendar: days }}
            maySchedule={maySchedule}
            onStep={step}
            onShow={show}
          />
        )}
      </Tabs>
      {adding && rows && (
        <AddToPlanDialog
          campaignId={campaign.campaignId}
          inPlan={new Set(rows.filter(({ state }) => state !== 'cancelled').map(({ unitCode }) => unitCode))}
          onClose={() => setAdding(false)}
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
