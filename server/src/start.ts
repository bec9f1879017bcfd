import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { openGround, type Terminal } from './open-ground.ts'
import type { Config } from './platform/config.ts'
import { openNewsDesk } from './platform/news.ts'
import { openings } from './platform/openings.ts'
import { whyNotListening } from './platform/port.ts'
import { errorText } from './platform/start-problem.ts'
import { ensureWebBundle } from './platform/web-bundle.ts'
import { undoBrokenFirstRun } from './undo-broken-first-run.ts'

/**
 * Starts the whole product: data folder, PostgreSQL, migrations, first-run data, web application, HTTP. `stop` may be called
 * before `opening` is through; it then undoes what has been done so far. `opening` ends when requests are answered.
 */
export function start(config: Config, terminal: Terminal): { opening: Promise<void>; stop(): Promise<void> } {
  const { log } = terminal
  const opened = openings((error) => log(`Khi dừng: ${errorText(error)}`))

  const openAll = async () => {
    const webFolder = ensureWebBundle(log, join(config.dataDir, 'web'))
    // It is awaited below; a failure before that must not count as unheard.
    webFolder.catch(() => undefined)
    const { ground, signIn, ownerUrl } = await openGround(config, opened, terminal, (url) =>
      undoBrokenFirstRun(url, log),
    )
    // Loaded only now, so that whatever is wrong with the ground is said at once.
    const [{ buildApp }, { firstRun }, { startWorker }, { tasks }] = await Promise.all([
      import('./app.ts'),
      import('./first-run.ts'),
      import('./platform/worker.ts'),
      import('./tasks.ts'),
    ])
    const links = await firstRun(ownerUrl, ground, signIn, log)
    await opened.open(startWorker(ground, ownerUrl, tasks, log), (worker) => worker.stop())
    // An installation that has just been given a mail server sends what has waited for one.
    if (ground.mail.isSet) await sql`select queue_waiting_mails()`.execute(ground.database)
    if (ground.scanner) await sql`select queue_waiting_scans()`.execute(ground.database)
    const news = await opened.open(openNewsDesk(ownerUrl), (it) => it.close())
    void news.listen()
    const app = await opened.open(buildApp({ ground, signIn, webFolder: await webFolder, news, log: true }), closeApp)
    await app.listen({ port: config.port, host: config.host }).catch((error) => {
      throw whyNotListening(error, config)
    })
    log(`Kiểm tra CCHC đang chạy tại ${config.publicUrl} (Ctrl-C để dừng)`)
    if (links.length > 0) log('Dữ liệu minh họa. Vào xem bằng các đường dẫn sau, chỉ dùng được trên máy này:')
    for (const { title, path } of links) log(`  ${title}: ${config.publicUrl}${path}`)
  }

  const opening = openAll()
  const stop = async () => {
    await opened.closeAll()
    // A step that was under way closes what it opened, or fails because its ground is gone.
    await opening.catch(() => undefined)
  }
  return { opening, stop }
}

/** Lets requests under way finish for up to five seconds. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), 5000).unref()
  await app.close()
  clearTimeout(impatience)
}
