import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import { addVehicle } from '@cchc/domain/logistics/contract.ts'
import type { Kysely } from 'kysely'
import { addAccount } from '../../src/accounts/create-account.ts'
import { withCookies } from '../../src/accounts/sign-in.ts'
import { type App, buildApp } from '../../src/app.ts'
import { type Ground, withContext } from '../../src/platform/context.ts'
import { openFileStore } from '../../src/platform/files.ts'
import type { DB } from '../../src/platform/schema.ts'
import { openSignIn, type SignIn } from '../../src/platform/sign-in.ts'
import { type Cast, nobody } from '../../src/seed/illustrative/cast.ts'
import { playSeason } from '../../src/seed/illustrative/play-season.ts'
import { illustrativeToday, type PlannedVisit, seasonPlan } from '../../src/seed/illustrative/season-plan.ts'
import { seedInstallation } from '../../src/seed/seed-installation.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { noMail } from '../house.ts'
import { openOwnerDatabase } from '../owner-database.ts'

/** One world: an installation with its own database and files. */
export interface World {
  readonly app: App
  readonly ground: Ground
  /** Sees every row. */
  readonly owner: Kysely<DB>
  close(): Promise<void>
}

/** Somebody who asks, by the same cookie in every world; null is whoever has not signed in. */
export interface Asker {
  readonly name: string
  readonly viewer: Viewer | null
  readonly cookie: string | null
}

/** What every world is cloned from, byte for byte. */
export interface Beginning {
  readonly cast: Cast
  readonly askers: ReadonlyMap<string, Asker>
  /** An inspected unit outside the plan, with its own people. */
  readonly unitCode: string
  world(): Promise<World>
  close(): Promise<void>
}

/** The unit that is inspected unannounced: a ward of the catalogue that the decision does not list. */
export const hiddenUnit = '11329'

/** Every stage of a year, by few units. */
const plan: (PlannedVisit | null)[] = [
  'done',
  'remedying',
  'reviewing',
  'visiting',
  'with-head',
  'drafting',
  'scheduled',
].map((progress) => seasonPlan.find((visit) => visit?.progress === progress) ?? null)

let present = Date.parse('2026-09-15T02:30:00Z')
/** One clock for all worlds; a second passes between acts, so that what they leave has one order. */
export const clock = {
  now: () => new Date(present),
  tick: () => {
    present += 1000
  },
}

function open(database: TestDatabase, folder: string): { ground: Ground; signIn: SignIn } {
  const signIn = openSignIn({
    databaseUrl: database.url,
    secret: 'a-secret-of-the-tests-only-0123456789',
    baseUrl: 'http://localhost',
    database: database.db,
    secureCookies: false,
  })
  return { ground: { database: database.db, clock, files: openFileStore(folder), mail: noMail() }, signIn }
}

/** People beside the cast: strangers of every role to what is hidden, and the people of the unit that it concerns. */
const others: readonly { name: string; roles: Role[]; unitCode: string | null }[] = [
  { name: 'another planner', roles: ['planner'], unitCode: '31-SNV' },
  { name: 'a planner who administers', roles: ['planner', 'administrator'], unitCode: '31-SNV' },
  { name: 'a coordinator', roles: ['thematic-coordinator'], unitCode: '31-STP' },
  { name: 'the unit’s officer', roles: ['unit-officer'], unitCode: hiddenUnit },
  { name: 'the unit’s head', roles: ['unit-head'], unitCode: hiddenUnit },
  { name: 'one without a role', roles: [], unitCode: hiddenUnit },
]

