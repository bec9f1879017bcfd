import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

test('an entry that says nothing about access does not compile', () => {
  // @ts-expect-error: access is missing, and there is no default
  const open = endpoint({ method: 'GET', path: '/anything', summary: 'Anything', reply: z.object({}) })
  expect(open).not.toHaveProperty('access')
})

test('an entry with a permission that nobody knows does not compile', () => {
  const entry = endpoint({
    method: 'GET',
    path: '/anything',
    // @ts-expect-error: not a permission
    access: 'everything.do',
    summary: 'Anything',
    reply: z.object({}),
  })
  expect(entry.path).toBe('/anything')
})
