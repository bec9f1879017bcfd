import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { type SheetVersion, sheetStateNames, sheetStates } from '@cchc/domain/scoring/sheet-contract.ts'
import { IconArchive, IconCheck, IconListDetails, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCampaignId } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { beginSheet, sheetsQuery } from './sheet-data.ts'

const looks = {
  draft: ['work', IconPencil],
  published: ['ok', IconCheck],
  replaced: ['rest', IconArchive],
} as const

const columns: Column<SheetVersion>[] = [
  {
    key: 'ten',
    header: 'Phiếu chấm điểm',
    text: ({ title, version }) => `${title}, phiên bản ${version}`,
    render: ({ sheetId, title, version }) => (
      <Link to="/cham-diem/phieu/$sheetId" params={{ sheetId }}>
        {title}, phiên bản {version}
      </Link>
    ),
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: ({ state }) => sheetStateNames[state],
    sortBy: ({ state }) => sheetStates.indexOf(state),
    onCard: 'aside',
    render: ({ state }) => {
      const [tone, Icon] = looks[state]
      return (
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" />}>
          {sheetStateNames[state]}
        </StatusBadge>
      )
    },
  },
  { key: 'tieu-chi', header: 'Tiêu chí', text: ({ criterionCount }) => String(criterionCount), align: 'end' },
  { key: 'don-vi', header: 'Đơn vị đã chấm theo', text: ({ unitsScored }) => String(unitsScored), align: 'end' },
  {
    key: 'cap-nhat',
    header: 'Cập nhật',
    text: ({ publishedAt, publishedBy, savedAt, savedBy }) =>
      publishedAt
        ? ['Công bố', formatInstant(publishedAt), publishedBy].filter(Boolean).join(' ')
        : ['Lưu', formatInstant(savedAt), savedBy].filter(Boolean).join(' '),
    sortBy: ({ publishedAt, savedAt }) => publishedAt ?? savedAt,
  },
]

/** Phiếu chấm điểm: versions of the campaign's sheet, and the way to the first or the next. */
export default function SheetsPage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...sheetsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  const [asking, setAsking] = useState(false)
  if (error && !data) throw error
  const draft = data?.sheets.find(({ state }) => state === 'draft')
  return (
    <Page
      title="Phiếu chấm điểm"
      above={<Link to="/cham-diem">Chấm điểm</Link>}
      subtitle="Không bắt buộc: đợt kiểm tra chỉ chấm điểm khi có phiếu được công bố. Phần mềm không có sẵn tiêu chí hay trọng số nào."
      actions={
        draft ? (
          <ButtonLink kind="primary" to="/cham-diem/phieu/$sheetId" params={{ sheetId: draft.sheetId }}>
            Soạn tiếp phiên bản {draft.version}
          </ButtonLink>
        ) : (
          <Button
            kind="primary"
            icon={<IconPlus size={16} aria-hidden="true" />}
            disabled={!data}
            aria-haspopup="dialog"
            onClick={() => setAsking(true)}
          >
            Soạn phiếu
          </Button>
        )
      }
    >
      <Card flush={Boolean(data && data.sheets.length > 0)}>
        <h2 className="hidden-visually">Các phiên bản</h2>
        {data ? (
          <DataTable
            label="Các phiên bản phiếu chấm điểm"
            rows={data.sheets}
            rowKey={({ sheetId }) => sheetId}
            columns={columns}
            search={false}
            view={view}
            onView={setView}
            exportName="cac-phien-ban-phieu"
            empty={
              <EmptyState
                icon={<IconListDetails aria-hidden="true" />}
                title="Đợt kiểm tra này chưa có phiếu chấm điểm"
              >
                Không cần phiếu thì không phải làm gì. Muốn chấm, bấm “Soạn phiếu”: bắt đầu từ phiếu trống, phiếu năm
                trước, hoặc nhập từ tệp Excel.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={4} />
        )}
      </Card>
      {asking && data && campaignId && (
        <NewSheetDialog
          campaignId={campaignId}
          sources={[...data.sheets, ...data.others]}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  )
}

function NewSheetDialog({
  campaignId,
  sources,
  onClose,
}: {
  campaignId: string
  sources: readonly SheetVersion[]
  onClose: () => void
}) {
  const navigate = useNavigate()
  const [from, setFrom] = useState(sources[0]?.sheetId ?? '')
  const begin = async () => {
    const { version } = await beginSheet(campaignId, from === '' ? null : from)
    await navigate({ to: '/cham-diem/phieu/$sheetId', params: { sheetId: version.sheetId } })
  }
  return (
    <FormDialog title="Soạn phiếu chấm điểm" onClose={onClose} onSubmit={begin} submitLabel="Bắt đầu soạn">
      <SelectField
        label="Bắt đầu từ"
        value={from}
        onChange={setFrom}
        placeholder="Phiếu trống"
        hint="Sao chép giữ nguyên mã tiêu chí để so sánh giữa các năm."
        options={sources.map(({ sheetId, title, version, campaignName }) => ({
          value: sheetId,
          label: `${title}, phiên bản ${version} (${campaignName})`,
        }))}
      />
    </FormDialog>
  )
}
