import { createServer } from 'node:net'
import { buildApp } from './app.ts'
import { firstRun, undoBrokenFirstRun } from './first-run.ts'
import { openGround, type Terminal } from './open-ground.ts'
import type { Config } from './platform/config.ts'
import { openings } from './platform/openings.ts'
import { errorCode, errorText, StartProblem } from './platform/start-problem.ts'
import { ensureWebBundle } from './platform/web-bundle.ts'

/**
 * Starts the whole product: data folder, PostgreSQL, migrations, first-run data, web application, HTTP. `stop` may be called
 * before `opening` is through; it then undoes what has been done so far. `opening` ends when requests are answered.
 */
export function start(config: Config, terminal: Terminal): { opening: Promise<void>; stop(): Promise<void> } {
  const { log } = terminal
  const opened = openings((error) => log(`Khi dừng: ${errorText(error)}`))

  const openAll = async () => {
    await refuseBusyPort(config)
    const webFolder = ensureWebBundle(log)
    // It is awaited below; a failure before that must not count as unheard.
    webFolder.catch(() => undefined)
    const { ground, signIn, ownerUrl } = await openGround(config, opened, terminal, (url) =>
      undoBrokenFirstRun(url, log),
    )
    const links = await firstRun(ownerUrl, ground, signIn, log)
    const app = await opened.open(buildApp({ ground, signIn, webFolder: await webFolder, log: true }), closeApp)
    await app.listen({ port: config.port, host: config.host }).catch((error) => {
      throw whyNotListening(error, config)
    })
    log(`Kiểm tra CCHC đang chạy tại ${config.publicUrl} (Ctrl-C để dừng)`)
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
