import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { toast } from '../ui/toasts.ts'
import { publishDraft } from './data.ts'
import styles from './Outlines.module.css'
import type { OutlineDesk } from './outline-desk.ts'
import { useEditor } from './use-editor.ts'

interface Props {
  desk: OutlineDesk
  /** How many lines differ from the version it comes from; null for a version of its own. */
  differences: number | null
  onGo: (key: string) => void
  onClose: () => void
}

/** Says what publishing means, or what still stands in its way. */
export function PublishDialog({ desk, differences, onGo, onClose }: Props) {
  const { state } = useEditor()
  const { problems, year } = state
  if (problems.length > 0)
    return (
      <Dialog
        title="Chưa công bố được"
        onClose={onClose}
        actions={
          <Button kind="primary" onClick={onClose}>
            Quay lại sửa
          </Button>
        }
      >
        <Stack>
          <p>Còn {problems.length} điều phải sửa. Đề cương có lỗi thì đơn vị không điền hoặc không gửi được báo cáo.</p>
          <ul className={styles.problems}>
            {problems.map(({ key, sentence }) => (
              <li key={`${key} ${sentence}`}>
                <span>{sentence}</span>
                <Button kind="quiet" size="s" onClick={() => onGo(key)}>
                  Tới chỗ sửa
                </Button>
              </li>
            ))}
          </ul>
        </Stack>
      </Dialog>
    )
  return (
    <ConfirmDialog
      title={`Công bố đề cương năm ${year}?`}
      confirmLabel="Công bố"
      wayOut="Để sau"
      onClose={onClose}
      onConfirm={async () => {
        const version = await desk.settle()
        if (!version) return 'Bản soạn chưa lưu được hết nên chưa công bố. Xem thông báo ở đầu trang rồi thử lại.'
        await publishDraft(version)
        toast({ tone: 'good', text: `Đã công bố đề cương năm ${year}.` })
      }}
    >
      <ul className={styles.means}>
        {differences !== null && <li>Khác bản gốc {differences} chỗ; xem lại ở thẻ “So sánh”.</li>}
        <li>Từ lúc công bố, bản này không sửa được nữa. Cần đổi thì soạn bản mới từ bản này.</li>
        <li>Đợt kiểm tra năm {year} lập sau lúc này sẽ dùng bản này, trừ khi người rà soát chọn bản khác.</li>
        <li>Đợt đang chạy và báo cáo đang viết vẫn theo bản của mình, không thay đổi gì.</li>
      </ul>
    </ConfirmDialog>
  )
}
