import { join } from 'node:path'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Ground } from './platform/context.ts'
import { lockDataFolder, prepareDataFolder } from './platform/data-folder.ts'
import { openDatabase, sortsVietnamese } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { openFileStore } from './platform/files.ts'
import { openMailer } from './platform/mail.ts'
import { migrate } from './platform/migrate.ts'
import type { Openings } from './platform/openings.ts'
import { openScanner } from './platform/scanner.ts'
import { readSecret } from './platform/secret.ts'
import type { SignIn } from './platform/sign-in.ts'
import { errorText, type StartProblem } from './platform/start-problem.ts'

/** Who is told what happens to the ground while it is open. */
export interface Terminal {
  log(line: string): void
  /** The program cannot go on although it had started, e.g. its database died for good. */
  onLost(problem: StartProblem): void
}

/**
 * Opens an installation for this process alone: data folder, PostgreSQL brought up to date, files, sign-in. What it opened is
 * kept in `opened`. `prepare` sees the migrated database before the application connects to it. Refuses with a `StartProblem`.
 */
export async function openGround(
  config: Config,
  opened: Openings,
  terminal: Terminal,
  prepare: (ownerUrl: string) => Promise<void> = async () => undefined,
): Promise<{ ground: Ground; signIn: SignIn; ownerUrl: string }> {
  const { dataDir, publicUrl } = config
  await prepareDataFolder(dataDir)
  await opened.open(lockDataFolder(dataDir), (lock) => lock.release())
  const embedded = async () =>
    (await opened.open(startEmbeddedPostgres({ dataDir, ...terminal }), (server) => server.stop())).url
  const ownerUrl = config.databaseUrl ?? (await embedded())
  await migrate(ownerUrl)
  await prepare(ownerUrl)
  const database = await opened.open(openDatabase(ownerUrl), (it) => it.destroy())
  if (!(await patiently(() => sortsVietnamese(database)))) {
    terminal.log(
      "Cơ sở dữ liệu này không sắp xếp theo tiếng Việt, nên danh sách sẽ sai thứ tự. Nên tạo nó bằng: create database … locale_provider icu icu_locale 'vi' template template0",
    )
  }
  const mail = await opened.open(Promise.resolve(openMailer(config)), async (it) => it.close())
  const filesFolder = join(dataDir, 'files')
  // The client of the object store is loaded only where there is one.
  const files = config.s3
    ? await (await import('./platform/object-store.ts')).openObjectStore(config.s3, filesFolder)
    : openFileStore(filesFolder)
  const scanner = config.clamav ? { scanner: openScanner(config.clamav) } : {}
  const ground: Ground = { database, clock: systemClock, files, mail, ...scanner }
  const door = {
    databaseUrl: ownerUrl,
    secret: await readSecret(dataDir),
    baseUrl: publicUrl,
    database,
    secureCookies: publicUrl.startsWith('https:'),
  }
  const { openSignIn } = await import('./platform/sign-in.ts')
  const signIn = await opened.open(openSignIn(door), (it) => it.close())
  return { ground, signIn, ownerUrl }
}

const chances = 4

/** The first question to the database: a slow machine that is building the web application meanwhile may let a connection time out. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let chance = 1; ; chance += 1) {
    try {
      return await ask()
    } catch (error) {
      if (chance === chances || !/timeout/.test(errorText(error))) throw error
    }
  }
}
