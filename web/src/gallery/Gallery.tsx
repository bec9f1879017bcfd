import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconInbox,
  IconPencil,
  IconRefresh,
  IconSend,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, RadioField } from '../ui/ChoiceFields.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CoverageBar, Figure, FigurePair, ProgressRing } from '../ui/Figures.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Columns, Muted, Row, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Page } from '../ui/Page.tsx'
import { SeasonHeader, SeasonRow } from '../ui/Season.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { PasswordField, SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { useLocalView } from '../ui/table-view.ts'
import { toast } from '../ui/toasts.ts'
import { WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'

/** Every piece of `ui` in its states, to be looked at while developing; never part of what is shipped. */
export function Gallery() {
  return (
    <main style={{ maxWidth: 1120, margin: '0 auto', padding: 16 }}>
      <Page
        title="Bộ giao diện"
        subtitle="Mọi thành phần, mọi trạng thái · số liệu bịa"
        actions={
          <>
            <Button>Bản in</Button>
            <Button kind="primary">Chuyển lãnh đạo duyệt</Button>
          </>
        }
      >
        <Columns at="minmax(0, 1fr) minmax(0, 1fr)">
          <Stack>
            <FiguresForm />
            <TextForm />
            <Buttons />
          </Stack>
          <Stack>
            <Deadline />
            <Shares />
            <Pair />
            <States />
          </Stack>
        </Columns>
        <List />
        <TabbedCard />
      </Page>
      <Toasts />
    </main>
  )
}

function FiguresForm() {
  const [received, setReceived] = useState<number | null>(12480)
  const [resolved, setResolved] = useState<number | null>(12105)
  const [onTime, setOnTime] = useState<number | null>(12160)
  const [pleased, setPleased] = useState<number | null>(94.2)
  const figure = (label: ReactNode, value: number | null, set: (value: number | null) => void) => ({
    label,
    value,
    onCommit: set,
    read: readNumber,
    write: writeNumber,
    line: true,
    unit: 'hồ sơ',
  })
  return (
    <Card title="2.1. Hồ sơ thủ tục hành chính tiếp nhận, giải quyết">
      <Stack gap={3}>
        <NumberField {...figure('Tổng số hồ sơ tiếp nhận', received, setReceived)} />
        <NumberField {...figure('Số hồ sơ đã giải quyết', resolved, setResolved)} />
        <NumberField
          {...figure('Số hồ sơ đã giải quyết đúng hạn', onTime, setOnTime)}
          error={
            <>
              <strong>Đúng hạn (12.160) lớn hơn đã giải quyết (12.105).</strong> Đề cương mục II.2: số đúng hạn là một
              phần của số đã giải quyết. Sửa một trong hai số này.
            </>
          }
        />
        <NumberField
          {...figure(
            <>
              Tỷ lệ giải quyết đúng hạn <Muted>= đúng hạn ÷ đã giải quyết</Muted>
            </>,
            null,
            () => {},
          )}
          unit="tự tính"
          computed
        />
        <NumberField
          {...figure('Mức độ hài lòng chung', pleased, setPleased)}
          unit="%"
          below={
            <Message kind="target" lead="Chưa đạt mức tối thiểu 95 %.">
              Vẫn gửi được; nêu lý do để Đoàn xem trước: <a href="#giai-trinh">thêm giải trình</a>
            </Message>
          }
        />
      </Stack>
    </Card>
  )
}

const communes = ['Phường Hưng Đạo', 'Phường Lê Chân', 'Xã Kiến Minh', 'Xã Việt Khê', 'Đặc khu Bạch Long Vĩ']

function TextForm() {
  const [text, setText] = useState('')
  const [secret, setSecret] = useState('')
  const [date, setDate] = useState<string | null>('2026-09-17')
  const [half, setHalf] = useState('morning')
  const [unit, setUnit] = useState<string | null>(null)
  const [told, setTold] = useState(false)
  return (
    <Card title="Nhập chữ, ngày, lựa chọn">
      <Stack gap={3}>
        <TextField label="Nơi làm việc" required hint="Phòng họp, địa chỉ." value={text} onChange={setText} />
        <PasswordField label="Mật khẩu" value={secret} onChange={setSecret} error="Nhập mật khẩu." />
        <DateField
          label="Ngày kiểm tra"
          value={date}
          onChange={setDate}
          today="2026-09-15"
          min="2026-07-01"
          max="2026-11-30"
          dayOff={(iso) =>
            iso === '2026-09-02' ? 'Quốc khánh' : [0, 6].includes(new Date(iso).getUTCDay()) ? 'cuối tuần' : undefined
          }
        />
        <RadioField
          label="Buổi"
          look="segments"
          value={half}
          onChange={setHalf}
          options={[
            { value: 'morning', label: 'Sáng' },
            { value: 'afternoon', label: 'Chiều' },
          ]}
        />
        <ComboField
          label="Đơn vị"
          placeholder="Gõ tên, ví dụ: hung dao"
          value={unit}
          onChange={setUnit}
          options={communes.map((name) => ({ value: name, label: name, note: 'Hải Phòng' }))}
        />
        <SelectField
          label="Lĩnh vực"
          placeholder="Chọn lĩnh vực"
          value=""
          onChange={() => {}}
          options={[{ value: 'a', label: 'Cải cách thể chế' }]}
        />
        <TextAreaField label="Nội dung" value="Phường tổ chức “Ngày thứ Sáu không chờ”." onChange={() => {}} />
        <CheckField label="Đã thông báo cho đơn vị bằng điện thoại" checked={told} onChange={setTold} />
        <FileDrop
          label="Chọn quyết định"
          accept={['.docx', '.pdf', '.txt']}
          maxBytes={20 * 1024 * 1024}
          onFiles={() => {}}
        />
      </Stack>
    </Card>
  )
}

function Buttons() {
  const [asking, setAsking] = useState(false)
  return (
    <Card title="Nút và thông báo">
      <Row>
        <Button kind="good">Khớp</Button>
        <Button kind="quiet">Xem lịch sử</Button>
        <Button kind="danger" onClick={() => setAsking(true)}>
          Hủy cuộc kiểm tra
        </Button>
        <Button disabled>Không bấm được</Button>
        <IconButton label="Làm mới">
          <IconRefresh size={18} aria-hidden="true" />
        </IconButton>
        <Button
          onClick={() =>
            toast({ tone: 'good', text: 'Đã dời lịch Xã Kiến Minh.', undo: { label: 'Hoàn tác', run: () => {} } })
          }
        >
          Hiện thông báo
        </Button>
      </Row>
      {asking && (
        <ConfirmDialog
          title="Hủy cuộc kiểm tra tại Xã Kiến Minh?"
          confirmLabel="Hủy cuộc kiểm tra"
          danger
          reasonLabel="Lý do"
          onConfirm={() => {}}
          onClose={() => setAsking(false)}
        >
          Đơn vị sẽ nhận được thông báo. Lịch này không khôi phục được.
        </ConfirmDialog>
      )}
    </Card>
  )
}

function Deadline() {
  return (
    <Card title="Hạn gửi báo cáo">
      <Stack gap={2}>
        <strong style={{ fontSize: 'var(--type-xl)' }}>Còn 3 ngày làm việc</strong>
        <Muted>trước 17:00 thứ Sáu, 18/9/2026</Muted>
        <WorkingDayStrip
          label="Các ngày được tính"
          days={[
            { key: '18', text: '18/9', kind: 'due', why: 'hạn cuối, ngày làm việc thứ 3 trước buổi kiểm tra' },
            { key: '19', text: '19', kind: 'off', why: 'thứ Bảy' },
            { key: '20', text: '20', kind: 'off', why: 'Chủ nhật' },
            { key: '21', text: '21', kind: 'counted', why: 'ngày làm việc thứ 2' },
            { key: '22', text: '22', kind: 'counted', why: 'ngày làm việc thứ 1' },
            { key: '23', text: '23/9', kind: 'event', why: 'ngày kiểm tra' },
          ]}
        />
      </Stack>
    </Card>
  )
}

function Shares() {
  return (
    <Card title="Tiến độ" aside="đến hôm nay">
      <Stack gap={3}>
        <CoverageBar label="Phường" done={3} total={9} coming={9} figure="3 / 9" />
        <CoverageBar label="Báo cáo đúng hạn" tone="ok" done={12} total={13} figure="12 / 13" />
        <CoverageBar label="Quá hạn" tone="late" done={2} total={13} figure="2 / 13" />
        <Row>
          <ProgressRing done={0} total={9} label="Tài chính công: 0 trên 9 mục" />
          <ProgressRing done={3} total={8} label="Chế độ công vụ: 3 trên 8 mục" />
          <ProgressRing done={9} total={9} label="Chỉ đạo điều hành: 9 trên 9 mục" />
          <Muted small>0/9 · 3/8 · 9/9</Muted>
        </Row>
        <Skeleton lines={3} />
      </Stack>
    </Card>
  )
}

function Pair() {
  const [verified, setVerified] = useState('')
  return (
    <Card title="II.2 · Tỷ lệ số hóa hồ sơ, kết quả">
      <Stack gap={3}>
        <FigurePair>
          <Figure label="Đơn vị báo cáo">88,0 %</Figure>
          <Figure label="Đoàn xác minh" chosen htmlFor="verified">
            <input
              id="verified"
              inputMode="decimal"
              placeholder="nhập số…"
              value={verified}
              onChange={(event) => setVerified(event.target.value)}
            />
          </Figure>
        </FigurePair>
        <Row>
          <StatusBadge tone="late" icon={<IconAlertTriangle aria-hidden="true" />}>
            Lệch 176 hồ sơ (2,1 %)
          </StatusBadge>
        </Row>
      </Stack>
    </Card>
  )
}

function States() {
  return (
    <Card title="Trạng thái và lời nhắn">
      <Stack gap={3}>
        <Row>
          <StatusBadge tone="ok" icon={<IconCheck aria-hidden="true" />}>
            Đã gửi báo cáo
          </StatusBadge>
          <StatusBadge tone="work" icon={<IconPencil aria-hidden="true" />}>
            Đang viết báo cáo
          </StatusBadge>
          <StatusBadge tone="wait" icon={<IconClock aria-hidden="true" />}>
            Chờ ban hành kết luận
          </StatusBadge>
          <StatusBadge tone="rest" icon={<IconSend aria-hidden="true" />}>
            Đã thông báo lịch
          </StatusBadge>
        </Row>
        <Message kind="warning" lead="Còn 4 điều cần xem.">
          Cảnh báo không chặn việc gửi.
        </Message>
        <Message kind="good" lead="Đã lưu lúc 09:42." />
        <Message kind="note">Số liệu tính từ 15/12/2025.</Message>
        <EmptyState
          icon={<IconInbox aria-hidden="true" />}
          title="Chưa có văn bản nào"
          action={<Button>Ban hành thông báo lịch</Button>}
        >
          Văn bản hiện ở đây sau khi được ban hành và cấp số.
        </EmptyState>
      </Stack>
    </Card>
  )
}

const season = { from: '2026-07-01', to: '2026-11-30', today: '2026-09-15' }
const rows = [
  {
    name: 'Sở Xây dựng',
    stage: 'Đã kết luận',
    visit: '2026-07-28',
    start: '2026-07-04',
    mark: 'done' as const,
    due: 3,
  },
  {
    name: 'Phường Hưng Đạo',
    stage: 'Quá hạn',
    visit: '2026-09-17',
    start: '2026-08-20',
    mark: 'late' as const,
    due: -1,
  },
  {
    name: 'Xã Kiến Minh',
    stage: 'Đã gửi báo cáo',
    visit: '2026-09-18',
    start: '2026-08-22',
    mark: 'announced' as const,
    due: 2,
  },
  {
    name: 'Đặc khu Cát Hải',
    stage: 'Đã xếp lịch',
    visit: '2026-11-05',
    start: '2026-10-10',
    mark: 'planned' as const,
    due: 12,
  },
]

function List() {
  const [view, setView] = useLocalView()
  return (
    <Card flush>
      <DataTable
        label="Danh sách mẫu"
        rows={rows}
        rowKey={(row) => row.name}
        view={view}
        onView={setView}
        exportName="danh-sach-mau"
        filters={[
          {
            key: 'stage',
            label: 'Giai đoạn',
            options: [{ value: 'Quá hạn', label: 'Quá hạn' }],
            holds: (row, value) => row.stage === value,
          },
        ]}
        columns={[
          { key: 'name', header: 'Đơn vị', text: (row) => row.name },
          { key: 'stage', header: 'Giai đoạn', text: (row) => row.stage },
          {
            key: 'due',
            header: 'Còn (ngày làm việc)',
            text: (row) => String(row.due),
            sortBy: (row) => row.due,
            align: 'end',
          },
          {
            key: 'season',
            header: <SeasonHeader season={season} />,
            headerText: 'Ngày kiểm tra',
            sortable: false,
            width: '36%',
            text: (row) => row.visit,
            render: (row) => (
              <SeasonRow
                season={season}
                startsOn={row.start}
                endsOn={row.visit}
                visitOn={row.visit}
                mark={row.mark}
                label={`Kiểm tra ${row.visit}`}
              />
            ),
          },
        ]}
        empty={null}
      />
    </Card>
  )
}

function TabbedCard() {
  const [tab, setTab] = useState('figures')
  return (
    <Tabs
      label="Buổi kiểm tra"
      active={tab}
      onChange={setTab}
      tabs={[
        { key: 'people', label: 'Thành phần' },
        { key: 'figures', label: 'Đối chiếu số liệu' },
        { key: 'findings', label: 'Phát hiện', count: 3 },
        { key: 'minutes', label: 'Biên bản' },
      ]}
    >
      <Card>Nội dung của thẻ đang chọn.</Card>
    </Tabs>
  )
}
