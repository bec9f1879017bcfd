import { type Viewer, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { record } from './audit.ts'
import { type Clock, calendarDay } from './clock.ts'
import type { FileStore } from './files.ts'
import { enqueue, type When } from './jobs.ts'
import type { Mailer } from './mail.ts'
import { type News, tellNewsSoon } from './news.ts'
import type { Scanner } from './scanner.ts'
import type { DB } from './schema.ts'
import { readSettings, type Settings } from './settings.ts'

export type Db = Transaction<DB>

/** What every act is given: one open transaction and everything that comes from outside. */
export interface Context {
  readonly db: Db
  readonly viewer: Viewer
  /** The instant of this request, ISO 8601 in UTC. */
  readonly now: string
  /** The product's today in Asia/Ho_Chi_Minh. */
  readonly today: CalendarDate
  readonly settings: Settings
  readonly files: FileStore
  /** The virus scanner, where one is set. */
  readonly scanner?: Scanner
  readonly mail: Mailer
  /** Writes one audit event in this transaction. `inspectionId` ties it to an inspection, so that only those who may know that one can read it. */
  record(
    action: string,
    subjectId: string,
    details?: Record<string, unknown>,
    inspectionId?: string | null,
  ): Promise<void>
  /** Tells all server processes, once this transaction has committed; what they are not told, pages ask for within a minute. */
  tell(news: News): void
  /** Queues a job in this transaction: it runs if and only if the transaction commits. */
  enqueue(task: string, payload: Record<string, unknown>, when?: When): Promise<void>
}

/** The parts of the house that requests, jobs and the command line share. */
export interface Ground {
  readonly database: Kysely<DB>
  readonly clock: Clock
  readonly files: FileStore
  readonly mail: Mailer
  /** The virus scanner, where one is set. */
  readonly scanner?: Scanner
}

/**
 * Opens the one transaction of a request, job or command; tells PostgreSQL who is looking; commits if `work` returns.
 * `now` overrides the clock, for a season that is made at its own dates.
 */
export async function withContext<T>(
  ground: Ground,
  viewer: Viewer,
  work: (context: Context) => Promise<T>,
  options: { readOnly?: boolean; now?: string } = {},
): Promise<T> {
  const begin = ground.database.transaction()
  const news: News[] = []
  const done = await (options.readOnly ? begin.setAccessMode('read only') : begin).execute(async (db) => {
    const settings = await lookAs(db, viewer)
    const now = options.now ?? nowOf(ground.clock, settings.fixedToday)
    return work({
      db,
      viewer,
      now,
      today: calendarDay(new Date(now)),
      settings,
      files: ground.files,
      ...(ground.scanner ? { scanner: ground.scanner } : {}),
      mail: ground.mail,
      record: (action, subjectId, details = {}, inspectionId = null) =>
        record(db, { at: now, personId: viewer.personId, action, subjectId, inspectionId, details }),
      enqueue: (task, payload, when) => enqueue(db, task, { ...payload, personId: viewer.personId }, when),
      tell: (piece) => void news.push(piece),
    })
  })
  if (news.length > 0) tellNewsSoon(ground.database, news)
  return done
}

/** Names the viewer to row-level security for the rest of the transaction, and reads the installation's settings on the way. */
export async function lookAs(db: Db, viewer: Viewer): Promise<Settings> {
  const unit = worksForInspectedUnit(viewer) ? (viewer.unitCode ?? '-') : ''
  const named = sql<string>`set_config('cchc.person_id', ${viewer.personId}, true) || set_config('cchc.unit_code', ${unit}, true)`
  return readSettings(db, named)
}

/** The present as ISO 8601 in UTC; an illustrative season keeps the time of day and stands on its own fixed day (Asia/Ho_Chi_Minh). */
export function nowOf(clock: Clock, fixedToday: CalendarDate | null): string {
  const real = clock.now()
  if (!fixedToday) return real.toISOString()
  const timeOfDay = new Date(real.getTime() + 7 * 3_600_000).toISOString().slice(11)
  return new Date(`${fixedToday}T${timeOfDay.replace('Z', '+07:00')}`).toISOString()
}
