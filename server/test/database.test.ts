import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the application works in its own role, which row-level security binds', async () => {
  const { rows } = await sql<{ role: string; bypasses: boolean; zone: string }>`
    select current_user as role, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
      current_setting('timezone') as zone`.execute(database.db)
  expect(rows).toEqual([{ role: 'cchc_app', bypasses: false, zone: 'UTC' }])
})

test('dates are read as days, counts and decimals as numbers', async () => {
  const { rows } = await sql`
    select date '2026-09-15' as day, array[date '2026-02-28', null] as days, count(*) as count, 0.75::numeric as share`.execute(
    database.db,
  )
  expect(rows).toEqual([{ day: '2026-09-15', days: ['2026-02-28', null], count: 1, share: 0.75 }])
})

test('Vietnamese words sort by letter, then by tone', async () => {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(array['bạ', 'Đồ', 'bá', 'da', 'bã', 'ba', 'bả', 'bà', 'dạ']) as word order by word`.execute(
    database.db,
  )
  expect(rows.map(({ word }) => word)).toEqual(['ba', 'bà', 'bả', 'bã', 'bá', 'bạ', 'da', 'dạ', 'Đồ'])
})

test('the application may put a job into the queue, with its transaction, and cannot look into it', async () => {
  await database.db.transaction().execute((trx) => sql`select enqueue_job('some-task', '{"a": 1}')`.execute(trx))
  const lost = database.db.transaction().execute(async (trx) => {
    await sql`select enqueue_job('lost-task', '{}')`.execute(trx)
    throw new Error('undone')
  })
  await expect(lost).rejects.toThrow('undone')
  await expect(sql`select from graphile_worker.jobs`.execute(database.db)).rejects.toThrow(/permission denied/)

  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const { rows } = await owner.query('select task_identifier from graphile_worker.jobs')
  await owner.end()
  expect(rows).toEqual([{ task_identifier: 'some-task' }])
})
