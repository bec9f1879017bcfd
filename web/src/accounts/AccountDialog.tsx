import { roles as allRoles, type Role, roleNames } from '@cchc/domain/access/permissions.ts'
import { type AccountView, createAccount, updateAccount } from '@cchc/domain/accounts/contract.ts'
import { listUnits } from '@cchc/domain/units/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { PasswordField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'

/** Adds a person with a first password, or changes one's details, roles and lock. */
export function AccountDialog({ account, onClose }: { account: AccountView | null; onClose: () => void }) {
  const { data } = useQuery({ queryKey: ['units'], queryFn: ({ signal }) => call(listUnits, { query: {}, signal }) })
  const [fullName, setFullName] = useState(account?.fullName ?? '')
  const [post, setPost] = useState(account?.post ?? '')
  const [email, setEmail] = useState(account?.email ?? '')
  const [phone, setPhone] = useState(account?.phone ?? '')
  const [roles, setRoles] = useState<readonly Role[]>(account?.roles ?? [])
  const [unitCode, setUnitCode] = useState<string | null>(account?.unitCode ?? null)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [disabled, setDisabled] = useState(account?.disabled ?? false)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const save = async () => {
    if (roles.length === 0) return setProblem('Chọn ít nhất một vai trò.')
    const body = {
      fullName,
      post,
      email: email.trim() || null,
      phone: phone.trim() || null,
      roles: [...roles],
      unitCode,
    }
    setBusy(true)
    try {
      if (account) await call(updateAccount, { params: { personId: account.personId }, body: { ...body, disabled } })
      else await call(createAccount, { body: { ...body, username, password } })
      await queries.invalidateQueries({ queryKey: ['accounts'] })
      toast({
        tone: 'good',
        text: account
          ? `Đã lưu tài khoản ${fullName}.`
          : `Đã thêm tài khoản ${fullName}. Gửi tên đăng nhập và mật khẩu đầu cho người dùng qua kênh riêng.`,
      })
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={account ? `Sửa tài khoản ${account.fullName}` : 'Thêm tài khoản'}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" type="submit" busy={busy}>
            Lưu tài khoản
          </Button>
        </>
      }
    >
      <TextField label="Họ và tên" required value={fullName} onChange={setFullName} autoComplete="off" />
      <TextField label="Chức vụ" required value={post} onChange={setPost} autoComplete="off" />
      <ComboField
        label="Nơi làm việc"
        value={unitCode}
        onChange={setUnitCode}
        options={(data?.units ?? []).map(({ code, fullName: label }) => ({ value: code, label }))}
        placeholder="Gõ tên đơn vị"
      />
      <fieldset>
        <legend>Vai trò</legend>
        {allRoles.map((role) => (
          <CheckField
            key={role}
            label={roleNames[role]}
            checked={roles.includes(role)}
            onChange={(checked) => setRoles(checked ? [...roles, role] : roles.filter((held) => held !== role))}
          />
        ))}
      </fieldset>
      <TextField label="Thư điện tử" type="email" value={email} onChange={setEmail} autoComplete="off" />
      <TextField label="Điện thoại" type="tel" value={phone} onChange={setPhone} autoComplete="off" />
      {account ? (
        <CheckField label="Khóa tài khoản này" checked={disabled} onChange={setDisabled} />
      ) : (
        <>
          <TextField
            label="Tên đăng nhập"
            required
            value={username}
            onChange={setUsername}
            hint="Chữ thường không dấu, số, dấu chấm, gạch; từ 3 ký tự."
            autoComplete="off"
          />
          <PasswordField
            label="Mật khẩu đầu"
            required
            value={password}
            onChange={setPassword}
            hint="Ít nhất 10 ký tự; người dùng nên đổi ngay."
            autoComplete="new-password"
          />
        </>
      )}
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </Dialog>
  )
}
