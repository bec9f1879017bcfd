import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@cchc/domain/refusals.ts'

/** Where the bytes of uploads lie until they have all come and have been looked into. */
export interface Uploads {
  readonly folder: string
  /** The file of an upload; ids are UUIDs and nothing else. */
  pathOf(uploadId: string): string
  /** Bytes that have come so far; null where there is no such upload. */
  sizeOf(uploadId: string): Promise<number | null>
  /** A fresh path for what is made of an upload; `remove` takes it away with it. */
  besides(uploadId: string, what: string): Promise<string>
  remove(uploadId: string): Promise<void>
  /** Does heavy work on files, two pieces at a time; refuses with `too-many-requests` when too many wait already. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const AT_ONCE = 2
/** Each that waits holds a connection to the database. */
const MOST_WAITING = 6

export function openUploads(folder: string): Uploads {
  const pathOf = (uploadId: string) => {
    if (!uuid.test(uploadId)) throw new Refusal('no-such-upload')
    return join(folder, uploadId)
  }
  let running = 0
  const waiting: (() => void)[] = []
  return {
    folder,
    pathOf,
    sizeOf: (uploadId) =>
      stat(pathOf(uploadId)).then(
        ({ size }) => size,
        () => null,
      ),
    async besides(uploadId, what) {
      await mkdir(folder, { recursive: true })
      return `${pathOf(uploadId)}.${what}`
    },
    async remove(uploadId) {
      const path = pathOf(uploadId)
      for (const ending of ['', '.json', '.clean', '.preview']) await rm(`${path}${ending}`, { force: true })
    },
    async inTurn(work) {
      if (running >= AT_ONCE) {
        if (waiting.length >= MOST_WAITING) throw new Refusal('too-many-requests')
        await new Promise<void>((go) => waiting.push(go))
      } else running += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
