import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'

let folder: string
let url: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-migrate-'))
  url = Object.assign(new URL(inject('postgresUrl')), { pathname: '/migrate_test' }).href
  await query(inject('postgresUrl'), 'create database migrate_test')
})
afterEach(async () => {
  await query(inject('postgresUrl'), 'drop database migrate_test with (force)')
  await rm(folder, { recursive: true })
})

async function query(address: string, text: string) {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const write = (name: string, text: string) => writeFile(join(folder, name), text)

test('files run in order, each once, several statements in one file', async () => {
  await write('0001-first.sql', 'create table a (n int); insert into a values (1);')
  await write('0002-second.sql', 'update a set n = n + 1;')
  await migrate(url, folder)
  await migrate(url, folder)
  await write('0003-third.sql', 'update a set n = n * 10;')
  await migrate(url, folder)
  expect(await query(url, 'select n from a')).toEqual([{ n: 20 }])
})

test('a file that fails is named and leaves the database as it was', async () => {
  await write('0001-good.sql', 'create table a (n int);')
  await write('0002-bad.sql', 'create table b (n int); select no_such_thing();')
  await expect(migrate(url, folder)).rejects.toThrow(/ở bước 0002-bad: .*no_such_thing/)
  expect(await query(url, "select to_regclass('a') as a, to_regclass('b') as b")).toEqual([{ a: null, b: null }])
})

test('two servers that start at once do the work once', async () => {
  await write('0001-slow.sql', 'create table a (n int); select pg_sleep(0.2); insert into a values (1);')
  await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(await query(url, 'select n from a')).toEqual([{ n: 1 }])
})

test('a database that a newer version has brought further is refused', async () => {
  await write('0001-first.sql', 'select 1;')
  await write('0002-of-a-newer-version.sql', 'select 1;')
  await migrate(url, folder)
  await rm(join(folder, '0002-of-a-newer-version.sql'))
  await expect(migrate(url, folder)).rejects.toThrow(/đã được một phiên bản phần mềm khác nâng cấp/)
})
