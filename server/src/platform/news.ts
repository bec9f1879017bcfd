import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import type { DB } from './schema.ts'

/** The channel on which server processes over one database tell each other what was committed. */
const channel = 'cchc_news'

const Person = z.object({ personId: z.guid(), fullName: z.string(), tab: z.string(), itemKey: z.string().nullable() })

/**
 * One piece of news: where something happened, never what was written. It is told by the triggers of migration 0017 and by
 * acts (`Context.tell`), and only of what has been committed.
 */
const News = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('answers'),
    selfReportId: z.guid(),
    /** Item key → revision; null when they are too many to name. */
    items: z.record(z.string(), z.number()).nullable(),
  }),
  z.object({ of: z.literal('report'), selfReportId: z.guid() }),
  z.object({ of: z.literal('presence'), selfReportId: z.guid(), person: Person, here: z.boolean() }),
  /** A person's rights have changed, or one of their sessions has ended. */
  z.object({ of: z.literal('person'), personId: z.guid() }),
])
export type News = z.infer<typeof News>

/** `missed`: the connection has just been opened, again or for the first time; what was told before has not been heard. */
export type Heard = News | { readonly of: 'missed' }

/** The ear of this process: one connection that listens, shared by all who want to hear. */
export interface NewsDesk {
  /**
   * Opens the connection and keeps it open, however often it breaks; asked again, it opens no other. Settled once the news is
   * heard for the first time, or the desk closes.
   */
  listen(): Promise<void>
  /** Tells the listener all news while the connection is open; gives the way to stop. */
  hear(listener: (news: Heard) => void): () => void
  close(): Promise<void>
}

/**
 * Tells all processes: in a transaction when it commits, else at once. A transaction that notifies holds up the commits of all
 * others that do, so what is told often (`Context.tell`) is told right after its transaction and not in it.
 */
export async function tellNews(db: Kysely<DB>, ...news: readonly News[]): Promise<void> {
  const pieces = news.map((piece) => JSON.stringify(piece))
  await sql`select pg_notify(${channel}, piece) from unnest(${pieces}::text[]) as piece`.execute(db)
}

interface Outbox {
  readonly waiting: Map<string, News>
  isUnderway: boolean
}
const outboxes = new WeakMap<Kysely<DB>, Outbox>()

/**
 * Tells all processes without anybody waiting for it. What comes while news is on its way goes together with the next, the same
 * piece once, so that a busy server commits them now and then and not once a save. What cannot be told is lost: what it tells
 * of stands, and is found by the next who asks.
 */
export function tellNewsSoon(db: Kysely<DB>, news: readonly News[]): void {
  const outbox = outboxes.get(db) ?? { waiting: new Map<string, News>(), isUnderway: false }
  outboxes.set(db, outbox)
  for (const piece of news) outbox.waiting.set(JSON.stringify(piece), piece)
  if (!outbox.isUnderway) void empty(db, outbox)
}

async function empty(db: Kysely<DB>, outbox: Outbox): Promise<void> {
  outbox.isUnderway = true
  while (outbox.waiting.size > 0) {
    const news = [...outbox.waiting.values()]
    outbox.waiting.clear()
    await tellNews(db, ...news).catch(() => undefined)
  }
  outbox.isUnderway = false
}

/** Hears nothing: for an application that serves no streams. */
export const deafNewsDesk: NewsDesk = {
  listen: async () => undefined,
  hear: () => () => undefined,
  close: async () => undefined,
}

const longestPauseMs = 5_000

/** A desk over the owner's connection string; nothing is opened before somebody listens. */
export function openNewsDesk(url: string): NewsDesk {
  const listeners = new Set<(news: Heard) => void>()
  const closing = new AbortController()
  let client: pg.Client | undefined
  let keeping: Promise<void> | undefined
  const listening = Promise.withResolvers<void>()

  const tell = (news: Heard) => {
    for (const listener of listeners) listener(news)
  }

  /** Listens on one connection until it breaks or the desk closes. */
  const listenOnce = async (onListening: () => void) => {
    const own = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = own
    const broken = new Promise<void>((resolve) => {
      own.once('end', resolve)
      // Unheard, the event would end the process.
      own.on('error', () => resolve())
    })
    own.on('notification', ({ payload }) => {
      const news = read(payload)
      if (news) tell(news)
    })
    try {
      await own.connect()
      await own.query(`listen ${channel}`)
      onListening()
      await broken
    } finally {
      await own.end().catch(() => undefined)
    }
  }

  const keepListening = async () => {
    for (let pause = 100; !closing.signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      await listenOnce(() => {
        tell({ of: 'missed' })
        pause = 50
        listening.resolve()
      }).catch(() => undefined)
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  return {
    listen() {
      if (!closing.signal.aborted) keeping ??= keepListening()
      return listening.promise
    },
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closing.abort()
      listening.resolve()
      await client?.end().catch(() => undefined)
      await keeping
    },
  }
}

/** What another version of the product tells and this one does not know is left out. */
function read(payload: string | undefined): News | undefined {
  try {
    return News.safeParse(JSON.parse(payload ?? '')).data
  } catch {
    return undefined
  }
}
