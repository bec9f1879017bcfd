import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OsUser } from './postgres-binaries.ts'
import { clusterArgument, environment } from './postgres-cluster.ts'
import { stopLeftovers } from './postgres-leftovers.ts'
import { errorText, StartProblem } from './start-problem.ts'

type Home = { home: string; postgres: string; user: OsUser; durable: boolean }

/**
 * One running PostgreSQL over `<home>/cluster` as a child of this process, listening on a free port of 127.0.0.1 and
 * writing its log to `<home>/postgres.log`.
 */
export async function startServer(at: Home) {
  const cluster = join(at.home, 'cluster')
  const logFile = join(at.home, 'postgres.log')
  let child: ChildProcess
  let stopping: Promise<void> | undefined
  let port = 0

  /** Another program may take the free port first, and dying server processes may still hold their memory: both pass. */
  const launch = async (choosePort: boolean) => {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (choosePort) port = await freePort()
      child = await spawnServer(at, cluster, logFile, port)
      if (stopping || (await isReady(child, cluster))) return
      await stopLeftovers(cluster)
      await sleep(50 * 2 ** Math.min(attempt, 5))
    }
    throw new StartProblem(`PostgreSQL không khởi động được.${await lastWords(logFile)} (Nhật ký: "${logFile}".)`)
  }

  const askToStop = () => void child.kill('SIGINT')
  const stop = () => {
    process.off('exit', askToStop)
    stopping ??= endServer(() => child)
    return stopping
  }

  /** Brings the server back on the same port when it dies by itself, up to three times a minute. */
  const keepAlive = (log: (line: string) => void, onLost: (problem: StartProblem) => void) => {
    const deaths: number[] = []
    const revive = async () => {
      if (stopping) return
      deaths.push(Date.now())
      if (deaths.filter((at) => at > Date.now() - 60_000).length > 3) {
        throw new StartProblem(
          `PostgreSQL dừng đột ngột nhiều lần liền.${await lastWords(logFile)} (Nhật ký: "${logFile}".)`,
        )
      }
      log('PostgreSQL vừa dừng đột ngột, đang khởi động lại…')
      await stopLeftovers(cluster)
      if (stopping) return
      await launch(false)
      if (stopping) return
      log('PostgreSQL đã chạy lại.')
      watch()
    }
    const watch = () => {
      if (hasEnded(child)) void revive().catch(fail)
      else child.once('exit', () => void revive().catch(fail))
    }
    const fail = (error: unknown) => {
      onLost(
        error instanceof StartProblem
          ? error
          : new StartProblem(`PostgreSQL đã dừng và không chạy lại được (${errorText(error)}).`),
      )
    }
    watch()
  }

  process.once('exit', askToStop)
  await launch(true)
  return { port, stop, keepAlive }
}

async function spawnServer(
  { postgres, user, durable }: Home,
  cluster: string,
  logFile: string,
  port: number,
): Promise<ChildProcess> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // Nobody needs the socket, and its lock file would make a zombie look like a running server.
    unix_socket_directories: '',
    max_connections: 60,
    // Parallel queries want more shared memory than a container gives by default, and the data are small.
    max_parallel_workers_per_gather: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const size = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  )
  const log = await open(logFile, size > 5_000_000 ? 'w' : 'a', 0o600)
  try {
    // So that the same person may start without root next time.
    if (user.uid !== undefined) await log.chown(user.uid, user.gid!)
    const child = spawn(
      postgres,
      [
        '-D',
        clusterArgument(cluster),
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      {
        ...user,
        cwd: cluster,
        env: environment,
        // A group of its own, so that Ctrl-C in the terminal reaches Node alone and the order of stopping is ours.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    )
    // Without a listener a failed spawn would be an uncaught exception; `isReady` sees that no process came.
    child.on('error', () => undefined)
    return child
  } finally {
    await log.close()
  }
}

/** Waits until the server says in `postmaster.pid` that it takes connections; false when it ended instead. */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.pid !== undefined && !hasEnded(child)) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await sleep(10)
  }
  return false
}

async function endServer(current: () => ChildProcess): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const child = current()
    if (child.pid === undefined || hasEnded(child)) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })])
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** The last complaint in the log as a sentence of its own, or nothing. */
async function lastWords(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trimEnd().split('\n')
  const complaint = lines.slice(-20).findLast((line) => /(FATAL|PANIC|ERROR): /.test(line))
  return complaint ? ` ${complaint.replace(/^.*?(FATAL|PANIC|ERROR): +/, '')}.` : ''
}
