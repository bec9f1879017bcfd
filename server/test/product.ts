import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const checkout = join(import.meta.dirname, '..', '..')

/** The product as a process of its own, started as `npm start` does. */
export interface Product {
  readonly process: ChildProcess
  readonly url: string
  /** All it has written so far, stdout and stderr together. */
  output(): string
  /** Its exit code, once it has ended; null when it was killed. */
  readonly ended: Promise<number | null>
  /** Waits until it answers requests; throws with its output when it ends instead. */
  answers(): Promise<void>
}

interface How {
  readonly dataDir: string
  readonly port?: number
  readonly env?: Record<string, string>
  /** The checkout to run from. */
  readonly from?: string
  readonly uid?: number
  /** Starts it by `npm start`, so that `process` is npm; otherwise by what that runs. */
  readonly throughNpm?: boolean
}

export async function runProduct({
  dataDir,
  port,
  env = {},
  from = checkout,
  uid,
  throughNpm = false,
}: How): Promise<Product> {
  const ownPort = port ?? (await freePort())
  let output = ''
  const command = throughNpm ? 'npm' : process.execPath
  const args = throughNpm ? ['start'] : [join('server', 'bin', 'run.js'), join('server', 'src', 'main.ts')]
  const child = spawn(command, args, {
    cwd: from,
    env: {
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      PORT: String(ownPort),
      DATA_DIR: dataDir,
      // A copy lies elsewhere every time; what is compiled of it would only gather.
      ...(from === checkout ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = `http://localhost:${ownPort}`
  return {
    process: child,
    url,
    output: () => output,
    ended,
    async answers() {
      while (child.exitCode === null && child.signalCode === null) {
        const ok = await fetch(`${url}/api/session`).then(
          (reply) => reply.ok,
          () => false,
        )
        if (ok) return
        await sleep(50)
      }
      await ended
      throw new Error(`The product ended with ${child.exitCode ?? child.signalCode}:\n${output}`)
    },
  }
}

/**
 * A port for a program that will listen on it in a while, and perhaps again after it was killed. It lies below those that systems
 * give to connections by themselves, so that none of the thousands that tests open gets it meanwhile.
 */
export async function freePort(): Promise<number> {
  for (let chance = 1; chance <= 100; chance += 1) {
    const port = randomInt(10_000, 32_000)
    if (await isFree(port)) return port
  }
  throw new Error('No port is free.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, 'localhost', () => server.close(() => resolve(true)))
  })
}
