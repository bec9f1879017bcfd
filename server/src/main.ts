import { whenAbandoned } from './platform/abandonment.ts'
import { readConfig } from './platform/config.ts'
import { Stopped } from './platform/openings.ts'
import { refuseBusyPort } from './platform/port.ts'
import { StartProblem } from './platform/start-problem.ts'

/** `npm start`: runs the product until Ctrl-C. Ends with 0 when told to stop, with 1 and a sentence when it cannot run. */
const log = (line: string) => console.log(line)

let stop: (() => Promise<void>) | undefined
let exiting = false
async function exit(code: 0 | 1): Promise<void> {
  // A second Ctrl-C, or the terminal closing meanwhile, changes nothing: the first stop goes on.
  if (exiting) return
  exiting = true
  await stop?.()
  process.exit(code)
}

async function fail(error: unknown): Promise<void> {
  // Whatever breaks while stopping broke because of it.
  if (exiting || error instanceof Stopped) return
  console.error(error instanceof StartProblem ? error.message : error)
  await exit(1)
}

// The terminal, or whatever reads this output, may go away first.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const leave = () => {
  if (!exiting) log('\nĐang dừng…')
  void exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, leave)
}
whenAbandoned(leave)

try {
  const config = readConfig(process.env)
  await refuseBusyPort(config)
  // The application is loaded only once it is known that it can be served.
  const { start } = await import('./start.ts')
  if (exiting) throw new Stopped()
  const server = start(config, { log, onLost: (problem) => void fail(problem) })
  stop = server.stop
  await server.opening
} catch (error) {
  await fail(error)
}
