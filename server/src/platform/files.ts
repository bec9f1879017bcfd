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

/** Where bytes lie under a key; what is written is there whole or not at all. */
export interface Keeper {
  has(key: string): Promise<boolean>
  put(key: string, bytes: Uint8Array): Promise<void>
  putFile(key: string, path: string): Promise<void>
  get(key: string): Promise<Uint8Array>
  open(key: string): Promise<Readable>
  drop(key: string): Promise<void>
}

/** A store on disk below `folder`; keys are the hash alone, names stay in the database. */
export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  // Written aside first: a process that ends meanwhile leaves no half a file under a whole one's hash.
  const aside = async (key: string, write: (aside: string) => Promise<void>) => {
    const name = `aside/${randomUUID()}`
    await write(name)
    await disk.move(name, key)
  }
  const keeper: Keeper = {
    has: (key) => disk.exists(key),
    put: (key, bytes) => aside(key, (name) => disk.put(name, bytes)),
    putFile: (key, path) => aside(key, (name) => disk.putStream(name, createReadStream(path))),
    get: (key) => disk.getBytes(key),
    open: (key) => disk.getStream(key),
    drop: (key) => disk.delete(key),
  }
  return storeIn(keeper, folder)
}

/** A store wherever the keeper puts bytes; uploads under way lie below `folder`. */
export function storeIn(keeper: Keeper, folder: string): FileStore {
  const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!(await keeper.has(keyOf(sha256)))) await keeper.put(keyOf(sha256), bytes)
      return sha256
    },
    async putFile(path) {
      const sha256 = await hashOfFile(path)
      if (!(await keeper.has(keyOf(sha256)))) await keeper.putFile(keyOf(sha256), path)
      return sha256
    },
    get: (sha256) => keeper.get(keyOf(sha256)),
    open: (sha256) => keeper.open(keyOf(sha256)),
    drop: (sha256) => keeper.drop(keyOf(sha256)),
    uploads: openUploads(join(folder, 'uploads')),
  }
}

/** SHA-256 in hex of a file of this machine, read piece by piece. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
