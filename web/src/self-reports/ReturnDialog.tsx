import { itemName } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { returnSelfReport } from '@cchc/domain/self-reports/contract.ts'
import { call } from '../platform/api.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Beside.module.css'
import type { Desk } from './desk.ts'
import { showReport } from './sending-data.ts'
import { useBesideOfReport, useRemarkDrafts } from './use-beside.ts'

/** Returns the report with a remark on the whole and with those that were written at its items. */
export function ReturnDialog({ view, desk, onClose }: { view: SelfReportView; desk: Desk; onClose: () => void }) {
  const { drafts } = useBesideOfReport()
  const written = useRemarkDrafts(drafts)
  const order = [...desk.places.keys()]
  const items = [...written].sort((a, b) => order.indexOf(a.itemKey) - order.indexOf(b.itemKey))
  const send = async (remark: string) => {
    const body = { remark, items: items.map(({ itemKey, text }) => ({ itemKey, text: text.trim() })) }
    const after = await call(returnSelfReport, { params: { selfReportId: view.selfReportId }, body })
    drafts.clear()
    await showReport(after)
    toast({ tone: 'good', text: 'Đã trả lại báo cáo cho đơn vị.' })
  }
  return (
    <ConfirmDialog
      title={`Trả lại báo cáo cho ${view.unitName}?`}
      confirmLabel="Trả lại"
      reasonLabel="Ý kiến chung: cần bổ sung, sửa gì"
      onConfirm={send}
      onClose={onClose}
    >
      <div className={styles.facts}>
        <p>
          Đơn vị sửa rồi gửi lại; kết quả đúng hạn hay muộn vẫn theo lần gửi đầu.{' '}
          {items.length === 0 && 'Muốn góp ý từng mục, đóng lại rồi bấm “Góp ý” ở mục đó.'}
        </p>
        {items.length > 0 && (
          <>
            <p>
              <strong>{items.length} góp ý theo mục</strong>, đơn vị phải xử lý từng góp ý mới gửi lại được:
            </p>
            <ul className={styles.list}>
              {items.map(({ itemKey, text }) => {
                const item = desk.places.get(itemKey)?.item
                return (
                  <li key={itemKey}>
                    <span className={styles.quiet}>{item ? itemName(item) : itemKey}</span>
                    <p className={styles.reason}>{text}</p>
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
