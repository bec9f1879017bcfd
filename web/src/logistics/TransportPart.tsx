import { formatDate, formatWeekday } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { IconCar, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { transportDaysQuery } from './data.ts'
import { dayStanding } from './day-standing.tsx'
import styles from './Logistics.module.css'
import { TransportPaperDialog } from './TransportPaperDialog.tsx'
import { VehiclesCard } from './VehiclesCard.tsx'

/** Every visit day with its vehicles, and the vehicles themselves. */
export function TransportPart({ campaignId }: { campaignId: string }) {
  const { today } = useSession()
  const { data, error } = useQuery(transportDaysQuery(campaignId))
  const [view, setView] = useTableView('ngay')
  const [printing, setPrinting] = useState(false)
  if (error && !data) throw error
  const rows = data?.days
  const ahead = (day: string) => (day >= today ? 'sap-toi' : 'da-qua')
  return (
    <Stack>
      <Card flush className={styles.list}>
        {rows ? (
          <DataTable
            label="Xe theo ngày kiểm tra"
            rows={[...rows].sort((a, b) => order(a.day, today) - order(b.day, today) || (a.day < b.day ? -1 : 1))}
            rowKey={({ day }) => day}
            view={view}
            onView={setView}
            search="Tìm đơn vị, ngày…"
            exportName="lich-xe"
            exports={
              rows.length > 0 && (
                <Button size="s" icon={<IconPrinter size={15} aria-hidden="true" />} onClick={() => setPrinting(true)}>
                  Lịch xe để in
                </Button>
              )
            }
            filters={[
              {
                key: 'luc',
                label: 'Ngày',
                options: [
                  { value: 'sap-toi', label: 'Sắp tới' },
                  { value: 'da-qua', label: 'Đã qua' },
                ],
                holds: ({ day }, value) => ahead(day) === value,
              },
            ]}
            columns={[
              {
                key: 'day',
                header: 'Ngày',
                text: ({ day }) => formatDate(day),
                sortBy: ({ day }) => day,
                oneLine: true,
                render: ({ day }) => (
                  <Link to="/hau-can/xe/$day" params={{ day }}>
                    {formatWeekday(day)} {formatDate(day)}
                  </Link>
                ),
              },
              {
                key: 'visits',
                header: 'Buổi kiểm tra',
                text: ({ visits }) =>
                  visits.map(({ halfDay, unitName }) => `${halfDayNames[halfDay]}: ${unitName}`).join('; '),
                sortable: false,
              },
              {
                key: 'seats',
                header: 'Người / chỗ',
                text: ({ people, seats }) => `${people} / ${seats}`,
                sortBy: ({ people }) => people,
                align: 'end',
                oneLine: true,
              },
              {
                key: 'vehicles',
                header: 'Xe',
                text: ({ vehicles }) => String(vehicles),
                sortBy: ({ vehicles }) => vehicles,
                align: 'end',
              },
              {
                key: 'km',
                header: 'Quãng đường',
                text: ({ km }) => (km === null ? 'chưa rõ' : `${formatNumber(km, 0)} km`),
                sortBy: ({ km }) => km,
                align: 'end',
                oneLine: true,
              },
              {
                key: 'standing',
                header: 'Tình hình',
                text: (row) => dayStanding(row, today).words,
                oneLine: true,
                onCard: 'aside',
                render: (row) => {
                  const { words, tone, icon } = dayStanding(row, today)
                  return (
                    <StatusBadge tone={tone} icon={icon}>
                      {words}
                    </StatusBadge>
                  )
                },
              },
            ]}
            empty={
              <EmptyState icon={<IconCar aria-hidden="true" />} title="Chưa có ngày kiểm tra nào">
                Ngày có ở đây khi buổi kiểm tra được xếp lịch; khi đó bố trí xe cho cả ngày.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
      <VehiclesCard />
      {printing && rows && (
        <TransportPaperDialog
          campaignId={campaignId}
          days={rows.map(({ day }) => day)}
          onClose={() => setPrinting(false)}
        />
      )}
    </Stack>
  )
}

/** Days to come first, then those that have passed. */
function order(day: string, today: string): number {
  return day >= today ? 0 : 1
}
