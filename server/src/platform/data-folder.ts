import { mkdir, open, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, errorText, StartProblem } from './start-problem.ts'

/** Makes the data folder where it is missing and makes sure that it can be written to; otherwise says why not. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.write-probe-${process.pid}`)
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 })
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    throw new StartProblem(
      `${whyNotWritable(error, dataDir)} Hãy cấp quyền ghi, hoặc đặt DATA_DIR tới một thư mục khác.`,
    )
  }
}

function whyNotWritable(error: unknown, dataDir: string): string {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return `Không có quyền ghi vào thư mục dữ liệu "${dataDir}".`
    case 'EROFS':
      return `Thư mục dữ liệu "${dataDir}" nằm trên ổ đĩa chỉ đọc.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `Đường dẫn dữ liệu "${dataDir}" không phải là thư mục.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `Ổ đĩa chứa thư mục dữ liệu "${dataDir}" đã đầy.`
    default:
      return `Không dùng được thư mục dữ liệu "${dataDir}" (${errorText(error)}).`
  }
}

/**
 * Takes the data folder for this process alone; a second live process is refused with a sentence that names the first, once
 * that has had `patienceMs` milliseconds to finish stopping.
 *
 * The lock is a local socket named after the folder's device and inode, not a file: the system lets go of it the moment its
 * holder dies, however it dies, so there is never a stale lock to judge and no race to take one over.
 */
export async function lockDataFolder(dataDir: string, patienceMs = 1500): Promise<{ release(): Promise<void> }> {
  const { dev, ino } = await stat(dataDir)
  const address = lockAddress(`kiem-tra-cchc-${dev}-${ino}`)
  const until = Date.now() + patienceMs
  for (;;) {
    const server = await listenOn(address)
    if (server) return { release: () => new Promise((done) => server.close(() => done())) }
    const holder = await askHolder(address)
    if (holder !== undefined && Date.now() < until) {
      // It may be just stopping.
      await sleep(100)
      continue
    }
    if (holder !== undefined) {
      throw new StartProblem(
        `Thư mục dữ liệu "${dataDir}" đang được một tiến trình khác sử dụng (mã tiến trình ${holder}). ` +
          'Hãy dừng tiến trình đó trước, hoặc đặt DATA_DIR tới một thư mục khác.',
      )
    }
    // Nobody answers: a socket file left by a dead process (not on Linux or Windows, where the name dies with its holder).
    await rm(address, { force: true }).catch(() => undefined)
  }
}

function lockAddress(name: string): string {
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

async function listenOn(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(String(process.pid))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve(server.unref()))
  })
}

/** The process id of the living holder, or undefined when nobody is behind the address. */
async function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(address)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', (error) =>
      resolve(errorCode(error) === 'ECONNREFUSED' || errorCode(error) === 'ENOENT' ? undefined : '?'),
    )
    socket.on('close', () => resolve(answer || '?'))
  })
}
