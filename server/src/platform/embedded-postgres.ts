import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findPostgres } from './postgres-binaries.ts'
import { openHome, osUserFor, ownerRole, prepareCluster, writePrivately } from './postgres-cluster.ts'
import { stopLeftovers } from './postgres-leftovers.ts'
import { startServer } from './postgres-server.ts'
import type { StartProblem } from './start-problem.ts'

export type EmbeddedPostgres = {
  /** Connection string of the owner role; it stays valid when the server had to be restarted. */
  url: string
  /** Ends the server with a clean shutdown; harmless when called again. */
  stop(): Promise<void>
}

type Options = {
  dataDir: string
  log: (line: string) => void
  /** Called once when the server died and could not be brought back; without it a dead server stays dead. */
  onLost?: (problem: StartProblem) => void
  /** `false` trades safety against power cuts for speed: for tests only. */
  durable?: boolean
}

const database = 'cchc'

/**
 * Starts the PostgreSQL that comes with `npm ci` on `<dataDir>/postgres`, making the cluster on first use: UTF-8, Vietnamese
 * sort order (ICU `vi`), data checksums, reachable on 127.0.0.1 only and with a random password only. The password and the
 * present address are kept in `<dataDir>/postgres.json` (mode 600), where the command line finds a running server.
 *
 * As root PostgreSQL runs as another OS user (`osUserFor`), which may not be able to enter the folders above: its working
 * directory is entered before the user changes and is all it ever needs of the data, so these stay in `dataDir`.
 *
 * The caller holds the lock of the data folder (`data-folder.ts`). Refuses with a `StartProblem`.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  onLost,
  durable = true,
}: Options): Promise<EmbeddedPostgres> {
  const home = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres.json')
  const user = await osUserFor(home)
  const binaries = await findPostgres(user, log)
  await openHome(home, user)
  await stopLeftovers(join(home, 'cluster'))
  const password = await prepareCluster(home, passwordFile, binaries, user, durable)
  const server = await startServer({ home, postgres: binaries.postgres, user, durable })
  try {
    const urlOf = (name: string) => `postgres://${ownerRole}:${password}@127.0.0.1:${server.port}/${name}`
    await ensureDatabase(urlOf('postgres'))
    const url = urlOf(database)
    await writePrivately(passwordFile, JSON.stringify({ password, url }))
    if (onLost) server.keepAlive(log, onLost)
    return { url, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Where the embedded PostgreSQL of a data folder listens, or did when it last ran; undefined when it never ran. */
export async function lastEmbeddedUrl(dataDir: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as { url?: string }).url
  } catch {
    return undefined
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
