import { roles as allRoles, type Role, roleNames, rolesApart } from '@cchc/domain/access/permissions.ts'
import { type AccountView, createAccount, updateAccount } from '@cchc/domain/accounts/contract.ts'
import { listUnits } from '@cchc/domain/units/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
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
  const [pressed, setPressed] = useState(false)

  const faults = faultsOf({ fullName, post, roles, login: account ? null : { username, password } })
  /** Told under each field once the person has tried to save. */
  const wrong = pressed ? faults : {}

  const save = async () => {
    setPressed(true)
    if (Object.keys(faults).length > 0) return false
    const body = {
      fullName,
      post,
      email: email.trim() || null,
      phone: phone.trim() || null,
      roles: [...roles],
      unitCode,
    }
    if (account) await call(updateAccount, { params: { personId: account.personId }, body: { ...body, disabled } })
    else await call(createAccount, { body: { ...body, username, password } })
    await queries.invalidateQueries({ queryKey: ['accounts'] })
    toast({
      tone: 'good',
      text: account
        ? `Đã lưu tài khoản ${fullName}.`
        : `Đã thêm tài khoản ${fullName}. Gửi tên đăng nhập và mật khẩu đầu cho người dùng qua kênh riêng.`,
    })
  }

  return (
    <FormDialog
      title={account ? `Sửa tài khoản ${account.fullName}` : 'Thêm tài khoản'}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu tài khoản"
    >
      <TextField
        label="Họ và tên"
        required
        value={fullName}
        error={wrong.fullName}
        onChange={setFullName}
        autoComplete="off"
      />
      <TextField label="Chức vụ" required value={post} error={wrong.post} onChange={setPost} autoComplete="off" />
      <ComboField
        label="Nơi làm việc"
        hint="Người của đơn vị được kiểm tra chỉ thấy hồ sơ của đơn vị ghi ở đây."
        value={unitCode}
        onChange={setUnitCode}
        options={(data?.units ?? []).map(({ code, fullName: label }) => ({ value: code, label }))}
        placeholder="Gõ tên đơn vị"
      />
      <CheckGroup label="Vai trò" required error={wrong.roles}>
        {allRoles.map((role) => (
          <CheckField
            key={role}
            label={roleNames[role]}
            checked={roles.includes(role)}
            onChange={(checked) => setRoles(checked ? [...roles, role] : roles.filter((held) => held !== role))}
          />
        ))}
      </CheckGroup>
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
            error={wrong.username}
            onChange={setUsername}
            hint="Chữ thường không dấu, số, dấu chấm, gạch; từ 3 ký tự."
            autoComplete="off"
          />
          <PasswordField
            label="Mật khẩu đầu"
            required
            value={password}
            error={wrong.password}
            onChange={setPassword}
            hint="Ít nhất 10 ký tự; người dùng nên đổi ngay."
            autoComplete="new-password"
          />
        </>
      )}
    </FormDialog>
  )
}

interface Written {
  fullName: string
  post: string
  roles: readonly Role[]
  /** Null for an account that exists already. */
  login: { username: string; password: string } | null
}

/** What is missing or too short, each with how to mend it. */
function faultsOf({ fullName, post, roles, login }: Written) {
  const faults: Partial<Record<'fullName' | 'post' | 'roles' | 'username' | 'password', string>> = {}
  if (!fullName.trim()) faults.fullName = 'Ghi họ và tên đầy đủ, có dấu.'
  if (!post.trim()) faults.post = 'Ghi chức vụ, ví dụ “Công chức Văn phòng – Thống kê”.'
  const apart = rolesApart(roles)
  if (roles.length === 0) faults.roles = 'Chọn ít nhất một vai trò.'
  else if (apart)
    faults.roles = `Không giữ cùng lúc “${roleNames[apart[0]]}” và “${roleNames[apart[1]]}”: bỏ một vai trò hoặc tạo hai tài khoản.`
  if (login && !/^[a-z0-9._-]{3,50}$/.test(login.username.trim()))
    faults.username = 'Đặt tên từ 3 ký tự, chỉ gồm chữ thường không dấu, số, dấu chấm, gạch.'
  if (login && login.password.length < 10) faults.password = 'Đặt mật khẩu từ 10 ký tự.'
  return faults
}
