import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { listUnits, type UnitView } from '@cchc/domain/units/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const types: Record<UnitView['type'], string> = {
  department: 'Sở, ban, ngành',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}

/** Danh mục đơn vị: departments and communes with their codes and other accepted spellings. */
export default function UnitsPage() {
  const { data, error } = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => call(listUnits, { query: {}, signal }),
  })
  const [view, setView] = useTableView()
  if (error && !data) throw error
  return (
    <Page
      title="Danh mục đơn vị"
      subtitle="Tên trong quyết định được đối chiếu với danh mục này, theo mã chứ không theo chữ."
    >
      <Card flush>
        {data ? (
          <DataTable
            label="Danh mục đơn vị"
            rows={data.units}
            rowKey={({ code }) => code}
            view={view}
            onView={setView}
            search="Tìm theo tên, mã, có dấu hoặc không dấu…"
            exportName="danh-muc-don-vi"
            filters={[
              {
                key: 'loai',
                label: 'Loại',
                options: Object.entries(types).map(([value, label]) => ({ value, label })),
                holds: (row, type) => row.type === type,
              },
            ]}
            columns={[
              {
                key: 'name',
                header: 'Tên',
                text: ({ fullName }) => fullName,
                sortBy: ({ name }) => name,
                sortable: true,
                render: ({ fullName }) => <strong>{fullName}</strong>,
              },
              { key: 'code', header: 'Mã', text: ({ code }) => code, sortable: true, oneLine: true },
              {
                key: 'type',
                header: 'Loại',
                text: ({ type }) => types[type],
                sortable: true,
                oneLine: true,
                onCard: 'aside',
              },
              { key: 'aliases', header: 'Cách viết khác', text: ({ aliases }) => aliases.join('; ') },
              {
                key: 'area',
                header: 'Diện tích (km²)',
                text: ({ areaKm2 }) => (areaKm2 === null ? '' : formatNumber(areaKm2)),
                sortBy: ({ areaKm2 }) => areaKm2,
                sortable: true,
                align: 'end',
              },
            ]}
            empty={<EmptyState title="Danh mục trống">Cài đặt lại để nạp danh mục của địa phương.</EmptyState>}
          />
        ) : (
          <Skeleton lines={12} />
        )}
      </Card>
    </Page>
  )
}
