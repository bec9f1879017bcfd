import { changePassword } from '@cchc/domain/accounts/contract.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { PasswordField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'

const fewest = 10

/** Lets a person change their own password. */
export default function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [pressed, setPressed] = useState(false)
  const currentError = pressed && !current ? 'Nhập mật khẩu đang dùng.' : ''
  const nextError =
    pressed && next.length < fewest ? `Mật khẩu mới cần ít nhất ${fewest} ký tự. Hãy đặt một câu ngắn dễ nhớ.` : ''

  const change = async () => {
    setPressed(true)
    if (!current || next.length < fewest) return false
    await call(changePassword, { body: { currentPassword: current, newPassword: next } })
    toast({ tone: 'good', text: 'Đã đổi mật khẩu. Lần đăng nhập sau hãy dùng mật khẩu mới.' })
  }

  return (
    <FormDialog title="Đổi mật khẩu" onClose={onClose} onSubmit={change} submitLabel="Đổi mật khẩu">
      <PasswordField
        label="Mật khẩu đang dùng"
        required
        autoComplete="current-password"
        value={current}
        error={currentError}
        onChange={setCurrent}
      />
      <PasswordField
        label="Mật khẩu mới"
        required
        autoComplete="new-password"
        hint={`Ít nhất ${fewest} ký tự.`}
        value={next}
        error={nextError}
        onChange={setNext}
      />
    </FormDialog>
  )
}
