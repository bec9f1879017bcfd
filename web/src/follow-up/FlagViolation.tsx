import { flagViolation } from '@cchc/domain/follow-up/violation-contract.ts'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'

/** Brings one recorded violation before those who handle it; nothing here tells whether somebody did so before. */
export function FlagViolation({ findingId }: { findingId: string }) {
  const [opened, setOpened] = useState(false)
  const flag = async (why: string) => {
    await call(flagViolation, { params: { findingId }, body: { why } }).catch((error) =>
      Promise.reject(new Error(sentenceOf(error))),
    )
    toast({ tone: 'good', text: 'Đã chuyển đến người có thẩm quyền.' })
  }
  return (
    <>
      <Button
        size="s"
        icon={<IconFlag size={16} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        Chuyển xử lý
      </Button>
      {opened && (
        <ConfirmDialog
          title="Chuyển vi phạm này để xử lý?"
          confirmLabel="Chuyển"
          reasonLabel="Vì sao cần xử lý"
          onConfirm={flag}
          onClose={() => setOpened(false)}
        >
          Chỉ người có thẩm quyền (Trưởng đoàn, Phó Trưởng đoàn Thường trực) thấy nội dung này. Sau khi chuyển, chính
          bạn cũng không xem lại được.
        </ConfirmDialog>
      )}
    </>
  )
}
