import { createHash } from 'node:crypto'
import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withContext } from '../src/platform/context.ts'
import { bodyOf, calendarToken, type Parameters, readParameters, samplesOf } from './two-worlds/samples.ts'
import { cancelSecret, orderSecret, proposeSecret, type Secret } from './two-worlds/secret.ts'
import { strangersActs } from './two-worlds/strangers-acts.ts'
import {
  type Asker,
  ask,
  type Beginning,
  begin,
  clock,
  type Heard,
  type Sample,
  type World,
} from './two-worlds/worlds.ts'

// Every entry is asked as everybody, in both worlds.
vi.setConfig({ testTimeout: 300_000 })

/**
 * Two installations that differ in one unannounced inspection and in nothing else. Whoever has not been told of it must get
 * the same bytes from both, whatever they ask and whatever they do. What is proved of the answers is proved of every entry
 * of the contract: one without a sample fails by its name.
 */
let beginning: Beginning
let without: World
let having: World
let parameters: Parameters
let secret: Secret
let strangers: Asker[]
let circle: Asker[]

const called = (name: string) => beginning.askers.get(name)!
beforeAll(async () => {
  beginning = await begin()
  without = await beginning.world()
  having = await beginning.world()
  secret = await proposeSecret(having, beginning)
  parameters = await readParameters(without, secret)
  // A leader who is told and has a calendar address: what it shows must not differ either.
  for (const { owner } of [without, having])
    await owner
      .insertInto('calendarFeeds')
      .values({
        personId: called('the leader').viewer!.personId,
        tokenSha256: createHash('sha256').update(calendarToken).digest('hex'),
        createdAt: '2026-09-01T00:00:00Z',
      })
      .execute()
  const told = ['the planner', 'the leader', 'the standing deputy', 'a member']
  circle = told.map(called)
  strangers = [...beginning.askers.values()].filter(({ name }) => !told.includes(name))
}, 180_000)
afterAll(async () => {
  await without?.close()
  await having?.close()
  await beginning?.close()
})

const reads = () => without.app.contract.filter(({ method }) => method === 'GET')
/** What the circle alone is given: the list of the unannounced, their own messages, and the count of them. */
const forTheCircle =
  /^\/(campaigns\/:campaignId\/unannounced$|unannounced\/|inspections\/:inspectionId\/(trips|costs)$|notifications|mails)/

/** Every way in which the two worlds answer differently, as "who METHOD path query". */
async function differences(
  askers: readonly Asker[],
  entries: readonly AnyEndpoint[],
  { same = (heard: Heard) => heard, enough = Number.POSITIVE_INFINITY } = {},
): Promise<string[]> {
  const found: string[] = []
  for (const [place, asker] of askers.entries()) {
    for (const entry of entries) {
      for (const sample of samplesOf(entry, parameters)) {
        const [one, other] = await Promise.all([ask(without, asker, place, sample), ask(having, asker, place, sample)])
        if (one.status >= 500) throw new Error(`${nameOf(asker, sample)} failed: ${one.body}`)
        if (JSON.stringify(same(one)) !== JSON.stringify(same(other))) found.push(nameOf(asker, sample))
        if (found.length >= enough) return found
      }
    }
  }
  return found
}

function nameOf({ name }: Asker, { entry, params, query }: Sample): string {
  return `${name} ${entry.method} ${entry.path} ${JSON.stringify({ ...params, ...query })}`
}

/** What leaves the house or waits in it for those outside the circle, as the owner of each database sees it. */
async function outbox({ owner }: World) {
  const outside = circle.map(({ viewer }) => viewer!.personId)
  const notifications = await owner
    .selectFrom('notifications')
    .select(['personId', 'kind', 'title', 'body', 'link', 'at'])
    .where('personId', 'not in', outside)
    .execute()
  const mails = await owner
    .selectFrom('mails')
    .select(['address', 'subject', 'body', 'attachments'])
    .where((eb) => eb.or([eb('personId', 'is', null), eb('personId', 'not in', outside)]))
    .execute()
  return [...notifications, ...mails].map((line) => JSON.stringify(line))
}

/** Files are drawn from the data that other entries give, so they are compared where it matters and not every time. */
async function expectAlike({ files = false, same = (heard: Heard) => heard } = {}) {
  const asked = reads().filter(({ reply }) => files || !('bytes' in reply))
  expect(await differences(strangers, asked, { same })).toEqual([])
  const ordinary = asked.filter(({ path }) => !forTheCircle.test(path))
  expect(await differences(circle, ordinary, { same })).toEqual([])
  const words = async (world: World) =>
    (await outbox(world)).map((line) => same({ status: 0, headers: '', body: line }).body).sort()
  expect(await words(having)).toEqual(await words(without))
}

