import { maximaOf } from '@cchc/domain/scoring/give-points.ts'
import { formatPoints } from '@cchc/domain/scoring/points.ts'
import { downloadSheet, type SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { IconArrowBackUp, IconArrowForwardUp, IconFileUpload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../platform/api.ts'
import { Button, ButtonAnchor, IconButton } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Columns, Row } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { toast } from '../ui/toasts.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { type Selected, SheetForms } from './SheetForms.tsx'
import { SheetList } from './SheetList.tsx'
import { SheetProblems } from './SheetProblems.tsx'
import styles from './Sheets.module.css'
import { dropSheet, putInForce } from './sheet-data.ts'
import { TryOutCard } from './TryOutCard.tsx'
import { useSheetDesk } from './use-sheet-desk.ts'

const phases = { saved: 'đã lưu', saving: 'đang lưu…', failed: 'chưa lưu được', clash: 'có hai bản' } as const

/** A draft of the scoring sheet: groups and criteria on the left, what is chosen on the right; problems and totals as they arise. */
export function SheetEditor({ view }: { view: SheetView }) {
  const desk = useSheetDesk(view)
  const navigate = useNavigate()
  const [selected, setSelected] = useState<Selected>({ what: 'sheet', key: '' })
  const [tab, setTab] = useState('soan')
  const [asked, setAsked] = useState<'publish' | 'drop' | 'import' | null>(null)
  const { sheet, problems } = desk
  const { version } = view
  const close = () => setAsked(null)
  const goTo = (key: string) => {
    setTab('soan')
    setSelected(whatIs(sheet, key))
  }
  return (
    <Page
      title={sheet.title || 'Phiếu chưa đặt tên'}
      above={<Link to="/cham-diem/phieu">Phiếu chấm điểm</Link>}
      subtitle={`Bản soạn, phiên bản ${version.version} · ${phases[desk.phase]} · tổng tối đa ${formatPoints(maximaOf(sheet).total)}`}
      actions={
        <>
          <IconButton label="Hoàn tác" disabled={!desk.canUndo} onClick={desk.undo}>
            <IconArrowBackUp size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label="Làm lại" disabled={!desk.canRedo} onClick={desk.redo}>
            <IconArrowForwardUp size={18} aria-hidden="true" />
          </IconButton>
          <Button kind="primary" aria-haspopup="dialog" onClick={() => setAsked('publish')}>
            Công bố
          </Button>
        </>
      }
    >
      {desk.phase === 'failed' && (
        <Message kind="error" lead="Chưa lưu được." live>
          {desk.problem}{' '}
          <Button size="s" onClick={desk.retry}>
            Lưu lại
          </Button>
        </Message>
      )}
      {desk.phase === 'clash' && desk.theirs && (
        <Message kind="warning" lead={`${desk.theirs.version.savedBy ?? 'Người khác'} vừa sửa bản soạn này.`} live>
          Chưa có gì bị ghi đè. Bản kia có {desk.theirs.version.criterionCount} tiêu chí.{' '}
          <Button size="s" onClick={() => desk.keep('mine')}>
            Giữ bản của tôi
          </Button>{' '}
          <Button size="s" onClick={() => desk.keep('theirs')}>
            Lấy bản của người kia
          </Button>
        </Message>
      )}
      <Row>
        <Button
          size="s"
          icon={<IconFileUpload size={15} aria-hidden="true" />}
          aria-haspopup="dialog"
          onClick={() => setAsked('import')}
        >
          Nhập từ Excel
        </Button>
        <ButtonAnchor size="s" href={addressOf(downloadSheet.path, { sheetId: version.sheetId })}>
          Tải Excel
        </ButtonAnchor>
        <Button size="s" kind="quiet" aria-haspopup="dialog" onClick={() => setAsked('drop')}>
          Xóa bản soạn
        </Button>
      </Row>
      <Tabs
        label="Các phần của bản soạn"
        tabs={[
          { key: 'soan', label: 'Tiêu chí' },
          { key: 'loi', label: 'Cần sửa', count: problems.length || undefined },
          { key: 'thu', label: 'Thử trên báo cáo' },
        ]}
        active={tab}
        onChange={setTab}
      >
        {tab === 'soan' && (
          <Columns at="minmax(0, 2fr) minmax(0, 3fr)">
            <SheetList desk={desk} view={view} selected={selected} onSelect={setSelected} />
            <div className={styles.form} id="o-soan">
              <SheetForms desk={desk} view={view} selected={selected} onSelect={setSelected} />
            </div>
          </Columns>
        )}
        {tab === 'loi' && <SheetProblems problems={problems} onGo={goTo} />}
        {tab === 'thu' && <TryOutCard view={view} sheet={sheet} campaignId={version.campaignId} />}
      </Tabs>
      {asked === 'import' && (
        <ImportDialog
          campaignId={version.campaignId}
          onRead={(read) => {
            desk.edit({ act: 'replace', sheet: { ...read, title: sheet.title, note: sheet.note } })
            setSelected({ what: 'sheet', key: '' })
          }}
          onClose={close}
        />
      )}
      {asked === 'publish' && problems.length > 0 && (
        <ConfirmDialog
          title="Chưa công bố được"
          confirmLabel="Xem điều cần sửa"
          onConfirm={() => setTab('loi')}
          onClose={close}
        >
          Còn {problems.length} điều phải sửa trước khi công bố.
        </ConfirmDialog>
      )}
      {asked === 'publish' && problems.length === 0 && (
        <ConfirmDialog
          title="Công bố phiếu chấm điểm"
          confirmLabel="Công bố"
          wayOut="Để sau"
          onConfirm={async () => {
            const saved = await desk.settled()
            if (!saved) return 'Bản soạn chưa lưu được. Xem thông báo ở đầu trang rồi công bố lại.'
            await putInForce(saved)
            toast({ tone: 'good', text: 'Đã công bố phiếu chấm điểm.' })
          }}
          onClose={close}
        >
          Phiếu đã công bố không sửa được nữa; muốn sửa, soạn phiên bản mới. Mục Chấm điểm hiện ra cho Đoàn và các đơn
          vị. Đơn vị đã bắt đầu chấm theo phiên bản trước vẫn theo phiên bản đó.
        </ConfirmDialog>
      )}
      {asked === 'drop' && (
        <ConfirmDialog
          title="Xóa bản soạn"
          danger
          confirmLabel="Xóa bản soạn"
          onConfirm={async () => {
            await dropSheet(version.sheetId)
            await navigate({ to: '/cham-diem/phieu' })
          }}
          onClose={close}
        >
          Bản soạn phiên bản {version.version} mất hẳn. Phiếu đã công bố không bị ảnh hưởng.
        </ConfirmDialog>
      )}
    </Page>
  )
}

function whatIs(sheet: SheetView['sheet'], key: string): Selected {
  if (key === '') return { what: 'sheet', key }
  return { what: sheet.groups.some((group) => group.key === key) ? 'group' : 'criterion', key }
}
