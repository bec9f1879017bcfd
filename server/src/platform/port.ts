import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { errorCode, errorText, StartProblem } from './start-problem.ts'

/**
 * Looks at the port before anything is started, so that a busy one costs no first-run work. Waits a little for an earlier
 * run that is just stopping.
 */
export async function refuseBusyPort(config: Config): Promise<void> {
  const until = Date.now() + 1500
  for (;;) {
    const error = await tryPort(config)
    if (error === undefined) return
    if (errorCode(error) !== 'EADDRINUSE' || Date.now() > until) throw whyNotListening(error, config)
    await sleep(100)
  }
}

async function tryPort({ port, host }: Config): Promise<unknown> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** Why the product cannot listen where its settings say, as a sentence. */
export function whyNotListening(error: unknown, { port, host }: Config): StartProblem {
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