test('every entry that is read has a sample', () => {
  const missing = reads().flatMap((entry) => {
    try {
      samplesOf(entry, parameters)
      return []
    } catch (error) {
      return [(error as Error).message]
    }
  })
  expect(missing).toEqual([])
})

test('and an answer, where the small season has anything to answer with', async () => {
  const answered = new Set<string>()
  for (const [place, asker] of [...beginning.askers.values()].entries()) {
    for (const entry of reads()) {
      for (const sample of samplesOf(entry, parameters)) {
        if (answered.has(entry.path)) continue
        // From other addresses, so that it uses up no limit in this world alone.
        const { status } = await ask(without, asker, 1000 + place, sample)
        if (status === 200) answered.add(entry.path)
      }
    }
  }
  const silent = reads()
    .map(({ path }) => path)
    .filter((path) => !answered.has(path))
  // What the world without the secret has none of stays silent; anything else is named.
  expect(silent.filter((path) => !emptyInTheSmallSeason.has(path))).toEqual([])
})

const emptyInTheSmallSeason = new Set([
  '/attachments/:attachmentId/file',
  '/attachments/:attachmentId/preview',
  '/campaigns/:campaignId/announcements/paper',
  '/costs/:costId/evidence',
  '/recommendations/:recommendationId/proofs/:attachmentId',
  '/draft-showings/:showingId/file',
  '/draft-showings/:showingId/paper',
  '/inspections/:inspectionId/costs',
  '/schedule-proposals/:scheduleProposalId',
  '/inspections/:inspectionId/thematic/file',
  '/inspections/:inspectionId/trips',
  '/campaigns/:campaignId/scoring-results',
  '/campaigns/:campaignId/scoring-results/export',
  '/campaigns/:campaignId/scoring-results/file',
  '/inspections/:inspectionId/scoring',
  '/inspections/:inspectionId/scoring/:criterionKey/history',
  '/scoring-sheets/:sheetId',
  '/scoring-sheets/:sheetId/file',
  '/inspections/:inspectionId/visit/files',
  '/schedule-proposals/:scheduleProposalId',
  '/thematic/:registrationId',
  '/thematic/colleagues',
  '/unannounced/:inspectionId',
  '/unannounced/:inspectionId/papers/:kind',
  '/unannounced/:inspectionId/papers/:kind/file',
])

describe('proposed', () => {
  test('it is known to its circle alone', async () => {
    const entry = reads().find(({ path }) => path === '/unannounced/:inspectionId')!
    const sample = { entry, params: { inspectionId: secret.inspectionId }, query: {} }
    for (const asker of circle) expect((await ask(having, asker, 0, sample)).status).toBe(200)
    for (const asker of strangers) expect([401, 403, 404]).toContain((await ask(having, asker, 0, sample)).status)
  })

  test('nobody else hears of it, and no ordinary answer shows it to its circle', () => expectAlike())
})

