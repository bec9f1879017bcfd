import { randomBytes } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivately } from './postgres-cluster.ts'

/** The key that signs session cookies: made once, kept in the data folder, readable by this user alone. */
export async function readSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (kept.length >= 32) {
    await chmod(file, 0o600).catch(() => undefined)
    return kept
  }
  const secret = randomBytes(32).toString('hex')
  await writePrivately(file, `${secret}\n`)
  return secret
}
