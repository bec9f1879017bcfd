import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Outline } from '@cchc/domain/outlines/outline.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withCookies } from '../src/accounts/sign-in.ts'
import { ensureWebBundle } from '../src/platform/web-bundle.ts'
import { buildCampaign, buildInspection } from './factories.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { smallOutline } from './outline.ts'
import { type TestPerson, unitOfficer } from './people.ts'
import { type Product, runProduct } from './product.ts'

/**
 * Eight people write one report through two servers as they are started by `npm start`, with connections that drop, pages that
 * are loaded again and each server killed once in the middle. What was acknowledged is in the history, and nobody's text was
 * laid over another's unseen.
 */

const wanted = 2_000
const people = 8
const itemCount = 40
const seed = 20_260_715

let house: TestHouse
let folder: string
let inspectionId: string
let selfReportId: string
let cookies: string[]
const servers: Product[] = []
/** Whoever still asks when the test is over, as it took too long, is not to ask for ever. */
let isHouseClosed = false

const outline = Outline.parse({
  ...smallOutline,
  checks: [],
  parts: [
    {
      key: 'part',
      number: 'I',
      title: 'Kết quả',
      sections: [
        {
          key: 'work',
          number: '1',
          title: 'Các việc đã làm',
          fieldKey: 'steering',
          items: Array.from({ length: itemCount }, (_, index) => ({
            ...smallOutline.parts[0]!.sections[0]!.items.at(-1)!,
            key: `work.item-${index}`,
            label: `Việc ${index}`,
          })),
        },
      ],
    },
  ],
})

beforeAll(async () => {
  await ensureWebBundle(() => undefined)
  house = await openTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-writers-'))
  const campaign = await buildCampaign(house)
  const { outlineVersionId } = await house.owner
    .insertInto('outlineVersions')
    .values({ title: 'Đề cương thử', year: 2026, state: 'published', content: JSON.stringify(outline) })
    .returning('outlineVersionId')
    .executeTakeFirstOrThrow()
  const built = await buildInspection(house, { campaign })
  inspectionId = built.inspectionId
  selfReportId = built.selfReportId!
  await house.owner.updateTable('selfReports').set({ outlineVersionId }).execute()
  const writers = Array.from(
    { length: people },
    (_, index): TestPerson => ({ ...unitOfficer, username: `nguoi-viet-${index}`, fullName: `Người viết ${index}` }),
  )
  await house.admit(writers)
  cookies = await Promise.all(
    writers.map(async (person) => {
      const set = await house.signIn.asPerson(house.personId(person), new Headers())
      return withCookies(new Headers(), set).get('cookie')!
    }),
  )
  await Promise.all([0, 1].map(startServer))
})
afterAll(async () => {
  isHouseClosed = true
  for (const { process: child, ended } of servers) {
    child.kill('SIGTERM')
    await ended
  }
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** A server of its own data folder over the house's database; the same key signs the cookies of both. */
async function startServer(which: number): Promise<void> {
  const dataDir = join(folder, `server-${which}`)
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, 'secret'), 'a-secret-of-the-tests-only-0123456789\n', { mode: 0o600 })
  servers[which] = await runProduct({ dataDir, env: { DATABASE_URL: house.databaseUrl } })
  await servers[which]!.answers()
}

async function killServer(which: number): Promise<void> {
  const { process: child, ended } = servers[which]!
  child.kill('SIGKILL')
  await ended
  await startServer(which)
}

