import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { holds } from '@cchc/domain/access/permissions.ts'
import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from './house.ts'
import { everyone } from './people.ts'

const domain = join(import.meta.dirname, '..', '..', 'domain', 'src')
const declared = await declaredEndpoints()

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

test('every entry of the contract is served, and nothing else', () => {
  const name = ({ method, path }: AnyEndpoint) => `${method} ${path}`
  expect(house.app.contract.map(name).sort()).toEqual(declared.map(name).sort())
})

test('no two entries share a method and path', () => {
  const names = declared.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the contract is described as OpenAPI, every entry with its shapes', async () => {
  const document = (await house.app.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path as object))
  expect(operations).toHaveLength(declared.length)
  expect((await house.app.inject('/api')).body).toContain('/api/campaigns/:campaignId/inspections')
})

describe('access', () => {
  const guarded = declared.filter(({ access }) => access !== 'public')

  test.each(guarded.map((entry) => [`${entry.method} ${entry.path}`, entry] as const))(
    '%s refuses a stranger and whoever lacks the permission',
    async (_, entry) => {
      expect((await house.as(null).call(entry, sentTo(entry))).status).toBe(401)
      for (const person of everyone) {
        if (entry.access === 'signed-in' || (entry.access !== 'public' && holds(person, entry.access))) continue
        const answer = await house.as(person).call(entry, sentTo(entry))
        expect([person.username, answer.status, answer.error?.code]).toEqual([person.username, 403, 'not-permitted'])
      }
    },
  )
})

test('an address that is not in the contract is refused with a sentence', async () => {
  const answer = await house.app.inject('/api/nothing-here')
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'no-such-address'])
})

test('a page of another site cannot write with this site’s cookie', async () => {
  const answer = await house.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.statusCode).toBe(403)
})

/** Parameters of the right form that name nothing. */
function sentTo(entry: AnyEndpoint) {
  const params = Object.fromEntries(
    [...entry.path.matchAll(/:(\w+)/g)].map(([, name]) => [
      name,
      name === 'day' ? '2026-01-01' : '00000000-0000-4000-8000-000000000000',
    ]),
  )
  return { params } as never
}

async function declaredEndpoints(): Promise<AnyEndpoint[]> {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('contract.ts'),
  )
  const modules = await Promise.all(files.map((file) => import(join(domain, file))))
  const isEndpoint = (value: unknown): value is AnyEndpoint =>
    typeof value === 'object' && value !== null && 'method' in value && 'access' in value
  return modules.flatMap((module) => Object.values(module).filter(isEndpoint))
}