/** Plays a small season, lets everybody in, and closes it for cloning. */
export async function begin(): Promise<Beginning> {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-worlds-'))
  await seedInstallation(database.db, { illustrative: true, fixedToday: illustrativeToday })
  const { ground, signIn } = open(database, join(folder, 'first'))
  const path = join(import.meta.dirname, '..', '..', 'seed', 'decision-2251.txt')
  const cast = await playSeason(ground, signIn, { name: 'decision-2251.txt', path }, plan)
  const cookieOf = async (personId: string) =>
    withCookies(new Headers(), await signIn.asPerson(personId, new Headers())).get('cookie')!
  const askers = new Map<string, Asker>()
  const admit = async (name: string, viewer: Viewer | undefined) => {
    if (viewer) askers.set(name, { name, viewer, cookie: await cookieOf(viewer.personId) })
  }
  const [member, otherMember] = cast.members.values()
  const [deputy] = cast.deputies.values()
  const [planned] = cast.officers.values()
  const [plannedHead] = cast.heads.values()
  await admit('the planner', cast.planner)
  await admit('the leader', cast.leader)
  await admit('the standing deputy', cast.standingDeputy)
  await admit('a member', member)
  await admit('another member', otherMember)
  await admit('a deputy', deputy)
  await admit('the city', cast.cityViewer)
  await admit('the press', cast.press)
  await admit('the administrator', cast.administrator)
  await admit('an officer of the plan', planned)
  await admit('a head of the plan', plannedHead)
  for (const [index, { name, roles, unitCode }] of others.entries()) {
    const person = { fullName: name, post: 'Chuyên viên', unitCode, roles }
    const { personId } = await withContext(ground, nobody, (context) =>
      addAccount(context, signIn, {
        ...person,
        username: `nguoi-${index}`,
        password: null,
        email: `nguoi-${index}@vi-du.invalid`,
        phone: null,
      }),
    )
    await admit(name, { ...person, personId })
  }
  askers.set('a stranger', { name: 'a stranger', viewer: null, cookie: null })
  await lendVehicle(ground, signIn, cast.planner)
  await signIn.close()
  await database.db.destroy()
  return {
    cast,
    askers,
    unitCode: hiddenUnit,
    async world() {
      const clone = await createTestDatabase(database.name)
      const files = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-world-'))
      await cp(join(folder, 'first'), files, { recursive: true })
      const own = open(clone, files)
      const app = await buildApp({ ...own, webFolder: null })
      const owner = openOwnerDatabase(clone.url)
      return {
        app,
        ground: own.ground,
        owner,
        async close() {
          await app.close()
          await own.signIn.close()
          await owner.destroy()
          await clone.drop()
          await rm(files, { recursive: true, force: true })
        },
      }
    },
    async close() {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A vehicle that a hidden trip and an open one can both take. */
async function lendVehicle(ground: Ground, signIn: SignIn, planner: Viewer): Promise<void> {
  const app = await buildApp({ ground, signIn, webFolder: null })
  await app.perform(planner, addVehicle, {
    body: {
      name: 'Xe 16 chỗ',
      plate: '15A-000.00',
      seats: 16,
      seatsIncludeDriver: true,
      driverName: '',
      driverPhone: '',
      ownership: 'own',
      note: '',
      outOfUse: false,
    },
  })
  await app.close()
}

export interface Sample {
  readonly entry: AnyEndpoint
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  readonly body?: unknown
}

export interface Heard {
  readonly status: number
  readonly headers: string
  readonly body: string
}

/** Headers that say when and not what. */
const passing = new Set(['date', 'x-ratelimit-reset', 'retry-after'])

/** Asks one world; each asker from an address of their own, so that a limit of one is not the other's. */
export async function ask({ app }: World, asker: Asker, place: number, sample: Sample): Promise<Heard> {
  const { entry, params, query, body } = sample
  const path = entry.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!))
  const response = await app.inject({
    method: entry.method,
    url: `/api${path}`,
    query,
    headers: { host: 'localhost:3000', ...(asker.cookie ? { cookie: asker.cookie } : {}) },
    remoteAddress: `10.1.${place >> 8}.${place & 255}`,
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const headers = Object.entries(response.headers).filter(([name]) => !passing.has(name))
  return {
    status: response.statusCode,
    headers: JSON.stringify(headers.sort(([a], [b]) => (a < b ? -1 : 1))),
    body: response.rawPayload.toString('latin1'),
  }
}
