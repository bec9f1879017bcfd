import { roleNames } from '@cchc/domain/access/permissions.ts'
import { type AccountView, listAccounts } from '@cchc/domain/accounts/contract.ts'
import { IconLock, IconPlus, IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { AccountDialog } from './AccountDialog.tsx'

/** Tài khoản: everyone with their roles and workplace. */
export default function AccountsPage() {
  const { data, error } = useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => call(listAccounts, { signal }) })
  const [view, setView] = useTableView()
  const [edited, setEdited] = useState<AccountView | 'new' | null>(null)
  if (error && !data) throw error
  return (
    <Page
      title="Tài khoản"
      subtitle="Ai vào được hệ thống, với vai trò nào, thuộc đơn vị nào."
      actions={
        <Button kind="primary" icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
          Thêm tài khoản
        </Button>
      }
    >
      <Card flush>
        {data ? (
          <DataTable
            label="Tài khoản"
            rows={data.accounts}
            rowKey={({ personId }) => personId}
            view={view}
            onView={setView}
            exportName="tai-khoan"
            filters={[
              {
                key: 'vai-tro',
                label: 'Vai trò',
                options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
                holds: (row, role) => row.roles.some((held) => held === role),
              },
            ]}
            columns={[
              {
                key: 'name',
                header: 'Họ và tên',
                text: ({ fullName }) => fullName,
                sortable: true,
                render: ({ fullName, illustrative }) => (
                  <strong>{`${fullName}${illustrative ? ' (minh họa)' : ''}`}</strong>
                ),
              },
              { key: 'username', header: 'Tên đăng nhập', text: ({ username }) => username ?? '', sortable: true },
              { key: 'roles', header: 'Vai trò', text: ({ roles }) => roles.map((role) => roleNames[role]).join('; ') },
              { key: 'unit', header: 'Nơi làm việc', text: ({ unitName }) => unitName ?? '', sortable: true },
              {
                key: 'state',
                header: 'Trạng thái',
                text: ({ disabled }) => (disabled ? 'Đã khóa' : 'Đang dùng'),
                onCard: 'aside',
                render: ({ disabled }) =>
                  disabled ? (
                    <StatusBadge tone="rest" icon={<IconLock size={14} aria-hidden="true" />}>
                      Đã khóa
                    </StatusBadge>
                  ) : (
                    <StatusBadge tone="ok" icon={<IconUserCheck size={14} aria-hidden="true" />}>
                      Đang dùng
                    </StatusBadge>
                  ),
              },
              {
                key: 'act',
                header: '',
                headerText: 'Việc',
                text: () => '',
                align: 'end',
                onCard: 'plain',
                render: (row) => (
                  <Button size="s" kind="quiet" aria-label={`Sửa ${row.fullName}`} onClick={() => setEdited(row)}>
                    Sửa
                  </Button>
                ),
              },
            ]}
            empty={<EmptyState title="Chưa có tài khoản nào">Bấm “Thêm tài khoản” để mời người đầu tiên.</EmptyState>}
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
      {edited && <AccountDialog account={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}
