import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OsUser, PostgresBinaries } from './postgres-binaries.ts'
import { errorCode, errorText, StartProblem } from './start-problem.ts'

export const ownerRole = 'cchc'

/** What every PostgreSQL program is started with: nothing of the person's own PG settings, and messages we can read. */
export const environment = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }

/**
 * How a program that is started inside a cluster folder should call it. On Linux by a name that needs no way from the root
 * of the disk: the user that PostgreSQL runs as may not be allowed to walk there.
 */
export function clusterArgument(cluster: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : cluster
}

/**
 * The OS user PostgreSQL runs as. It refuses to be root; then it is the owner of what lies there already, so that later
 * starts agree, else the system's `postgres`, else `nobody`.
 */
export async function osUserFor(home: string): Promise<OsUser> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(home).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  return account ? { uid: Number(account[2]), gid: Number(account[3]) } : { uid: 65534, gid: 65534 }
}

/** Makes or finds the cluster in `<home>/cluster` and answers with the owner's password, kept in `passwordFile`. */
export async function prepareCluster(
  home: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  user: OsUser,
  durable: boolean,
) {
  const cluster = join(home, 'cluster')
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found === undefined) return createCluster(home, passwordFile, binaries, user, durable)
  if (found.trim() !== binaries.major) {
    throw new StartProblem(
      `Dữ liệu trong "${cluster}" thuộc PostgreSQL ${found.trim()}, chương trình kèm theo là PostgreSQL ${binaries.major}. ` +
        'Hãy cài lại phiên bản phần mềm cũ, xuất dữ liệu ra, rồi nhập vào phiên bản mới.',
    )
  }
  return (await keptPassword(passwordFile)) ?? (await setPassword(cluster, passwordFile, binaries, user))
}

/** Hands `home` to the user that PostgreSQL runs as. */
export async function openHome(home: string, user: OsUser): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    if (user.uid !== undefined) {
      await chown(home, user.uid, user.gid!)
      await chmod(home, 0o700)
    }
    await readFile(join(home, 'cluster', 'PG_VERSION')).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  } catch (error) {
    const whom =
      user.uid === undefined ? 'tài khoản đang chạy' : 'tài khoản chạy cơ sở dữ liệu (PostgreSQL không chạy bằng root)'
    throw new StartProblem(
      `Không dùng được thư mục "${home}" với ${whom}: ${errorText(error)}. ` +
        'Hãy chạy bằng đúng tài khoản đã tạo thư mục dữ liệu, đặt DATA_DIR tới thư mục khác, hoặc dùng DATABASE_URL.',
    )
  }
}

/** Made beside its final place and renamed, so that a killed first start leaves nothing half made. */
async function createCluster(
  home: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  user: OsUser,
  durable: boolean,
) {
  const unfinished = join(home, 'unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (user.uid !== undefined) await chown(unfinished, user.uid, user.gid!)
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=vi',
    '--data-checksums',
    '--auth=reject',
  ]
  await runInside(unfinished, user, binaries.initdb, [
    `--username=${ownerRole}`,
    ...options,
    ...(durable ? [] : ['--no-sync']),
  ])
  await writeFile(join(unfinished, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
  const password = await setPassword(unfinished, passwordFile, binaries, user)
  await rename(unfinished, join(home, 'cluster'))
  return password
}

async function keptPassword(passwordFile: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(passwordFile, 'utf8')) as { password?: string }).password
  } catch {
    return undefined
  }
}

/** Sets a new random password with the server offline: for a new cluster, or where the kept one has been lost. */
async function setPassword(
  cluster: string,
  passwordFile: string,
  { postgres }: PostgresBinaries,
  user: OsUser,
): Promise<string> {
  const password = randomBytes(24).toString('hex')
  await runInside(
    cluster,
    user,
    postgres,
    ['--single', 'postgres'],
    `alter role ${ownerRole} password '${password}';\n`,
  )
  await writePrivately(passwordFile, JSON.stringify({ password }))
  return password
}

/** Writes a file that only this process's user may read, whole or not at all. */
export async function writePrivately(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function runInside(cluster: string, user: OsUser, program: string, args: string[], input = ''): Promise<void> {
  const all =
    args[0] === '--single'
      ? ['--single', '-D', clusterArgument(cluster), ...args.slice(1)]
      : ['-D', clusterArgument(cluster), ...args]
  let outcome = await run(program, all, cluster, user, input)
  if (!outcome.done && outcome.output.includes('could not look up effective user ID') && process.platform === 'linux') {
    // A container may run us under a number that has no account; both programs insist on one. A user namespace lends the
    // name of `nobody` for these two short runs, the files still belong to the real user.
    const lend = ['--user', '--map-user=65534', '--map-group=65534', '--', program, ...all]
    outcome = await run('unshare', lend, cluster, user, input)
    if (!outcome.done) {
      throw new StartProblem(
        `Mã người dùng ${process.getuid?.()} không có tên trong /etc/passwd nên PostgreSQL không tạo được dữ liệu. ` +
          'Hãy chạy bằng một tài khoản có tên, hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.',
      )
    }
  }
  if (!outcome.done) {
    throw new StartProblem(
      `Không tạo được cơ sở dữ liệu trong "${cluster}": ${outcome.output.trim().split('\n').slice(-3).join(' ')}`,
    )
  }
}

async function run(program: string, args: string[], cwd: string, user: OsUser, input: string) {
  return new Promise<{ done: boolean; output: string }>((resolve) => {
    let output = ''
    const child = spawn(program, args, { ...user, cwd, env: environment, stdio: 'pipe' })
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ done: false, output: error.message }))
    child.on('close', (code) => resolve({ done: code === 0, output }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
