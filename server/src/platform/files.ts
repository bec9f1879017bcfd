import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { openUploads, type Uploads } from './uploads.ts'

/** Keeps bytes by their SHA-256, so that the same file is stored once. */
export interface FileStore {
  /** Stores the bytes and returns their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** Stores a file of this machine without reading it whole into memory and returns its SHA-256 in hex. */
  putFile(path: string): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  /** The same as a stream. */
  open(sha256: string): Promise<Readable>
  /** Forgets the bytes; whoever asks must know that nothing keeps them any more. */
  drop(sha256: string): Promise<void>
  /** What is being sent and is not kept yet; always on this machine. */
  readonly uploads: Uploads
}

const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`

/** A store on disk below `folder`; keys are the hash alone, names stay in the database. */
export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  // Written aside first: a process that ends meanwhile leaves no half a file under a whole one's hash.
  const keep = async (sha256: string, write: (key: string) => Promise<void>) => {
    if (await disk.exists(keyOf(sha256))) return
    const aside = `aside/${randomUUID()}`
    await write(aside)
    await disk.move(aside, keyOf(sha256))
  }
  return storeOn(disk, keep, openUploads(join(folder, 'uploads')))
}

/** A store on an S3-compatible service; see `openObjectStore`. */
export function storeOnObjects(disk: Disk, folder: string): FileStore {
  // An object is there whole or not at all.
  const keep = async (sha256: string, write: (key: string) => Promise<void>) => {
    if (!(await disk.exists(keyOf(sha256)))) await write(keyOf(sha256))
  }
  return storeOn(disk, keep, openUploads(join(folder, 'uploads')))
}

function storeOn(
  disk: Disk,
  keep: (sha256: string, write: (key: string) => Promise<void>) => Promise<void>,
  uploads: Uploads,
): FileStore {
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await keep(sha256, (key) => disk.put(key, bytes))
      return sha256
    },
    async putFile(path) {
      const sha256 = await hashOfFile(path)
      await keep(sha256, (key) => disk.putStream(key, createReadStream(path)))
      return sha256
    },
    get: (sha256) => disk.getBytes(keyOf(sha256)),
    open: (sha256) => disk.getStream(keyOf(sha256)),
    drop: (sha256) => disk.delete(keyOf(sha256)),
    uploads,
  }
}

/** SHA-256 in hex of a file of this machine, read piece by piece. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
