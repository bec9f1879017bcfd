import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { appRole } from './database.ts'
import { errorCode, errorText, StartProblem } from './start-problem.ts'
import { surviveBreaks } from './survive-breaks.ts'

const ownMigrations = join(import.meta.dirname, '..', '..', 'migrations')
const oldestMajor = 15

/**
 * Brings a database up to date: the SQL files `NNNN-name.sql` of the migrations folder, forward only, then the queue's own.
 * `ownerUrl` signs in a role that may create tables and roles. All new files run in one transaction under a lock, so two
 * servers that start at once do the work once and a failed file leaves the database as it was. Which files have run is kept
 * in the schema `migration`.
 *
 * Refuses with a `StartProblem`: unreachable, wrong password, too old a PostgreSQL, no right to create, a newer database.
 */
export async function migrate(ownerUrl: string, folder = ownMigrations): Promise<void> {
  await checkServer(ownerUrl)
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    options: '-c timezone=UTC -c client_min_messages=warning',
    max: 1,
  })
  surviveBreaks(pool)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(folder) },
      migrationTableSchema: 'migration',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw whyNotMigrated(error, results?.find(({ status }) => status === 'Error')?.migrationName)
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) })
    await openQueueToApp(db)
  } finally {
    await db.destroy()
  }
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.sql$/, ''),
      { up: async (db) => void (await sql.raw(await readFile(join(folder, file), 'utf8')).execute(db)) },
    ]),
  )
}

/**
 * Lets the application's role put jobs into the queue inside its own transaction, and nothing else: it cannot see the jobs.
 * `enqueue_job` runs with its owner's rights because the queue's tables are closed to others by row-level security.
 * Also makes the signed-in owner a member of the application's role, which it must be to work in that role.
 */
async function openQueueToApp(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      select pg_advisory_xact_lock(hashtext('kiem-tra-cchc queue'));
      create or replace function public.enqueue_job(
        task text, payload json, run_at timestamptz default null, max_attempts integer default null, job_key text default null
      ) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
        select graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key)
      $$;
      revoke execute on function public.enqueue_job from public;
      do $$ begin
        if exists (select from pg_roles where rolname = '${appRole}') then
          grant execute on function public.enqueue_job to ${appRole};
          if not pg_has_role(current_user, '${appRole}', 'member') then
            grant ${appRole} to current_user;
          end if;
        end if;
      end $$;
    `)
    .execute(db)
}

/** Looks at the server before anything is done to it, so that a wrong setting gets its own sentence. */
async function checkServer(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const major = Number.parseInt(rows[0]!.server_version, 10)
    if (major < oldestMajor) {
      throw new StartProblem(
        `PostgreSQL của DATABASE_URL là phiên bản ${rows[0]!.server_version}; cần phiên bản ${oldestMajor} trở lên.`,
      )
    }
  } catch (error) {
    throw error instanceof StartProblem ? error : whyNotConnected(error, ownerUrl)
  } finally {
    // Not waited for: a server that hangs must not hang the sentence about it.
    client.end().catch(() => undefined)
  }
}

function whyNotConnected(error: unknown, ownerUrl: string): StartProblem {
  const { host, username, pathname } = new URL(ownerUrl)
  const name = decodeURIComponent(pathname.slice(1))
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new StartProblem(
        `PostgreSQL tại ${host} không nhận tài khoản "${username}": sai mật khẩu hoặc chưa được phép. Hãy xem lại DATABASE_URL.`,
      )
    case '3D000':
      return new StartProblem(
        `PostgreSQL tại ${host} không có cơ sở dữ liệu "${name}". Hãy tạo nó hoặc xem lại DATABASE_URL.`,
      )
    default:
      return new StartProblem(
        `Không kết nối được tới PostgreSQL tại ${host} (${errorText(error)}). Hãy xem lại DATABASE_URL.`,
      )
  }
}

function whyNotMigrated(error: unknown, file: string | undefined): StartProblem {
  if (errorCode(error) === '42501') {
    return new StartProblem(
      `Tài khoản trong DATABASE_URL chưa đủ quyền (${errorText(error)}). Cần là chủ cơ sở dữ liệu đó và được tạo vai trò: alter role … createrole.`,
    )
  }
  if (errorText(error).startsWith('corrupted migrations')) {
    return new StartProblem(
      'Cơ sở dữ liệu đã được một phiên bản phần mềm khác nâng cấp. Hãy chạy phiên bản mới nhất của phần mềm.',
    )
  }
  return new StartProblem(`Không nâng cấp được cơ sở dữ liệu${file ? ` ở bước ${file}` : ''}: ${errorText(error)}.`)
}
