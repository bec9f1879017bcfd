import pg from 'pg'
import { migrate } from './platform/migrate.ts'

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

/** Remembers that the illustrative season is whole. */
export async function markFirstRunFinished(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client.query('create table migration.first_run as select now() as finished_at'))
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
