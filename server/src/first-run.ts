import pg from 'pg'
import type { Ground } from './platform/context.ts'
import { migrate } from './platform/migrate.ts'
import type { SignIn } from './platform/sign-in.ts'
import { StartProblem } from './platform/start-problem.ts'
import { seedInstallation } from './seed/seed-installation.ts'

/** A way in that is printed when the product starts: whose it is, and the path below the product's address. */
export interface PrintedLink {
  readonly title: string
  readonly path: string
}

/**
 * Fills an empty installation with the illustrative season; one that has been set up (`cchc init`, or an earlier start) is
 * left alone. Answers with the sign-in links to print, which there are on the first run only.
 *
 * A production start (`NODE_ENV=production`) refuses an illustrative installation: its accounts are for show.
 */
export async function firstRun(
  ownerUrl: string,
  ground: Ground,
  _signIn: SignIn,
  log: (line: string) => void,
): Promise<PrintedLink[]> {
  const settings = await ground.database.selectFrom('settings').select('illustrative').executeTakeFirst()
  if (process.env.NODE_ENV === 'production' && (settings?.illustrative ?? true)) {
    throw new StartProblem(
      'Chạy thật (NODE_ENV=production) không dùng dữ liệu và tài khoản minh họa. Hãy tạo một bản sạch trước: DATA_DIR=… npx cchc init',
    )
  }
  if (settings) return []
  log('Lần chạy đầu: đang nạp dữ liệu minh họa…')
  await seedInstallation(ground.database, { illustrative: true, fixedToday: '2026-09-15' })
  await asOwner(ownerUrl, (client) => client.query('create table migration.first_run as select now() as finished_at'))
  return []
}

/**
 * The illustrative season is made through many transactions; where an earlier first run was cut off (Ctrl-C, power) the
 * database is emptied, so that this run makes it whole. Only ever touches an illustrative installation that was not finished.
 */
export async function undoBrokenFirstRun(ownerUrl: string, log: (line: string) => void): Promise<void> {
  const broken = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select to_regclass('migration.first_run') is null and exists (select from settings where illustrative) as broken",
    )
    if (!rows[0].broken) return false
    await client.query('drop schema public, auth, graphile_worker, migration cascade; create schema public')
    return true
  })
  if (!broken) return
  log('Lần chạy đầu trước đây bị ngắt giữa chừng nên làm lại từ đầu.')
  await migrate(ownerUrl)
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c client_min_messages=warning' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
