import {
  createAccount,
  listAccounts,
  listAuditEvents,
  listPeople,
  signOut,
  updateAccount,
} from '@cchc/domain/accounts/contract.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, planner, standingDeputy } from '../../test/people.ts'
import { makeSignInLink } from './make-sign-in-link.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const newcomer = {
  username: 'nguoi-moi',
  password: 'mot-cau-de-nho-lam',
  fullName: 'Người Mới',
  post: 'Chuyên viên',
  email: null,
  phone: null,
  roles: ['planner' as const],
  unitCode: '31-SNV',
}
const post = (url: string, payload: object, cookie?: string) =>
  house.app.inject({ method: 'POST', url, payload, headers: { host: 'localhost:3000', ...(cookie ? { cookie } : {}) } })
const signInAs = (username: string, password: string) => post('/api/session', { username, password })

describe('an account', () => {
  test('made by the administrator opens a session with its password, in a cookie that scripts cannot read', async () => {
    const account = (await house.as(administrator).call(createAccount, { body: newcomer })).ok()
    expect(account).toMatchObject({ username: 'nguoi-moi', unitName: 'Sở Nội vụ', disabled: false })
    const answer = await signInAs('nguoi-moi', newcomer.password)
    expect(answer.statusCode).toBe(200)
    expect(answer.json().viewer).toMatchObject({ fullName: 'Người Mới', roles: ['planner'] })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const session = await house.app.inject({ url: '/api/session', headers: { cookie: cookie.split(';')[0]! } })
    expect(session.json().viewer.fullName).toBe('Người Mới')
  })

  test.each([
    ['nguoi-moi', 'sai mật khẩu rồi'],
    ['khong-co-ai', 'mot-cau-de-nho-lam'],
  ])('%s with a wrong pair is refused alike', async (username, password) => {
    const answer = await signInAs(username, password)
    expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'wrong-credentials'])
  })

  test('is not kept as text, and neither is its password', async () => {
    const rows = await house.owner.selectFrom('auth.account').select('password').execute()
    expect(rows.some(({ password }) => password?.includes(newcomer.password))).toBe(false)
  })

  test('with a taken name is refused and leaves no half person', async () => {
    const before = (await house.owner.selectFrom('people').select('personId').execute()).length
    const answer = await house.as(administrator).call(createAccount, { body: newcomer })
    expect([answer.status, answer.error?.code]).toEqual([409, 'username-taken'])
    expect((await house.owner.selectFrom('people').select('personId').execute()).length).toBe(before)
  })

  test('of a unit’s person who would be an administrator too is refused', async () => {
    const answer = await house
      .as(administrator)
      .call(createAccount, { body: { ...newcomer, username: 'hai-vai', roles: ['unit-head', 'administrator'] } })
    expect(answer.error?.code).toBe('roles-apart')
  })

  test('of an unknown workplace is refused', async () => {
    const answer = await house
      .as(administrator)
      .call(createAccount, { body: { ...newcomer, username: 'nguoi-khac', unitCode: '99999' } })
    expect(answer.error?.code).toBe('no-such-unit')
  })

  test('once locked opens no session', async () => {
    const { accounts } = (await house.as(administrator).call(listAccounts)).ok()
    const {
      personId,
      fullName,
      post: itsPost,
      email,
      phone,
      roles,
      unitCode,
    } = accounts.find(({ username }) => username === 'nguoi-moi')!
    ;(
      await house.as(administrator).call(updateAccount, {
        params: { personId },
        body: { fullName, post: itsPost, email, phone, roles, unitCode, disabled: true },
      })
    ).ok()
    const answer = await signInAs('nguoi-moi', newcomer.password)
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'account-disabled'])
  })
})

