import { type FieldView, type TeamMemberView, teamRoleNames, teamRoles } from '@cchc/domain/campaigns/contract.ts'
import { IconPencil, IconUserPlus, IconUserQuestion, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { TeamBusyTab } from '../availability/TeamBusyTab.tsx'
import { useMay } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import styles from './Campaigns.module.css'
import { teamQuery } from './data.ts'
import { FieldsCard } from './FieldsCard.tsx'
import { TeamDecisionTab } from './TeamDecisionTab.tsx'
import { TeamSeatDialog } from './TeamSeatDialog.tsx'

/** Đoàn kiểm tra: every seat with its agency and person, and the agency that leads each field. Basis: QĐ 2251/QĐ-UBND, mục III.2a, IV.2. */
export default function TeamPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const { muc } = useSearch({ strict: false }) as { muc?: string }
  const navigate = useNavigate()
  const { data, error } = useQuery(teamQuery(campaignId))
  const mayEdit = useMay('team.edit')
  const [editing, setEditing] = useState<TeamMemberView | 'new' | null>(null)
  const tabs = [
    { key: 'thanh-phan', label: 'Thành phần', seen: true },
    { key: 'lich-ban', label: 'Lịch bận', seen: useMay('busy-time.read') },
    { key: 'quyet-dinh', label: 'Quyết định thành lập', seen: useMay('fieldwork.read') },
  ].filter(({ seen }) => seen)
  const tab = tabs.find(({ key }) => key === muc)?.key ?? 'thanh-phan'
  if (error && !data) throw error
  const named = data?.members.filter(({ personId }) => personId !== null).length ?? 0
  return (
    <Page
      title="Đoàn kiểm tra"
      above={
        <Link to="/dot-kiem-tra/$campaignId" params={{ campaignId }}>
          Đợt kiểm tra
        </Link>
      }
      subtitle={data && `${named} trong ${data.members.length} vị trí đã có người`}
      actions={
        mayEdit &&
        tab === 'thanh-phan' && (
          <Button
            kind="primary"
            icon={<IconUserPlus size={17} aria-hidden="true" />}
            disabled={!data}
            onClick={() => setEditing('new')}
          >
            Thêm vị trí
          </Button>
        )
      }
    >
      {data ? (
        <Tabs
          label="Đoàn kiểm tra"
          tabs={tabs}
          active={tab}
          onChange={(key) =>
            void navigate({ to: '.', search: { muc: key } as never, replace: true, resetScroll: false })
          }
        >
          {tab === 'thanh-phan' && (
            <Stack>
              <SeatsCard members={data.members} fields={data.fields} onEdit={mayEdit ? setEditing : undefined} />
              <FieldsCard campaignId={campaignId} fields={data.fields} members={data.members} mayEdit={mayEdit} />
            </Stack>
          )}
          {tab === 'lich-ban' && <TeamBusyTab campaignId={campaignId} />}
          {tab === 'quyet-dinh' && <TeamDecisionTab campaignId={campaignId} mayRecord={mayEdit} />}
        </Tabs>
      ) : (
        <Card>
          <Skeleton lines={8} />
        </Card>
      )}
      {data && editing && (
        <TeamSeatDialog
          campaignId={campaignId}
          seat={editing === 'new' ? null : editing}
          fields={data.fields}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}

interface SeatsProps {
  members: readonly TeamMemberView[]
  fields: readonly FieldView[]
  onEdit?: (seat: TeamMemberView) => void
}

function SeatsCard({ members, fields, onEdit }: SeatsProps) {
  const [view, setView] = useTableView()
  return (
    <Card flush className={styles.list}>
      <h2 className="hidden-visually">Các vị trí</h2>
      <DataTable
        label="Các vị trí trong Đoàn"
        rows={members}
        rowKey={(seat) => seat.teamMemberId}
        columns={columnsFor(fields, onEdit)}
        filters={filtersFor(members)}
        view={view}
        onView={setView}
        search="Tìm người, chức danh, cơ quan…"
        exportName="doan-kiem-tra"
        empty={
          <EmptyState icon={<IconUsersGroup aria-hidden="true" />} title="Đoàn kiểm tra chưa có vị trí nào">
            Thêm Trưởng đoàn, Phó Trưởng đoàn, thành viên và thư ký theo quyết định.
          </EmptyState>
        }
      />
    </Card>
  )
}

function columnsFor(fields: readonly FieldView[], onEdit?: (seat: TeamMemberView) => void): Column<TeamMemberView>[] {
  const names = new Map(fields.map(({ fieldKey, name }) => [fieldKey, name]))
  const fieldsOf = ({ fieldKeys }: TeamMemberView) => fieldKeys.map((key) => names.get(key) ?? key)
  return [
    {
      key: 'vai-tro',
      header: 'Vai trò',
      oneLine: true,
      text: (seat) => seat.roleName,
      sortBy: (seat) => teamRoles.indexOf(seat.role),
      render:
        onEdit &&
        ((seat) => (
          <button type="button" className={styles.rowButton} onClick={() => onEdit(seat)}>
            {seat.roleName}
            <IconPencil aria-hidden="true" stroke={1.8} />
            <span className="hidden-visually">: sửa vị trí {seat.post}</span>
          </button>
        )),
    },
    {
      key: 'nguoi',
      header: 'Người được cử',
      width: '20%',
      onCard: 'plain',
      text: (seat) => seat.fullName ?? 'Chưa cử người',
      render: (seat) =>
        seat.fullName ?? (
          <StatusBadge tone="wait" icon={<IconUserQuestion aria-hidden="true" stroke={2} />}>
            Chưa cử người
          </StatusBadge>
        ),
    },
    { key: 'chuc-danh', header: 'Chức danh', width: '22%', text: (seat) => seat.post },
    { key: 'co-quan', header: 'Cơ quan', width: '14%', text: (seat) => seat.agencyName ?? '' },
    {
      key: 'linh-vuc',
      header: 'Lĩnh vực phụ trách',
      text: (seat) => fieldsOf(seat).join('; '),
      render: (seat) =>
        seat.fieldKeys.length > 0 && (
          <span className={styles.chips}>
            {fieldsOf(seat).map((name) => (
              <span key={name} className={styles.chip}>
                {name}
              </span>
            ))}
          </span>
        ),
    },
  ]
}

function filtersFor(members: readonly TeamMemberView[]): Filter<TeamMemberView>[] {
  return [
    {
      key: 'vai-tro',
      label: 'Vai trò',
      options: teamRoles
        .filter((role) => members.some((seat) => seat.role === role))
        .map((role) => ({ value: role, label: teamRoleNames[role] })),
      holds: (seat, value) => seat.role === value,
    },
    {
      key: 'nguoi',
      label: 'Người',
      options: [
        { value: 'co', label: 'Đã cử' },
        { value: 'chua', label: 'Chưa cử' },
      ],
      holds: (seat, value) => (value === 'co') === (seat.personId !== null),
    },
  ]
}
