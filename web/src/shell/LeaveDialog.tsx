import { useEffect } from 'react'
import { useUnsent } from '../platform/offline/use-unsent.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

/** How long the device's store is waited for, in milliseconds; one that cannot be read keeps nobody signed in. */
const patience = 2_000

/** For somebody who carries field work along: says what stays unsent on this device before they sign out; else signs out at once. */
export default function LeaveDialog({ leave, onClose }: { leave: () => Promise<void>; onClose: () => void }) {
  const unsent = useUnsent()
  const isOpen = unsent === null
  const isAllSent = unsent?.unsent === 0
  useEffect(() => {
    if (!isOpen && !isAllSent) return
    const leaving = setTimeout(() => void leave().finally(onClose), isOpen ? patience : 0)
    return () => clearTimeout(leaving)
  }, [isOpen, isAllSent])
  if (!unsent || isAllSent) return null
  return (
    <ConfirmDialog
      title={`Còn ${unsent.unsent} điều chưa gửi`}
      confirmLabel="Đăng xuất"
      onConfirm={leave}
      onClose={onClose}
    >
      <p>
        Phần này chỉ có trên máy này. Đăng xuất không xóa, nhưng chỉ gửi được khi chính bạn đăng nhập lại trên máy này
        và có mạng. Nếu sẽ dùng máy khác, trước hết bấm “Lưu phần chưa gửi ra tệp” ở trang Buổi kiểm tra.
      </p>
    </ConfirmDialog>
  )
}
