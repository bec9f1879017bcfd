import { type VehicleView, vehicleOwnershipNames } from '@cchc/domain/logistics/contract.ts'
import { IconCar, IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useLocalView } from '../ui/table-view.ts'
import { vehiclesQuery } from './data.ts'
import { VehicleDialog } from './VehicleDialog.tsx'

/** The vehicles that the office can use. */
export function VehiclesCard() {
  const { data, error } = useQuery(vehiclesQuery)
  const mayEdit = useMay('transport.edit')
  const [view, setView] = useLocalView()
  const [edited, setEdited] = useState<VehicleView | 'new' | null>(null)
  if (error && !data) throw error
  const add = mayEdit && (
    <Button size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setEdited('new')}>
      Thêm xe
    </Button>
  )
  return (
    <Card title="Danh sách xe" aside={data && data.vehicles.length > 0 && add} flush>
      {data ? (
        <DataTable
          label="Danh sách xe"
          rows={data.vehicles}
          rowKey={({ vehicleId }) => vehicleId}
          view={view}
          onView={setView}
          search={false}
          columns={[
            { key: 'name', header: 'Xe', text: ({ name }) => name, render: ({ name }) => <strong>{name}</strong> },
            { key: 'plate', header: 'Biển số', text: ({ plate }) => plate, oneLine: true },
            {
              key: 'seats',
              header: 'Chỗ cho người đi',
              text: ({ passengerSeats, seats }) =>
                passengerSeats === seats ? String(seats) : `${passengerSeats} (xe ${seats} chỗ kể cả lái xe)`,
              sortBy: ({ passengerSeats }) => passengerSeats,
            },
            {
              key: 'driver',
              header: 'Lái xe',
              text: ({ driverName, driverPhone }) => [driverName, driverPhone].filter(Boolean).join(', '),
            },
            { key: 'ownership', header: 'Nguồn xe', text: ({ ownership }) => vehicleOwnershipNames[ownership] },
            { key: 'note', header: 'Ghi chú', text: ({ note }) => note, sortable: false },
            {
              key: 'use',
              header: 'Tình trạng',
              text: ({ outOfUse }) => (outOfUse ? 'Ngừng dùng' : 'Đang dùng'),
              onCard: 'aside',
              render: ({ outOfUse }) => (
                <StatusBadge
                  tone={outOfUse ? 'rest' : 'ok'}
                  icon={outOfUse ? <IconX size={14} aria-hidden="true" /> : <IconCheck size={14} aria-hidden="true" />}
                >
                  {outOfUse ? 'Ngừng dùng' : 'Đang dùng'}
                </StatusBadge>
              ),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'act',
                    header: '',
                    headerText: 'Việc',
                    text: () => '',
                    align: 'end' as const,
                    onCard: 'plain' as const,
                    render: (row: VehicleView) => (
                      <Button size="s" kind="quiet" aria-label={`Sửa xe ${row.plate}`} onClick={() => setEdited(row)}>
                        Sửa
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
          empty={
            <EmptyState icon={<IconCar aria-hidden="true" />} title="Chưa có xe nào" action={add}>
              Thêm xe cơ quan hoặc xe thuê, với số chỗ và lái xe, để bố trí cho các ngày kiểm tra.
            </EmptyState>
          }
        />
      ) : (
        <Skeleton lines={3} />
      )}
      {edited && <VehicleDialog vehicle={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  )
}
