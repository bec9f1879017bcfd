import { signInByLink } from '@cchc/domain/accounts/contract.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../platform/api.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { enterSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SignInFrame } from './SignInFrame.tsx'

/** Takes a first-run link's token from the address, signs in with it and goes home; else says why not. */
export function SignInByLinkPage({ banner, mark }: { banner: ReactNode; mark: ReactNode }) {
  const { token } = useSearch({ strict: false }) as { token?: unknown }
  const [failure, setFailure] = useState('')
  const navigate = useNavigate()

  useEffect(() => {
    let left = false
    call(signInByLink, { body: { token: String(token ?? '') } }).then(
      (session) => {
        if (left) return
        enterSession(session)
        void navigate({ to: '/', replace: true })
      },
      (error: unknown) => !left && setFailure(sentenceOf(error)),
    )
    return () => {
      left = true
    }
  }, [token, navigate])

  return (
    <SignInFrame banner={banner} mark={mark} title="Đăng nhập bằng đường dẫn">
      {failure ? (
        <>
          <Message kind="error" live>
            {failure}
          </Message>
          <ButtonLink kind="primary" to="/sign-in" wide>
            Đăng nhập bằng tài khoản
          </ButtonLink>
        </>
      ) : (
        <Skeleton lines={3} label="Đang đăng nhập" />
      )}
    </SignInFrame>
  )
}
