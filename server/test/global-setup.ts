import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { lockDataFolder } from '../src/platform/data-folder.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import { stopLeftovers } from '../src/platform/postgres-leftovers.ts'
import { templateDatabase } from './database.ts'

const prefix = 'kiem-tra-cchc-test-'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection string of the run's PostgreSQL, to the database `postgres`. */
    postgresUrl: string
  }
}

/** One PostgreSQL for the whole test run, with one migrated database that every test file clones. */
export default async function setup(project: TestProject) {
  await sweepKilledRuns()
  const dataDir = await mkdtemp(join(tmpdir(), prefix))
  const lock = await lockDataFolder(dataDir)
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false })
  const close = async () => {
    await server.stop()
    await lock.release()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const postgresUrl = Object.assign(new URL(server.url), { pathname: '/postgres' }).href
    const client = new pg.Client({ connectionString: postgresUrl })
    await client.connect()
    await client.query(`create database ${templateDatabase}`)
    await client.end()
    await migrate(Object.assign(new URL(server.url), { pathname: `/${templateDatabase}` }).href)
    project.provide('postgresUrl', postgresUrl)
  } catch (error) {
    await close()
    throw error
  }
  return close
}

/** A killed test run leaves its server running; whatever folder nobody holds any more is such a one. */
async function sweepKilledRuns() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    const age =
      Date.now() -
      (await stat(folder).then(
        (it) => it.mtimeMs,
        () => Date.now(),
      ))
    if (age < 60_000) continue
    const lock = await lockDataFolder(folder, 0).catch(() => undefined)
    if (!lock) continue
    await stopLeftovers(join(folder, 'postgres', 'cluster'))
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    await lock.release()
  }
}
