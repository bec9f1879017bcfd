import { signIn } from '@cchc/domain/accounts/contract.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { call } from '../platform/api.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { enterSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { PasswordField, TextField } from '../ui/TextFields.tsx'
import styles from './SignIn.module.css'
import { SignInFrame } from './SignInFrame.tsx'

/** Only a place inside the product: an address that names another site would lead people away after signing in. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}

/** Sign-in with username and password; afterwards the person stands where they wanted to go. */
export function SignInPage({ banner, mark }: { banner: ReactNode; mark: ReactNode }) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false }) as { next?: unknown }

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setFailure('')
    if (!username.trim() || !password) {
      setMissing(true)
      const field = form.current?.elements[username.trim() ? 1 : 0]
      if (field instanceof HTMLElement) field.focus()
      return
    }
    setBusy(true)
    try {
      enterSession(await call(signIn, { body: { username: username.trim(), password } }))
      await navigate({ to: safeNext(next), replace: true })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <SignInFrame banner={banner} mark={mark} title="Đăng nhập">
      <form ref={form} className={styles.form} onSubmit={enter} noValidate>
        {failure && (
          <Message kind="error" live>
            {failure}
          </Message>
        )}
        <TextField
          label="Tên đăng nhập"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={username}
          error={missing && !username.trim() ? 'Nhập tên đăng nhập mà quản trị hệ thống đã cấp cho bạn.' : ''}
          onChange={setUsername}
        />
        <PasswordField
          label="Mật khẩu"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          error={missing && !password ? 'Nhập mật khẩu.' : ''}
          onChange={setPassword}
        />
        <Button type="submit" kind="primary" wide busy={busy}>
          {busy ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </Button>
        <p className={styles.help}>Quên mật khẩu hoặc chưa có tài khoản: liên hệ quản trị hệ thống.</p>
      </form>
    </SignInFrame>
  )
}
