import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../tasks.ts'

/** The product as a person starts it, with `npm start`. */
export interface Started {
  readonly url: string
  /** Milliseconds from the command to the first answered page. */
  readonly startMs: number
  /** Sign-in links it printed; there are some on the first run only. */
  readonly links: readonly string[]
  stop(): Promise<void>
}

/** Starts the product on a data folder of the bench's own and waits for its first answer. */
export async function startProduct(dataDir: string): Promise<Started> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let output = ''
  const begun = performance.now()
  // A group of its own, so that Ctrl-C can be sent to npm and all below it, as a terminal does.
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  while (
    !(await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    ))
  ) {
    if (hasEnded()) throw new Error(`npm start ended with ${child.exitCode ?? child.signalCode}:\n${output}`)
    await sleep(5)
  }
  const startMs = performance.now() - begun
  const stop = async () => {
    if (!hasEnded()) process.kill(-child.pid!, 'SIGINT')
    await ended
  }
  // The links are printed after the first answer may already have come.
  while (!output.includes(url)) await sleep(5)
  await sleep(100)
  return { url, startMs, links: output.match(/http:\/\/\S+token=\S+/g) ?? [], stop }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
