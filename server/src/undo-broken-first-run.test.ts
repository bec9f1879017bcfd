import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { seedInstallation } from './seed/seed-installation.ts'
import { markFirstRunFinished, undoBrokenFirstRun } from './undo-broken-first-run.ts'

let database: TestDatabase
const said: string[] = []
beforeEach(async () => {
  said.length = 0
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const undo = () => undoBrokenFirstRun(database.url, (line) => said.push(line))
const illustrative = async () =>
  (await database.db.selectFrom('settings').select('illustrative').execute()).map((row) => row.illustrative)

test('an illustrative installation that was cut off is emptied and can be filled again', async () => {
  await seedInstallation(database.db, { illustrative: true, fixedToday: '2026-09-15' })
  await undo()
  expect(said).toHaveLength(1)
  expect(await illustrative()).toEqual([])
  await seedInstallation(database.db, { illustrative: true, fixedToday: '2026-09-15' })
  expect(await illustrative()).toEqual([true])
})

test('a finished one, a clean one and an empty one are left alone', async () => {
  await undo()
  await seedInstallation(database.db, { illustrative: false, fixedToday: null })
  await undo()
  expect(await illustrative()).toEqual([false])
  const other = await createTestDatabase()
  await seedInstallation(other.db, { illustrative: true, fixedToday: '2026-09-15' })
  await markFirstRunFinished(other.url)
  await undoBrokenFirstRun(other.url, (line) => said.push(line))
  expect(await other.db.selectFrom('settings').select('illustrative').execute()).toEqual([{ illustrative: true }])
  await other.drop()
  expect(said).toEqual([])
})