describe('ordered, with people, places and a paper', () => {
  beforeAll(async () => {
    await orderSecret(having, beginning, secret)
  })

  test('nobody else hears of it, and no ordinary answer shows it to its circle', () => expectAlike({ files: true }))

  /** What a query that forgets the door would answer. */
  const pastTheDoor = (world: World, { viewer }: Asker) =>
    withContext(world.ground, viewer!, async ({ db }) =>
      JSON.stringify(await db.selectFrom('inspections').selectAll().orderBy('inspectionId').execute()),
    )
  const signedIn = () => strangers.filter(({ viewer }) => viewer !== null)
  const leaks = async () => {
    const found: string[] = []
    for (const asker of signedIn())
      if ((await pastTheDoor(without, asker)) !== (await pastTheDoor(having, asker))) found.push(asker.name)
    return found
  }

  test('with the door passed by, the policies keep it', async () => {
    expect(await leaks()).toEqual([])
  })

  describe('without the policies', () => {
    beforeAll(() => secured(having, false))
    afterAll(() => secured(having, true))

    test('the comparison fails, so it can', async () => {
      const found = await differences(strangers, reads(), { enough: 1 })
      expect(found).not.toEqual([])
    })

    test('the door alone keeps it out of every list of inspections', async () => {
      const lists = reads().filter(({ path }) =>
        [
          '/campaigns/:campaignId/inspections',
          '/campaigns/:campaignId/home',
          '/search',
          '/inspections/:inspectionId',
          '/campaigns/:campaignId/unannounced',
          '/unannounced/:inspectionId',
        ].includes(path),
      )
      expect(await differences(strangers, lists)).toEqual([])
    })

    test('with the door passed by as well, everybody learns of it', async () => {
      expect(await leaks()).toEqual(signedIn().map(({ name }) => name))
    })
  })

  test('guessed ids are answered alike by every entry that writes', async () => {
    const ofSecret = ['inspectionId', 'placeId']
    const entries = without.app.contract.filter(
      ({ method, path }) => method !== 'GET' && ofSecret.some((name) => path.includes(`:${name}`)),
    )
    expect(entries.length).toBeGreaterThan(20)
    const hidden = { ...parameters, inspectionId: [secret.inspectionId], placeId: [secret.placeId] }
    const found: string[] = []
    for (const [place, asker] of strangers.entries()) {
      for (const entry of entries) {
        for (const sample of samplesOf(entry, hidden)) {
          const whole = { ...sample, body: bodyOf(entry) }
          const [one, other] = await Promise.all([ask(without, asker, place, whole), ask(having, asker, place, whole)])
          expect([nameOf(asker, whole), one.status]).toEqual([
            nameOf(asker, whole),
            one.status < 500 && one.status >= 400 ? one.status : 'refused',
          ])
          if (JSON.stringify(one) !== JSON.stringify(other)) found.push(nameOf(asker, whole))
        }
      }
    }
    expect(found).toEqual([])
  })

  describe('and strangers who act', () => {
    /** Ids made since the worlds parted differ by chance and are made equal; all others stand. */
    let known: Set<string>
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
    const same = (heard: Heard): Heard => ({
      ...heard,
      // A length follows from the body, which is compared itself.
      headers: heard.headers.replace(/\["content-length","\d+"\]/, ''),
      body: inOrder(heard.body.replaceAll(uuid, (id) => (known.has(id) ? id : '<new>'))),
    })

    beforeAll(async () => {
      const { rows } = await sql<{ id: string }>`
        select inspection_id as id from inspections union select person_id from people union select team_member_id from team_members
        union select document_id from documents union select campaign_id from campaigns union select event_id from audit_events
        union select self_report_id from self_reports union select conclusion_id from conclusions
        union select recommendation_id from recommendations union select finding_id from findings`.execute(
        without.owner,
      )
      known = new Set(rows.map(({ id }) => id))
      known.add(secret.inspectionId)
    })

    test('succeed and fail alike in both', async () => {
      const acts = strangersActs(beginning)
      const heard = []
      for (const [place, { asker, sample }] of acts.entries()) {
        clock.tick()
        const [here, there] = [await sample(without), await sample(having)]
        const [one, other] = [await ask(without, asker, place, here), await ask(having, asker, place, there)]
        expect([here.entry.path, same(other)]).toEqual([here.entry.path, same(one)])
        heard.push([here.entry.path, one.status, one.status >= 400 ? one.body : ''])
      }
      expect(heard.map(([path, status]) => [path, status])).toEqual(acts.map(({ path, status }) => [path, status]))
    })

    test('and find the same afterwards, as everybody does', () => expectAlike({ same }))

    test('while its circle is warned', async () => {
      const warned = await having.owner
        .selectFrom('notifications')
        .select('personId')
        .where('kind', '=', 'unannounced.clash')
        .execute()
      // The member has been made an administrator meanwhile and hears no more.
      expect(warned.length).toBeGreaterThan(0)
      const ids = circle.map(({ viewer }) => viewer!.personId)
      for (const { personId } of warned) expect(ids).toContain(personId)
    })

    test('cancelled, it stays as if it had never been', async () => {
      await cancelSecret(having, beginning, secret)
      await expectAlike({ same })
    })
  })
})

/** Events of one act bear one instant and are listed in the order of their ids, which are drawn anew in each world. */
function inOrder(body: string): string {
  if (!/^\{.{0,20}"(events|notifications|mails)":/.test(body)) return body
  const sorted = Object.entries(JSON.parse(body) as Record<string, unknown>).map(([name, value]) =>
    Array.isArray(value) ? [name, value.map((line) => JSON.stringify(line)).sort()] : [name, value],
  )
  return JSON.stringify(sorted)
}

/** Turns row-level security on or off for every table that has it. */
async function secured({ owner }: World, on: boolean): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'`.execute(owner)
  for (const { name } of rows)
    await sql`alter table ${sql.table(name)} ${sql.raw(on ? 'enable' : 'disable')} row level security`.execute(owner)
}
