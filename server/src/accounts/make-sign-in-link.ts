import { randomBytes } from 'node:crypto'
import type { Ground } from '../platform/context.ts'
import { sha256 } from './sign-in-by-link.ts'

/** Makes a link token for a person, good for the given number of days; only its hash is kept. */
export async function makeSignInLink(ground: Ground, personId: string, days: number): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(ground.clock.now().getTime() + days * 86_400_000).toISOString()
  await ground.database
    .insertInto('signInLinks')
    .values({ tokenSha256: sha256(token), personId, expiresAt })
    .execute()
  return token
}
