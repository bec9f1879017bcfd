import { createHash } from 'node:crypto'
import type { signInByLink as contract } from '@cchc/domain/accounts/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { PublicAct } from '../platform/serve.ts'
import { sessionView } from './session-view.ts'
import { withCookies } from './sign-in.ts'

/** Opens a session by a first-run link; the link works on the machine that runs the product and nowhere else. */
export const signInByLink: PublicAct<typeof contract> = async (exchange, { body }) => {
  if (!exchange.fromThisMachine) throw new Refusal('link-not-valid')
  const link = await exchange.ground.database
    .selectFrom('signInLinks')
    .select('personId')
    .where('tokenSha256', '=', sha256(body.token))
    .where('expiresAt', '>', exchange.ground.clock.now().toISOString())
    .executeTakeFirst()
  if (!link) throw new Refusal('link-not-valid')
  const cookies = await exchange.signIn.asPerson(link.personId, exchange.headers)
  exchange.setCookies.push(...cookies)
  return sessionView(exchange.ground, await exchange.signIn.viewerOf(withCookies(exchange.headers, cookies)))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
