import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { Pool } from 'pg'
import type { DB } from './schema.ts'
import { surviveBreaks } from './survive-breaks.ts'

/** The door to the sign-in library: the only place that knows it. Passwords are hashed with its scrypt. */
export interface SignIn {
  /**
   * The person behind the session cookie; null when there is none or the account is disabled. An answer may be some seconds
   * old, unless it is to be `fresh`.
   */
  viewerOf(headers: Headers, fresh?: boolean): Promise<Viewer | null>
  /** Opens a session and returns the cookies to set; refuses with `wrong-credentials` or `account-disabled`. */
  byPassword(username: string, password: string, headers: Headers): Promise<string[]>
  /** Opens a session for a person who proved themselves otherwise. */
  asPerson(personId: string, headers: Headers): Promise<string[]>
  end(headers: Headers): Promise<string[]>
  changePassword(currentPassword: string, newPassword: string, headers: Headers): Promise<void>
  /** Adds a login and returns its account id; without a password only a link opens it. Refuses with `username-taken`. */
  createLogin(login: { username: string; password: string | null; fullName: string }): Promise<string>
  close(): Promise<void>
}

export function openSignIn(options: {
  databaseUrl: string
  secret: string
  baseUrl: string
  database: Kysely<DB>
  secureCookies: boolean
}): SignIn {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: 4,
    options: '-c role=cchc_app -c search_path=auth',
  })
  surviveBreaks(pool)
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: false },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 50,
        usernameValidator: (name) => /^[a-z0-9._-]+$/.test(name),
      }),
    ],
    advanced: { cookiePrefix: 'cchc', useSecureCookies: options.secureCookies, disableOriginCheck: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
  const cookiesOf = (headers: Headers) => headers.getSetCookie()
  const seen = rememberBriefly<Viewer | null>(5000)

  return {
    viewerOf(headers, fresh = false) {
      const token = sessionToken(headers.get('cookie'))
      if (!token) return Promise.resolve(null)
      if (fresh) seen.forget(token)
      return seen.get(token, async () => {
        const session = await auth.api.getSession({ headers })
        return session ? findViewer(options.database, session.user.id) : null
      })
    },
    async byPassword(name, password, headers) {
      const { headers: out, response } = await auth.api
        .signInUsername({ body: { username: name.toLowerCase(), password }, headers, returnHeaders: true })
        .catch((error: unknown) => {
          if (error instanceof APIError) throw new Refusal('wrong-credentials')
          throw error
        })
      if (!response || !(await findViewer(options.database, response.user.id))) throw new Refusal('account-disabled')
      return cookiesOf(out)
    },
    async asPerson(personId, headers) {
      const person = await options.database
        .selectFrom('people')
        .select('accountId')
        .where('personId', '=', personId)
        .where('disabled', '=', false)
        .executeTakeFirst()
      if (!person?.accountId) throw new Refusal('link-not-valid')
      const context = await auth.$context
      const session = await context.internalAdapter.createSession(person.accountId)
      const { name, attributes } = context.authCookies.sessionToken
      return [
        await signedCookie(name, session.token, context.secret, {
          ...attributes,
          secure: headers.get('x-forwarded-proto') === 'https' || attributes.secure === true,
        }),
      ]
    },
    async end(headers) {
      seen.forget()
      const { headers: out } = await auth.api.signOut({ headers, returnHeaders: true })
      return cookiesOf(out)
    },
    async changePassword(currentPassword, newPassword, headers) {
      await auth.api
        .changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true }, headers })
        .catch((error: unknown) => {
          if (error instanceof APIError) throw new Refusal('wrong-credentials')
          throw error
        })
    },
    async createLogin({ username: name, password, fullName }) {
      const taken = await sql<{ id: string }>`select id from auth."user" where username = ${name}`.execute(
        options.database,
      )
      if (taken.rows.length > 0) throw new Refusal('username-taken', { username: name })
      const context = await auth.$context
      const user = await context.internalAdapter.createUser(
        { name: fullName, email: `${name}@noi-bo.invalid`, emailVerified: true, username: name, displayUsername: name },
        { method: 'admin' },
      )
      if (password === null) return user.id
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await context.password.hash(password),
      })
      return user.id
    },
    close: () => pool.end(),
  }
}

async function findViewer(database: Kysely<DB>, accountId: string): Promise<Viewer | null> {
  const person = await database
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'roles', 'unitCode'])
    .where('accountId', '=', accountId)
    .where('disabled', '=', false)
    .executeTakeFirst()
  return person ? { ...person, roles: person.roles as Role[] } : null
}

/** The library signs its session cookie with HMAC-SHA-256 over the token; this makes the same cookie for a session opened here. */
async function signedCookie(
  name: string,
  value: string,
  secret: string,
  attributes: { secure?: boolean | undefined; maxAge?: number | undefined },
): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value))).toString(
    'base64',
  )
  const secure = attributes.secure ? '; Secure' : ''
  return `${name}=${encodeURIComponent(`${value}.${signature}`)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${attributes.maxAge ?? 12 * 3600}${secure}`
}

/** The session cookie's value, with or without the prefix that secure cookies bear. */
export function sessionToken(cookies: string | null | undefined): string | undefined {
  return /(?:^|;\s*)(?:__Secure-)?cchc\.session_token=([^;]+)/u.exec(cookies ?? '')?.[1]
}

/**
 * Remembers answers for some milliseconds. Somebody who types sends a save every moment, and asking each time who they are
 * would cost more than the save; a lock of the account or a change of roles takes effect within that time.
 */
function rememberBriefly<T>(milliseconds: number) {
  const known = new Map<string, { answer: Promise<T>; until: number }>()
  return {
    get(key: string, ask: () => Promise<T>): Promise<T> {
      const before = known.get(key)
      const now = performance.now()
      if (before && before.until > now) return before.answer
      if (known.size > 1000) known.clear()
      const answer = ask()
      known.set(key, { answer, until: now + milliseconds })
      answer.catch(() => known.delete(key))
      return answer
    },
    forget: (key?: string) => (key === undefined ? known.clear() : known.delete(key)),
  }
}
