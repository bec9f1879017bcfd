import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { IconFileImport, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Refusal } from '../platform/refusal.ts'
import { savingState } from '../platform/use-saver.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { actOnReport, type ReportAct } from './data.ts'
import type { Desk } from './desk.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { SendReportDialog } from './SendReportDialog.tsx'

type Opened = ReportAct | null

/** What the report's buttons say, in the order they stand; the last one that applies is the page's primary. */
const labels: readonly [ReportAct, string][] = [
  ['give-back', 'Trả lại để sửa'],
  ['return', 'Trả lại'],
  ['hand-over', 'Chuyển lãnh đạo duyệt'],
  ['accept', 'Tiếp nhận'],
  ['send', 'Gửi báo cáo'],
]

const done: Record<ReportAct, string> = {
  'hand-over': 'Đã chuyển báo cáo cho lãnh đạo duyệt.',
  'give-back': 'Đã trả lại để người viết sửa.',
  send: 'Đã gửi báo cáo. Biên nhận ở đầu trang.',
  return: 'Đã trả lại báo cáo cho đơn vị.',
  accept: 'Đã tiếp nhận báo cáo.',
}

interface Props {
  view: SelfReportView
  desk: Desk
  onOpen: (itemKey: string) => void
}

/** What may be done to the report now, each asked once more before it is done. */
export function ReportActions({ view, desk, onOpen }: Props) {
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const may = labels.filter(([act]) => view.actions.includes(act))
  const primary = may.at(-1)?.[0]

  const act = async (what: ReportAct, remark?: string) => {
    await desk.explanations.flushAll()
    await desk.answers.flushAll()
    const { unsent } = savingState(desk.savers)
    // What is not on the server would be missing from what is handed on.
    if (unsent > 0)
      throw new Refusal(0, 'unsaved', `Còn ${unsent} mục chưa lưu được. Lưu xong các mục này rồi làm lại.`)
    await actOnReport(view, what, remark)
    toast({ tone: 'good', text: done[what] })
  }
  const confirm = (what: ReportAct, title: string, text: ReactNode, reasonLabel?: string) => (
    <ConfirmDialog
      title={title}
      confirmLabel={labels.find(([name]) => name === what)?.[1] ?? ''}
      reasonLabel={reasonLabel}
      onConfirm={(reason) => act(what, reason)}
      onClose={close}
    >
      {text}
    </ConfirmDialog>
  )

  return (
    <>
      {view.actions.includes('write') && (
        <ButtonLink
          to="/bao-cao/$inspectionId/nhap-tu-tep"
          params={{ inspectionId: view.inspectionId }}
          icon={<IconFileImport size={16} aria-hidden="true" />}
        >
          Nhập từ Word, Excel
        </ButtonLink>
      )}
      <ButtonLink
        to="/bao-cao/$inspectionId/ban-in"
        params={{ inspectionId: view.inspectionId }}
        icon={<IconPrinter size={16} aria-hidden="true" />}
      >
        Bản in
      </ButtonLink>
      {may.map(([name, label]) => (
        <Button key={name} kind={name === primary ? 'primary' : 'plain'} onClick={() => setOpened(name)}>
          {label}
        </Button>
      ))}
      {opened === 'send' && (
        <SendReportDialog view={view} desk={desk} onSend={() => act('send')} onOpen={onOpen} onClose={close} />
      )}
      {opened === 'hand-over' && <HandOverDialog desk={desk} onHandOver={() => act('hand-over')} onClose={close} />}
      {opened === 'give-back' &&
        confirm(
          'give-back',
          'Trả lại để người viết sửa?',
          'Người viết mở lại được báo cáo và thấy lời nhắn này ở đầu trang.',
          'Cần sửa gì',
        )}
      {opened === 'return' && <ReturnDialog view={view} desk={desk} onClose={close} />}
      {opened === 'accept' &&
        confirm(
          'accept',
          `Tiếp nhận báo cáo của ${view.unitName}?`,
          'Số liệu được đưa vào buổi kiểm tra. Sau khi tiếp nhận, đơn vị chỉ sửa bằng một bản sửa có lý do và gửi lại.',
        )}
    </>
  )
}
