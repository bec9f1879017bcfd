import { flagViolation, takeBackViolation } from '@cchc/domain/follow-up/violation-contract.ts'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'

/** Brings one recorded violation before those who handle it; nothing here tells whether somebody did so before. */
export function FlagViolation({ findingId }: { findingId: string }) {
  const [opened, setOpened] = useState<'flag' | 'take-back' | null>(null)
  const close = () => setOpened(null)
  const flag = async (why: string) => {
    await call(flagViolation, { params: { findingId }, body: { why } })
    toast({ tone: 'good', text: 'Đã chuyển đến người có thẩm quyền.' })
  }
  const takeBack = async (why: string) => {
    await call(takeBackViolation, { params: { findingId }, body: { why } })
    toast({ tone: 'good', text: 'Đã rút. Người có thẩm quyền được báo.' })
  }
  return (
    <>
      <Button
        size="s"
        icon={<IconFlag size={16} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpened('flag')}
      >
        Chuyển xử lý
      </Button>
      <Button kind="quiet" size="s" aria-haspopup="dialog" onClick={() => setOpened('take-back')}>
        Rút lại
      </Button>
      {opened === 'flag' && (
        <ConfirmDialog
          title="Chuyển vi phạm này để xử lý?"
          confirmLabel="Chuyển"
          reasonLabel="Vì sao cần xử lý"
          onConfirm={flag}
          onClose={close}
        >
          Chỉ người có thẩm quyền (Trưởng đoàn, Phó Trưởng đoàn Thường trực) thấy nội dung này. Sau khi chuyển, chính
          bạn cũng không xem lại được; nếu chuyển nhầm thì bấm “Rút lại”.
        </ConfirmDialog>
      )}
      {opened === 'take-back' && (
        <ConfirmDialog
          title="Rút vi phạm đã chuyển?"
          confirmLabel="Rút lại"
          reasonLabel="Vì sao rút"
          onConfirm={takeBack}
          onClose={close}
        >
          Chỉ rút được lượt chuyển của chính bạn khi chưa có kết quả xử lý. Lý do rút được giữ lại và người có thẩm
          quyền đọc được.
        </ConfirmDialog>
      )}
    </>
  )
}
