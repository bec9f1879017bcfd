import { endpoint } from '@cchc/domain/endpoint.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressOf, call, whenSignedOut } from './api.ts'
import { Refusal } from './refusal.ts'

const getThing = endpoint({
  method: 'GET',
  path: '/things/:thingId',
  access: 'signed-in',
  summary: 'One thing',
  params: z.object({ thingId: z.string() }),
  query: z.object({ q: z.string().optional() }),
  reply: z.object({ name: z.string() }),
})
const saveThing = endpoint({
  method: 'PUT',
  path: '/things/:thingId',
  access: 'signed-in',
  summary: 'Save it',
  params: z.object({ thingId: z.string() }),
  body: z.object({ name: z.string() }),
  reply: z.object({ done: z.literal(true) }),
})
const sendFile = endpoint({
  method: 'POST',
  path: '/files',
  access: 'signed-in',
  summary: 'Send a file',
  upload: { maxBytes: 100 },
  reply: z.object({ done: z.literal(true) }),
})
const getFile = endpoint({
  method: 'GET',
  path: '/files/1',
  access: 'signed-in',
  summary: 'A file',
  reply: { bytes: 'text/plain' },
})

/** The network's end: what was asked of it, and what it answers. */
let asked: { address: string; request: RequestInit } | undefined
let answer: () => Response
const realFetch = globalThis.fetch

beforeEach(() => {
  globalThis.fetch = async (address, request = {}) => {
    asked = { address: String(address), request }
    return answer()
  }
})
afterEach(() => {
  globalThis.fetch = realFetch
})

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })

describe('calling the contract', () => {
  test('fills the path, leaves out what was not asked, and drops what the contract does not list', async () => {
    answer = json({ name: 'A', secret: 'x' })
    expect(await call(getThing, { params: { thingId: 'a/b' }, query: {} })).toEqual({ name: 'A' })
    expect(asked?.address).toBe('/api/things/a%2Fb')
  })

  test('sends JSON', async () => {
    answer = json({ done: true })
    await call(saveThing, { params: { thingId: '1' }, body: { name: 'Hưng Đạo' } })
    expect(asked?.request).toMatchObject({ method: 'PUT', body: '{"name":"Hưng Đạo"}' })
  })

  test('sends a file under its own name', async () => {
    answer = json({ done: true })
    await call(sendFile, { file: new File(['x'], 'quyết định.txt') })
    const form = asked?.request.body as FormData
    expect((form.get('file') as File).name).toBe('quyết định.txt')
  })

  test('gives a file with its Vietnamese name', async () => {
    answer = () =>
      new Response('x', {
        headers: {
          'content-disposition': `attachment; filename="a.docx"; filename*=UTF-8''${encodeURIComponent('biên bản.docx')}`,
        },
      })
    const file = await call(getFile)
    expect(file.name).toBe('biên bản.docx')
    expect(await file.blob.text()).toBe('x')
  })

  test('turns the server’s no into a refusal with its sentence and details', async () => {
    answer = json(
      { error: { code: 'changed-meanwhile', sentence: 'Đã được người khác sửa.', details: { theirs: 'B' } } },
      409,
    )
    await expect(call(saveThing, { params: { thingId: '1' }, body: { name: 'A' } })).rejects.toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
      sentence: 'Đã được người khác sửa.',
      details: { theirs: 'B' },
    })
  })

  test('says so in a sentence when nobody answers, or only a proxy does', async () => {
    answer = () => {
      throw new TypeError('failed to fetch')
    }
    const refusal = await call(getFile).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ status: 0, code: 'no-answer' })
    answer = () => new Response('<html>Bad gateway</html>', { status: 502 })
    await expect(call(getFile)).rejects.toMatchObject({ status: 0, code: 'no-answer' })
  })

  test('asks for a reload when the reply is not what this page was built for', async () => {
    answer = json({ title: 'A' })
    await expect(call(getThing, { params: { thingId: '1' } })).rejects.toMatchObject({ code: 'other-version' })
  })

  test('says when the session is over, but not for a wrong password', async () => {
    let times = 0
    whenSignedOut(() => {
      times += 1
    })
    answer = json({ error: { code: 'wrong-credentials', sentence: 'Sai.', details: null } }, 401)
    await expect(call(getFile)).rejects.toMatchObject({ status: 401 })
    expect(times).toBe(0)
    answer = json({ error: { code: 'not-signed-in', sentence: 'Hết phiên.', details: null } }, 401)
    await expect(call(getFile)).rejects.toMatchObject({ status: 401 })
    expect(times).toBe(1)
  })
})

test('a plain link to an entry', () => {
  expect(addressOf('/documents/:documentId/file', { documentId: '7' }, { as: 'docx', none: undefined })).toBe(
    '/api/documents/7/file?as=docx',
  )
})
