import type { PersonBusy, UnitBusy } from '@cchc/domain/availability/contract.ts'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './BusyTimes.module.css'
import { BusyTimesCard } from './BusyTimesCard.tsx'
import { type Subject, teamBusyQuery } from './data.ts'
import { daysInWords } from './words.ts'

interface Row {
  key: string
  subject: Subject
  name: string
  about: string
  isUnit: boolean
  times: PersonBusy['times']
}

const rowOfPerson = ({ personId, fullName, post, times }: PersonBusy): Row => ({
  key: personId,
  subject: { personId, unitCode: null },
  name: fullName,
  about: post,
  isUnit: false,
  times,
})
const rowOfUnit = ({ unitCode, unitName, times }: UnitBusy): Row => ({
  key: unitCode,
  subject: { personId: null, unitCode },
  name: unitName,
  about: 'Đơn vị được kiểm tra',
  isUnit: true,
  times,
})

/** Who of the team and which units are busy when; the planner enters for anybody. */
export function TeamBusyTab({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(teamBusyQuery(campaignId))
  const [view, setView] = useTableView('ban')
  const [opened, setOpened] = useState<string | null>(null)
  const { today } = useSession()
  if (error && !data) throw error
  if (!data)
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    )
  const rows = [...data.people.map(rowOfPerson), ...data.units.map(rowOfUnit)]
  const open = rows.find(({ key }) => key === opened)
  return (
    <Card flush className={styles.section}>
      <h2 className="hidden-visually">Lịch bận</h2>
      <DataTable
        label="Lịch bận của Đoàn và các đơn vị"
        rows={rows}
        rowKey={({ key }) => key}
        columns={columnsFor(today, data.mayManage ? setOpened : undefined)}
        filters={[
          {
            key: 'cua',
            label: 'Của',
            options: [
              { value: 'doan', label: 'Người trong Đoàn' },
              { value: 'don-vi', label: 'Đơn vị' },
            ],
            holds: (row, value) => (value === 'don-vi') === row.isUnit,
          },
          {
            key: 'ban',
            label: 'Lịch',
            options: [{ value: 'co', label: 'Có ngày bận' }],
            holds: (row) => row.times.some(({ to }) => to >= today),
          },
        ]}
        view={view}
        onView={setView}
        search="Tìm người, đơn vị…"
        exportName="lich-ban"
        empty={<EmptyState title="Đoàn chưa có ai được cử">Cử người vào các vị trí trước.</EmptyState>}
      />
      {open && (
        <Dialog
          title={`Lịch bận: ${open.name}`}
          look="wide"
          onClose={() => setOpened(null)}
          actions={<Button onClick={() => setOpened(null)}>Đóng</Button>}
        >
          <BusyTimesCard
            title={null}
            subject={open.subject}
            name={open.name}
            times={open.times}
            campaignId={campaignId}
          />
        </Dialog>
      )}
    </Card>
  )
}

function columnsFor(today: string, onOpen?: (key: string) => void): Column<Row>[] {
  const coming = ({ times }: Row) => times.filter(({ to }) => to >= today)
  return [
    {
      key: 'ten',
      header: 'Người, đơn vị',
      text: ({ name }) => name,
      render:
        onOpen &&
        ((row) => (
          <button type="button" className={styles.rowButton} onClick={() => onOpen(row.key)}>
            {row.name}
            <IconPencil aria-hidden="true" stroke={1.8} />
            <span className="hidden-visually">: sửa lịch bận</span>
          </button>
        )),
    },
    { key: 'chuc-danh', header: 'Chức danh', width: '28%', text: ({ about }) => about },
    {
      key: 'ngay-ban',
      header: 'Ngày bận sắp tới',
      width: '42%',
      text: (row) => coming(row).map(daysInWords).join('; '),
      render: (row) =>
        coming(row).length > 0 && (
          <span className={styles.chips}>
            {coming(row).map((time) => (
              <span key={time.busyTimeId} className={styles.chip} title={time.reason || undefined}>
                {daysInWords(time)}
              </span>
            ))}
          </span>
        ),
    },
  ]
}
