import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256 in hex. Browsers count it themselves on safe addresses only; offices reach the product over plain http too. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto ?? {}
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : countedHere(bytes)
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The same where the browser has none of its own. */
export const countedHere = (bytes: Uint8Array): Uint8Array => sha256(bytes)
