import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { otherPlanner, planner, type TestPerson } from '../../test/people.ts'
import { unannouncedInspections } from '../inspections/queries.ts'
import { startWorker, type Task } from './worker.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** Runs one task under a name of its own while `work` goes on; `heard` holds what the worker said. */
async function working(task: Task, work: (name: string, heard: string[]) => Promise<void>): Promise<void> {
  const name = `test.${Math.random()}`
  const heard: string[] = []
  const worker = await startWorker(house.ground, house.databaseUrl, { [name]: task }, (line) => heard.push(line))
  try {
    await work(name, heard)
  } finally {
    await worker.stop()
    await worker.stop()
  }
}

const queue = (person: TestPerson, name: string, payload: Record<string, unknown> = {}) =>
  house.within(person, (context) => context.enqueue(name, payload))

describe('a job', () => {
  test('sees what the person who queued it may see, and no more', async () => {
    const { inspectionId } = await buildInspection(house, { kind: 'unannounced', state: 'ordered' })
    await house.owner
      .insertInto('inspectionCircle')
      .values({ inspectionId, personId: house.personId(planner) })
      .execute()
    const seen = new Map<string, number>()
    await working(
      async ({ db, viewer }) => {
        const rows = await unannouncedInspections(db, viewer).select('inspectionId').execute()
        seen.set(viewer.fullName, rows.length)
      },
      async (name) => {
        await queue(planner, name)
        await queue(otherPlanner, name)
        await expect.poll(() => Object.fromEntries(seen)).toEqual({ 'Thư ký Đoàn': 1, 'Thư ký thứ hai': 0 })
      },
    )
  })

  test('is not queued by a transaction that is undone', async () => {
    const done: unknown[] = []
    await working(
      async (_, payload) => void done.push((payload as { n: number }).n),
      async (name) => {
        await house
          .within(planner, async (context) => {
            await context.enqueue(name, { n: 1 })
            throw new Error('undone')
          })
          .catch(() => undefined)
        await queue(planner, name, { n: 2 })
        await expect.poll(() => done).toEqual([2])
      },
    )
  })

  test('that fails leaves nothing behind and is tried again', async () => {
    let tries = 0
    await working(
      async ({ record, viewer }) => {
        await record('test.tried', viewer.personId, { try: ++tries })
        if (tries === 1) throw new Error('not yet')
      },
      async (name, heard) => {
        await queue(planner, name)
        const kept = () =>
          house.owner.selectFrom('auditEvents').select('details').where('action', '=', 'test.tried').execute()
        await expect.poll(kept).toEqual([{ details: { try: 2 } }])
        expect(heard).toEqual([])
      },
    )
  })

  test('that is given up is told of', async () => {
    await working(
      async () => {
        throw new Error('hỏng hẳn')
      },
      async (name, heard) => {
        await sql`select graphile_worker.add_job(${name}, ${JSON.stringify({ personId: house.personId(planner) })}::json, max_attempts => 1)`.execute(
          house.owner,
        )
        await expect.poll(() => heard).toEqual([`Việc nền “${name}” đã thử 1 lần nhưng không xong: hỏng hẳn`])
      },
    )
  })

  test('is done although the database cut every connection meanwhile', async () => {
    let done = 0
    await working(
      async () => void done++,
      async (name) => {
        await queue(planner, name)
        await expect.poll(() => done).toBe(1)
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
          house.owner,
        )
        await expect
          .poll(() =>
            queue(planner, name).then(
              () => true,
              () => false,
            ),
          )
          .toBe(true)
        await expect.poll(() => done).toBeGreaterThan(1)
      },
    )
  })
})
