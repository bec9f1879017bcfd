import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres.ts'
import { migrate } from '../server/src/platform/migrate.ts'

/**
 * Writes `server/src/platform/schema.ts`, the types of the migrated database, from a throw-away PostgreSQL.
 * With `--check` it writes nothing and fails when the file is out of date.
 */
const root = join(import.meta.dirname, '..')
const target = join(root, 'server', 'src', 'platform', 'schema.ts')

const dataDir = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-schema-'))
try {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false })
  try {
    await migrate(server.url)
    const fresh = await generate(server.url)
    const kept = await readFile(target, 'utf8').catch(() => '')
    if (process.argv.includes('--check')) {
      if (fresh !== kept) {
        console.error('server/src/platform/schema.ts is out of date: run "npm run generate".')
        process.exitCode = 1
      }
    } else if (fresh !== kept) await writeFile(target, fresh)
  } finally {
    await server.stop()
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

async function generate(url: string): Promise<string> {
  const file = join(dataDir, 'schema.ts')
  const options = {
    dialect: 'postgres',
    url,
    'out-file': file,
    'date-parser': 'string',
    'numeric-parser': 'number',
    // `openDatabase` reads int8 as a number.
    'type-mapping': JSON.stringify({ int8: 'number', date: 'string', timestamptz: 'string' }),
    'exclude-pattern': '{migration,graphile_worker}.*',
    'log-level': 'error',
  }
  const args = ['--camel-case', ...Object.entries(options).flatMap(([key, value]) => [`--${key}`, value])]
  const program = join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`kysely-codegen failed: ${stderr}${stdout}`)
  return readFile(file, 'utf8')
}
