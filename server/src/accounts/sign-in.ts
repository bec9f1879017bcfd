import type { signIn } from '@cchc/domain/accounts/contract.ts'
import type { PublicAct } from '../platform/serve.ts'
import { sessionView } from './session-view.ts'

/** Opens a session by username and password. */
export const signInByPassword: PublicAct<typeof signIn> = async (exchange, { body }) => {
  const cookies = await exchange.signIn.byPassword(body.username, body.password, exchange.headers)
  exchange.setCookies.push(...cookies)
  const viewer = await exchange.signIn.viewerOf(withCookies(exchange.headers, cookies))
  return sessionView(exchange.ground, viewer)
}

/** The request's headers as they would come with the cookies just set. */
export function withCookies(headers: Headers, cookies: string[]): Headers {
  const next = new Headers(headers)
  next.set('cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '))
  return next
}