describe('a first-run link', () => {
  const use = async (token: string, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    house.app.inject({ method: 'POST', url: '/api/session/link', payload: { token }, headers, remoteAddress })

  test('opens a session on this machine, again and again until it runs out', async () => {
    const token = await makeSignInLink(house.ground, house.personId(planner), 1)
    for (const _ of [1, 2])
      expect((await use(token, { host: 'localhost:3000' })).json().viewer.fullName).toBe(planner.fullName)
    house.clock.set('2026-07-03T02:00:00Z')
    expect((await use(token, { host: 'localhost:3000' })).json().error.code).toBe('link-not-valid')
    house.clock.set('2026-07-01T02:00:00Z')
  })

  test.each([
    ['another machine', { host: 'localhost:3000' }, '192.0.2.7'],
    ['another name for this machine', { host: 'kiem-tra.example' }, '127.0.0.1'],
    ['behind a proxy', { host: 'localhost:3000', 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1'],
  ])('is refused from %s', async (_, headers, address) => {
    const token = await makeSignInLink(house.ground, house.personId(planner), 1)
    expect((await use(token, headers, address)).json().error.code).toBe('link-not-valid')
  })

  test('keeps only its hash', async () => {
    const token = await makeSignInLink(house.ground, house.personId(planner), 1)
    const rows = await house.owner.selectFrom('signInLinks').select('tokenSha256').execute()
    expect(rows.some(({ tokenSha256 }) => tokenSha256 === token)).toBe(false)
  })
})

test('signing out ends the session', async () => {
  ;(await house.as(administrator).call(createAccount, { body: { ...newcomer, username: 'nguoi-thu-ba' } })).ok()
  const cookie = String((await signInAs('nguoi-thu-ba', newcomer.password)).headers['set-cookie']).split(';')[0]!
  await house.app.inject({ method: 'DELETE', url: `/api${signOut.path}`, headers: { cookie, host: 'localhost:3000' } })
  expect((await house.app.inject({ url: '/api/session', headers: { cookie } })).json().viewer).toBeNull()
})

test('people of the inspected units are not offered for the team', async () => {
  const { people } = (await house.as(planner).call(listPeople, { query: {} })).ok()
  expect(people.map(({ fullName }) => fullName)).toContain(standingDeputy.fullName)
  expect(people.some(({ fullName }) => fullName.includes('Lê Chân'))).toBe(false)
})

describe('the audit', () => {
  test('tells the administrator who did what, but nothing of a secret inspection', async () => {
    const { inspectionId } = await buildInspection(house, { kind: 'unannounced', state: 'ordered' as never })
    const { eventId } = await house.owner
      .insertInto('auditEvents')
      .values({
        at: '2026-07-01T02:00:00Z',
        action: 'inspection.order',
        subjectId: inspectionId,
        inspectionId,
        details: '{}',
      })
      .returning('eventId')
      .executeTakeFirstOrThrow()
    const { events } = (await house.as(administrator).call(listAuditEvents, { query: {} })).ok()
    expect(events.map(({ action }) => action)).toContain('account.create')
    expect(events.map(({ action }) => action)).not.toContain('inspection.order')
    // An event that one may not know is no mark to go on from, just as one that there is not.
    for (const before of [eventId, '00000000-0000-4000-8000-000000000000'])
      expect((await house.as(administrator).call(listAuditEvents, { query: { before } })).error?.code).toBe(
        'no-such-event',
      )
  })

  test('shows what one act recorded in the order in which it was, newest first', async () => {
    const steps = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu']
    await house.within(planner, async ({ record }) => {
      for (const step of steps) await record('campaign.edit', step, {})
    })
    const { events } = (await house.as(administrator).call(listAuditEvents, { query: {} })).ok()
    const shown = events.flatMap(({ subjectId }) => (subjectId && steps.includes(subjectId) ? [subjectId] : []))
    expect(shown).toEqual(steps.toReversed())
  })

  test('loses none and doubles none over its pages, though all share one instant', async () => {
    const steps = Array.from({ length: 450 }, (_, at) => `bước ${at}`)
    await house.within(planner, async ({ record }) => {
      for (const step of steps) await record('campaign.pages', step, {})
    })
    const ask = async (query: { action: string; before?: string }) =>
      (await house.as(administrator).call(listAuditEvents, { query })).ok().events
    const shown: (string | null)[] = []
    const sizes: number[] = []
    let page = await ask({ action: 'campaign.pages' })
    expect(new Set(page.map(({ at }) => at)).size).toBe(1)
    while (page.length > 0) {
      sizes.push(page.length)
      shown.push(...page.map(({ subjectId }) => subjectId))
      page = await ask({ action: 'campaign.pages', before: page.at(-1)!.eventId })
    }
    expect(sizes).toEqual([200, 200, 50])
    expect(shown).toEqual(steps.toReversed())
  })

  test('cannot be changed, not even by its owner', async () => {
    await expect(house.owner.deleteFrom('auditEvents').execute()).rejects.toThrow('append-only')
    await expect(house.owner.updateTable('auditEvents').set({ action: 'x' }).execute()).rejects.toThrow('append-only')
  })
})

test('whoever guesses passwords is slowed down, and told so', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 40 }, () =>
      house.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'thu-ky', password: 'doan-mo' },
        remoteAddress: '192.0.2.9',
      }),
    ),
  )
  const last = guesses.filter(({ statusCode }) => statusCode === 429)
  expect(last.length).toBeGreaterThan(0)
  expect(last[0]!.json().error.code).toBe('too-many-requests')
})
