import { readFileSync } from 'node:fs'

/**
 * Calls `leave` once when the npm that started this process is gone. A signal sent to npm ends npm and the shell between, but
 * not always this process, which would then keep the port and the data folder although nobody runs it any more.
 */
export function whenAbandoned(leave: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  // npm runs a script through `sh -c`; some shells step aside for the command, others stay between.
  const above = isShell(parent) ? parentOf(parent) : undefined
  const watch = setInterval(() => {
    if (process.ppid === parent && (above === undefined || parentOf(parent) === above)) return
    clearInterval(watch)
    leave()
  }, 250)
  watch.unref()
}

function isShell(pid: number): boolean {
  return readProc(pid, 'cmdline').includes('\0-c\0')
}

/** Linux: the parent of another process; undefined elsewhere. */
function parentOf(pid: number): number | undefined {
  const text = readProc(pid, 'stat')
  const parent = Number.parseInt(text.slice(text.lastIndexOf(')') + 4), 10)
  return Number.isNaN(parent) ? undefined : parent
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return ''
  }
}