/** Chance that comes out the same each run (mulberry32). */
function chance(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Edit {
  readonly itemKey: string
  readonly value: string
  /** The revision that the writer had before them. */
  readonly base: number
}
interface Standing {
  readonly itemKey: string
  readonly value: string
  readonly revision: number
}

/** Every edit that was ever sent, by its text, which is no other's; and those that were acknowledged, with their revision. */
const sent = new Map<string, Edit>()
const acknowledged: (Edit & { revision: number })[] = []
const happened = { clashes: 0, drops: 0, reloads: 0, together: 0, refusedConnections: 0 }

/** One person with one page: what it knows, what it writes, and the server that it happens to be led to. */
async function write(person: number, isOver: () => boolean): Promise<void> {
  const random = chance(seed + person)
  const pick = (below: number) => Math.floor(random() * below)
  const known = new Map<string, number>()
  let server = person % 2

  /** Asks until somebody answers; a request that drops on its way may have been done all the same. */
  const ask = async (method: string, path: string, body?: unknown): Promise<{ status: number; reply: never }> => {
    while (!isHouseClosed) {
      const drop = body !== undefined && random() < 0.05 ? AbortSignal.timeout(1 + pick(25)) : undefined
      try {
        const response = await fetch(`${servers[server]!.url}/api${path}`, {
          method,
          headers: { cookie: cookies[person]!, 'content-type': 'application/json' },
          body: body === undefined ? null : JSON.stringify(body),
          signal: drop ?? null,
        })
        const reply = (await response.json()) as never
        // The database broke off one of two that met: the page tries again by itself.
        if (response.status !== 503) return { status: response.status, reply }
      } catch {
        if (drop?.aborted) happened.drops += 1
        else {
          happened.refusedConnections += 1
          server = 1 - server
          await sleep(20)
        }
      }
    }
    throw new Error('nobody answered as long as the test ran')
  }

  const reload = async () => {
    happened.reloads += 1
    const { reply } = await ask('GET', `/inspections/${inspectionId}/self-report`)
    known.clear()
    for (const { itemKey, revision } of (reply as { answers: Standing[] }).answers) known.set(itemKey, revision)
  }
  const edit = (): Edit => {
    // Each has questions of their own and looks into those of the others now and then.
    const any = pick(itemCount)
    const itemKey = `work.item-${random() < 0.6 ? any - (any % people) + person : any}`
    const made = { itemKey, value: `Người ${person}, lần ${sent.size}`, base: known.get(itemKey) ?? 0 }
    sent.set(made.value, made)
    return made
  }
  const acknowledge = (made: Edit, revision: number) => {
    acknowledged.push({ ...made, revision })
    known.set(made.itemKey, revision)
  }
  /** Somebody else's text stands; the person reads it, and what they write next stands on it. */
  const read = (theirs: Standing) => {
    happened.clashes += 1
    known.set(theirs.itemKey, theirs.revision)
  }

  const saveOne = async () => {
    const made = edit()
    const body = { revision: made.base, value: made.value }
    const { status, reply } = await ask('PUT', `/self-reports/${selfReportId}/answers/${made.itemKey}`, body)
    if (status === 200) acknowledge(made, (reply as Standing).revision)
    else if (status === 409) read((reply as { error: { details: { theirs: Standing } } }).error.details.theirs)
    else throw new Error(`${status} ${JSON.stringify(reply)}`)
  }
  const saveTogether = async () => {
    happened.together += 1
    const edits = new Map(Array.from({ length: 2 + pick(6) }, edit).map((made) => [made.itemKey, made]))
    const answers = [...edits.values()].map(({ itemKey, value, base }) => ({ itemKey, value, revision: base }))
    const { status, reply } = await ask('PUT', `/self-reports/${selfReportId}/answers`, { answers })
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(reply)}`)
    for (const outcome of (
      reply as {
        outcomes: { outcome: string; itemKey: string; revision: number; answer: Standing; theirs: Standing }[]
      }
    ).outcomes) {
      const made = edits.get(outcome.itemKey)!
      if (outcome.outcome === 'saved') acknowledge(made, outcome.revision)
      else if (outcome.outcome === 'unchanged') acknowledge(made, outcome.answer.revision)
      else if (outcome.outcome === 'clash') read(outcome.theirs)
      else throw new Error(JSON.stringify(outcome))
    }
  }

  await reload()
  while (!isOver()) {
    const now = random()
    if (now < 0.03) await reload()
    else if (now < 0.1) await saveTogether()
    else await saveOne()
  }
}

test('2,000 edits by eight people: all that was acknowledged is in the history, and none was laid over another unseen', async () => {
  // Nobody stops before both servers have been killed, however long they take to come back: it is in the middle by construction.
  let isRough = true
  const writing = Promise.all(
    Array.from({ length: people }, (_, person) => write(person, () => !isRough && acknowledged.length >= wanted)),
  )
  const reached = async (count: number) => {
    while (acknowledged.length < count) await Promise.race([sleep(5), writing])
  }
  await reached(wanted * 0.3)
  await killServer(0)
  await reached(Math.max(wanted * 0.6, acknowledged.length + 200))
  await killServer(1)
  isRough = false
  await writing

  const history = await house.owner
    .selectFrom('answerVersions')
    .select(['itemKey', 'value'])
    .select(({ ref }) => ref('revision').$notNull().as('revision'))
    .orderBy('itemKey')
    .orderBy('revision')
    .execute()
  const standing = await house.owner.selectFrom('answers').select(['itemKey', 'revision', 'value']).execute()
  const at = new Map(history.map((version) => [`${version.itemKey} ${version.revision}`, version.value]))

  expect(acknowledged.length).toBeGreaterThanOrEqual(wanted)
  const lost = acknowledged.filter(({ itemKey, revision, value }) => at.get(`${itemKey} ${revision}`) !== value)
  expect(lost).toEqual([])
  // Every text stands right on the one that its writer had read, those whose acknowledgement was lost on the way included.
  const unseen = history.filter(({ value, revision }) => sent.get(String(value))?.base !== revision - 1)
  expect(unseen).toEqual([])
  // And the history of each item has no gap and ends in what stands.
  for (const { itemKey, revision, value } of standing) {
    const versions = history.filter((version) => version.itemKey === itemKey)
    expect(versions.map((version) => version.revision)).toEqual(versions.map((_, index) => index + 1))
    expect(versions.at(-1)).toEqual({ itemKey, revision, value })
  }
  // It was as rough as it says.
  for (const count of Object.values(happened)) expect(count).toBeGreaterThan(0)
  console.log(JSON.stringify({ sent: sent.size, acknowledged: acknowledged.length, ...happened }))
})
