import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { firstRun, undoBrokenFirstRun } from './first-run.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Ground } from './platform/context.ts'
import { lockDataFolder, prepareDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { openFileStore } from './platform/files.ts'
import { migrate } from './platform/migrate.ts'
import { readSecret } from './platform/secret.ts'
import { openSignIn } from './platform/sign-in.ts'
import { errorCode, errorText, StartProblem } from './platform/start-problem.ts'
import { ensureWebBundle } from './platform/web-bundle.ts'

export interface Running {
  readonly url: string
  /** Stops what runs, last started first; harmless when called again. */
  stop(): Promise<void>
}

interface Terminal {
  log(line: string): void
  /** The program cannot go on although it had started, e.g. its database died for good. */
  onLost(problem: StartProblem): void
}

/**
 * Starts the whole product: data folder, PostgreSQL, migrations, first-run data, web application, HTTP. `stop` may be called
 * from `opening` on, before the start is through; it then undoes what has been done so far.
 */
export function start(config: Config, { log, onLost }: Terminal): { opening: Promise<Running>; stop(): Promise<void> } {
  const closers: (() => Promise<void>)[] = []
  let stopping: Promise<void> | undefined

  /** Keeps the closer of what a step opened; a stop in the meantime ends the start there. */
  const open = async <T>(step: Promise<T>, close: (opened: T) => Promise<void>): Promise<T> => {
    const opened = await step
    if (stopping) {
      await close(opened)
      throw new Stopped()
    }
    closers.push(() => close(opened))
    return opened
  }

  const stop = () => {
    stopping ??= closeAll()
    return stopping
  }
  const closeAll = async () => {
    for (const close of closers.toReversed()) await close().catch((error) => log(`Khi dừng: ${errorText(error)}`))
    // A step that was under way closes what it opened, or fails because its ground is gone.
    await opening.catch(() => undefined)
  }

  const openAll = async (): Promise<Running> => {
    await refuseBusyPort(config)
    await prepareDataFolder(config.dataDir)
    await open(lockDataFolder(config.dataDir), (lock) => lock.release())
    const webFolder = ensureWebBundle(log)
    // It is awaited below; a failure before that must not count as unheard.
    webFolder.catch(() => undefined)
    const databaseUrl =
      config.databaseUrl ??
      (await open(startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost }), (server) => server.stop())).url
    await migrate(databaseUrl)
    await undoBrokenFirstRun(databaseUrl, log)
    const database = await open(Promise.resolve(openDatabase(databaseUrl)), (it) => it.destroy())
    const ground: Ground = { database, clock: systemClock, files: openFileStore(join(config.dataDir, 'files')) }
    const secureCookies = config.publicUrl.startsWith('https:')
    const secret = await readSecret(config.dataDir)
    const signIn = await open(
      Promise.resolve(openSignIn({ databaseUrl, secret, baseUrl: config.publicUrl, database, secureCookies })),
      (it) => it.close(),
    )
    const links = await firstRun(databaseUrl, ground, signIn, log)
    const app = await open(buildApp({ ground, signIn, webFolder: await webFolder, log: true }), closeApp)
    await app.listen({ port: config.port, host: config.host }).catch((error) => {
      throw whyNotListening(error, config)
    })
    for (const { title, path } of links) log(`  ${title}: ${config.publicUrl}${path}`)
    return { url: config.publicUrl, stop }
  }
  const opening = openAll()
  return { opening, stop }
}

/** Thrown inside a start that was told to stop; nobody needs to be told. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Lets requests under way finish for up to five seconds. */
async function closeApp(app: Awaited<ReturnType<typeof buildApp>>): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), 5000).unref()
  await app.close()
  clearTimeout(impatience)
}

/** Looks at the port before anything is started, so that a busy one costs no first-run work. */
async function refuseBusyPort(config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(whyNotListening(error, config)))
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}

function whyNotListening(error: unknown, { port, host }: Config): StartProblem {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Cổng ${port} đang được một chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new StartProblem(
        `Tài khoản này không được mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên: PORT=3000 npm start`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem(`Máy này không có địa chỉ "${host}". Hãy xem lại HOST.`)
    default:
      return new StartProblem(`Không mở được cổng ${port} (${errorText(error)}).`)
  }
}
