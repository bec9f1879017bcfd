import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyEndpoint, Reply } from '@cchc/domain/endpoint.ts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { z } from 'zod'
import { withCookies } from '../src/accounts/sign-in.ts'
import { buildApp } from '../src/app.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Context, Ground } from '../src/platform/context.ts'
import { withContext } from '../src/platform/context.ts'
import { openFileStore } from '../src/platform/files.ts'
import { type Mailer, openMailer } from '../src/platform/mail.ts'
import { type NewsDesk, openNewsDesk } from '../src/platform/news.ts'
import type { Scanner } from '../src/platform/scanner.ts'
import type { DB } from '../src/platform/schema.ts'
import { openSignIn, type SignIn } from '../src/platform/sign-in.ts'
import { seedInstallation } from '../src/seed/seed-installation.ts'
import { createTestDatabase } from './database.ts'
import { openOwnerDatabase } from './owner-database.ts'
import { everyone, type TestPerson } from './people.ts'

export interface Answer<E extends AnyEndpoint> {
  readonly status: number
  /** The parsed reply; throws with the server's sentence when the call was refused. */
  ok(): Reply<E>
  /** The server's error, when it was refused. */
  readonly error: { code: string; sentence: string; details: unknown } | undefined
  readonly raw: Buffer
}

type Sent<E extends AnyEndpoint> = {
  params?: z.input<NonNullable<E['params']>>
  query?: z.input<NonNullable<E['query']>>
  body?: z.input<NonNullable<E['body']>>
  file?: { name: string; mediaType: string; bytes: Uint8Array }
}

/** A whole installation over its own real database: catalogue, calendar, outline, the people of `people.ts`; no campaign. */
export interface TestHouse {
  readonly app: FastifyInstance & { contract: readonly AnyEndpoint[] }
  readonly ground: Ground
  readonly signIn: SignIn
  /** The house's ear; it hears nothing before it is told to listen, or a stream is opened. */
  readonly news: NewsDesk
  /** Sees every row: the tests' oracle. */
  readonly owner: Kysely<DB>
  readonly databaseUrl: string
  /** The house's clock; set it to travel. Starts at 2026-07-01 09:00 in Việt Nam. */
  readonly clock: Clock & { set(instant: string): void }
  personId(person: TestPerson): string
  /** Lets more people in, beside those of `people.ts`. */
  admit(people: readonly TestPerson[]): Promise<void>
  /** Has the person sign in anew: what the server remembers of their last sign-in – name, roles – is read again. */
  signInAnew(person: TestPerson): void
  as(person: TestPerson | null): { call<E extends AnyEndpoint>(entry: E, sent?: Sent<E>): Promise<Answer<E>> }
  /** Runs work as an act would, outside HTTP. */
  within<T>(person: TestPerson, work: (context: Context) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A house's way out for mail that is shut, as in an installation without a mail server. */
export const noMail = () => openMailer({ smtpUrl: null, mailFrom: null, publicUrl: 'http://localhost:3000' })

/** Opens a house; with `webFolder`, the built web application, it serves the pages too; with `mail` it sends mail, with `scanner` it has files looked at. */
export async function openTestHouse({
  webFolder = null,
  mail = noMail(),
  scanner,
}: {
  webFolder?: string | null
  mail?: Mailer
  scanner?: () => Scanner
} = {}): Promise<TestHouse> {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-files-'))
  let present = new Date('2026-07-01T02:00:00Z')
  const clock = {
    now: () => present,
    set: (instant: string) => {
      present = new Date(instant)
    },
  }
  await seedInstallation(database.db, { illustrative: false, fixedToday: null })
  const ground: Ground = {
    database: database.db,
    clock,
    files: openFileStore(folder),
    mail,
    ...(scanner && { scanner: scanner() }),
  }
  const signIn = openSignIn({
    databaseUrl: database.url,
    secret: 'a-secret-of-the-tests-only-0123456789',
    baseUrl: 'http://localhost',
    database: database.db,
    secureCookies: false,
  })
  const news = openNewsDesk(database.url)
  const app = await buildApp({ ground, signIn, webFolder, news })
  const owner = openOwnerDatabase(database.url)
  const personIds = new Map<string, string>()
  const admit = async (people: readonly TestPerson[]) => {
    for (const [username, personId] of await addPeople(owner, people)) personIds.set(username, personId)
  }
  await admit(everyone)
  const cookies = new Map<string, Promise<string>>()

  const cookieOf = (person: TestPerson) => {
    const known =
      cookies.get(person.username) ??
      signIn
        .asPerson(personIds.get(person.username)!, new Headers())
        .then((set) => withCookies(new Headers(), set).get('cookie')!)
    cookies.set(person.username, known)
    return known
  }

  return {
    app,
    ground,
    signIn,
    news,
    owner,
    databaseUrl: database.url,
    clock,
    personId: (person) => personIds.get(person.username)!,
    admit,
    signInAnew: (person) => void cookies.delete(person.username),
    as: (person) => ({
      async call(entry, sent = {}) {
        const response = await app.inject(await requestOf(entry, sent, person ? await cookieOf(person) : undefined))
        const isJson = response.headers['content-type']?.toString().includes('json')
        const body = isJson ? response.json() : response.rawPayload
        const error = response.statusCode >= 400 ? body.error : undefined
        return {
          status: response.statusCode,
          error,
          raw: response.rawPayload,
          ok() {
            if (error)
              throw new Error(`${entry.method} ${entry.path}: ${response.statusCode} ${error.code}: ${error.sentence}`)
            return body
          },
        }
      },
    }),
    within: (person, work) => withContext(ground, { ...person, personId: personIds.get(person.username)! }, work),
    async close() {
      await app.close()
      await news.close()
      await signIn.close()
      await owner.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** People get a login row without a password: the tests sign them in as a first-run link would. */
async function addPeople(owner: Kysely<DB>, people: readonly TestPerson[]): Promise<Map<string, string>> {
  for (const { username, fullName } of people) {
    // The sign-in library's columns are camelCase, which the naming plugin would rewrite.
    await sql`insert into auth."user" (id, name, email, username, "emailVerified") values (${username}, ${fullName}, ${`${username}@vi-du.invalid`}, ${username}, true)`.execute(
      owner,
    )
  }
  const rows = await owner
    .insertInto('people')
    .values(people.map(({ username, roles, ...person }) => ({ ...person, accountId: username, roles: [...roles] })))
    .returning(['accountId', 'personId'])
    .execute()
  return new Map(rows.map(({ accountId, personId }) => [accountId!, personId]))
}

async function requestOf(
  entry: AnyEndpoint,
  sent: Sent<AnyEndpoint>,
  cookie: string | undefined,
): Promise<InjectOptions> {
  const params = (sent.params ?? {}) as Record<string, string>
  const path = entry.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const headers: Record<string, string> = { host: 'localhost:3000', ...(cookie ? { cookie } : {}) }
  const request = { method: entry.method, url: `/api${path}`, query: sent.query as Record<string, string>, headers }
  if (!sent.file) return { ...request, payload: sent.body as object }
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(sent.file.bytes)], sent.file.name, { type: sent.file.mediaType }))
  const encoded = new Response(form)
  headers['content-type'] = encoded.headers.get('content-type')!
  return { ...request, payload: Buffer.from(await encoded.arrayBuffer()) }
}
