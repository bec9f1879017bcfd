import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from './start-problem.ts'

/**
 * Ends what an earlier, killed run left behind in a cluster folder, so that PostgreSQL can start there again:
 * a server that outlived its Node process, server processes that outlived their postmaster, and a `postmaster.pid` that
 * names a process which is gone, is a zombie nobody reaps (a container without an init), or is by now somebody else's.
 *
 * Only call this while holding the lock of the data folder: whatever runs here is then known to be an orphan.
 */
export async function stopLeftovers(clusterDir: string): Promise<void> {
  const steps: [signal: NodeJS.Signals, patienceMs: number][] = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patienceMs] of steps) {
    const pids = await serverProcesses(clusterDir)
    if (pids.length === 0) break
    const postmaster = await recordedPostmaster(clusterDir)
    // Without a living postmaster its children only need to be told to go; a fast shutdown is a postmaster's business.
    if (postmaster !== undefined && pids.includes(postmaster) && signal !== 'SIGKILL') send(postmaster, signal)
    else for (const pid of pids) send(pid, signal === 'SIGINT' ? 'SIGQUIT' : signal)
    const until = Date.now() + patienceMs
    while (Date.now() < until && (await serverProcesses(clusterDir)).length > 0) await sleep(20)
  }
  const stubborn = await serverProcesses(clusterDir)
  if (stubborn.length > 0) {
    throw new StartProblem(
      `Một PostgreSQL của lần chạy trước vẫn giữ "${clusterDir}" và không dừng được (mã tiến trình ${stubborn.join(', ')}). Hãy dừng nó bằng tay rồi chạy lại.`,
    )
  }
  await rm(join(clusterDir, 'postmaster.pid'), { force: true })
}

/** The living postgres processes that work in this folder. */
async function serverProcesses(clusterDir: string): Promise<number[]> {
  const folder = await stat(clusterDir).catch(() => undefined)
  if (!folder) return []
  if (process.platform !== 'linux') {
    const pid = await recordedPostmaster(clusterDir)
    return pid !== undefined && isAlive(pid) ? [pid] : []
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map((pid) => worksIn(pid, folder)))
  return pids.filter((_, index) => found[index])
}

/** Linux: whether a process is a postgres that is not a zombie and whose working directory is this folder. */
async function worksIn(pid: number, folder: { dev: number; ino: number }): Promise<boolean> {
  try {
    // "pid (name) state …", where the name may itself hold blanks and parentheses.
    const line = await readFile(`/proc/${pid}/stat`, 'latin1')
    const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'))
    const state = line.slice(line.lastIndexOf(')') + 2)[0]
    if (name !== 'postgres' || state === 'Z' || state === 'X') return false
    const cwd = await stat(`/proc/${pid}/cwd`)
    return cwd.dev === folder.dev && cwd.ino === folder.ino
  } catch {
    return false
  }
}

async function recordedPostmaster(clusterDir: string): Promise<number | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has gone by itself in the meantime.
  }
}
