import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockDataFolder } from './data-folder.ts'
import { type EmbeddedPostgres, lastEmbeddedUrl, startEmbeddedPostgres } from './embedded-postgres.ts'

let dataDir: string
let server: EmbeddedPostgres
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cchc-embedded-'))
  server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
})
afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true })
})

async function query(url: string, text: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('the cluster is UTF-8, sorts as Vietnamese, checks its pages and keeps what was committed', async () => {
  const settings = "'server_encoding', 'data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit', 'TimeZone'"
  const rows = await query(server.url, `select name, setting from pg_settings where name in (${settings})`)
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    server_encoding: 'UTF8',
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    TimeZone: 'UTC',
  })
  const [collation] = await query(
    server.url,
    'select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()',
  )
  expect(collation).toEqual({ provider: 'i', locale: 'vi' })
})

test('it listens on this machine only, without a socket file, and asks for a password', async () => {
  const [{ addresses, sockets }] = await query(
    server.url,
    "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
  )
  expect({ addresses, sockets }).toEqual({ addresses: '127.0.0.1', sockets: '' })
  const rules = await query(server.url, 'select type, address, auth_method from pg_hba_file_rules')
  expect(rules).toEqual([{ type: 'host', address: '127.0.0.1', auth_method: 'scram-sha-256' }])
  await expect(query(Object.assign(new URL(server.url), { password: 'guess' }).href, 'select 1')).rejects.toThrow(
    /password/,
  )
})

test.runIf(process.platform !== 'win32')('the password is kept for this user alone', async () => {
  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  expect(await lastEmbeddedUrl(dataDir)).toBe(server.url)
})

test('a lost password is replaced, the data stay', async () => {
  await query(server.url, 'create table kept as select 1 as n')
  await server.stop()
  await rm(join(dataDir, 'postgres.json'))
  server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }])
})

test('data of another PostgreSQL are refused and left alone', async () => {
  await server.stop()
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION')
  const own = await readFile(version, 'utf8')
  await writeFile(version, '17\n')
  await expect(startEmbeddedPostgres({ dataDir, log: () => undefined })).rejects.toThrow(/thuộc PostgreSQL 17/)
  await writeFile(version, own)
  server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }])
})

test('a data folder has one holder, whoever comes at the same time', async () => {
  const attempts = await Promise.allSettled([1, 2, 3, 4].map(() => lockDataFolder(dataDir, 0)))
  const held = attempts.filter((attempt) => attempt.status === 'fulfilled')
  expect(held).toHaveLength(1)
  for (const attempt of attempts) {
    if (attempt.status === 'rejected') expect(attempt.reason.message).toContain(`mã tiến trình ${process.pid}`)
  }
  await held[0]!.value.release()
  await (await lockDataFolder(dataDir)).release()
})
