import { createHash } from 'node:crypto'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Keeps bytes by their SHA-256, so that the same file is stored once. */
export interface FileStore {
  /** Stores the bytes and returns their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array>
}

/** A store on disk below `folder`; keys are the hash alone, names stay in the database. */
export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!(await disk.exists(keyOf(sha256)))) await disk.put(keyOf(sha256), bytes)
      return sha256
    },
    get: (sha256) => disk.getBytes(keyOf(sha256)),
  }
}
