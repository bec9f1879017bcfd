import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AttachmentView, finishUpload, type OwnerKind } from '@cchc/domain/evidence/contract.ts'
import { expect } from 'vitest'
import { withCookies } from '../src/accounts/sign-in.ts'
import type { TestHouse } from './house.ts'
import type { TestPerson } from './people.ts'

/** Where a file is to hang. */
export interface Place {
  readonly ownerKind: OwnerKind
  readonly ownerId: string
  readonly place: string
}

/** Sends files as a browser does, by the tus protocol over real sockets. */
export async function openSender(house: TestHouse) {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.app.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  const cookies = new Map<string, string>()
  const cookieOf = async (person: TestPerson) => {
    const known = cookies.get(person.username)
    if (known) return known
    const set = await house.signIn.asPerson(house.personId(person), new Headers())
    const cookie = withCookies(new Headers(), set).get('cookie')!
    cookies.set(person.username, cookie)
    return cookie
  }
  const headersOf = async (person: TestPerson | null) => ({
    'tus-resumable': '1.0.0',
    ...(person ? { cookie: await cookieOf(person) } : {}),
  })

  const sender = {
    address,
    cookieOf,
    /** Any request of the protocol. */
    async ask(
      person: TestPerson | null,
      method: string,
      path: string,
      headers: Record<string, string> = {},
      body?: Uint8Array,
    ) {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: { ...(await headersOf(person)), ...headers },
        ...(body ? { body: Uint8Array.from(body) } : {}),
      })
      const text = await response.text()
      const told = text.startsWith('{') ? (JSON.parse(text) as { error?: { code: string; sentence: string } }) : {}
      return { status: response.status, headers: response.headers, text, error: told.error }
    },
    begin(person: TestPerson | null, place: Place, name: string, size: number, more: Record<string, string> = {}) {
      const metadata = Object.entries({ ...place, name, ...more }).map(
        ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
      )
      return sender.ask(person, 'POST', '/api/uploads', {
        'upload-length': String(size),
        'upload-metadata': metadata.join(','),
      })
    },
    patch(person: TestPerson, path: string, bytes: Uint8Array, offset = 0) {
      return sender.ask(
        person,
        'PATCH',
        path,
        { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        bytes,
      )
    },
    /** Sends the beginning of the bytes and loses the connection once some of them have come. */
    async cut(person: TestPerson, path: string, bytes: Uint8Array, after: number) {
      const sending = request(`${address}${path}`, {
        method: 'PATCH',
        headers: {
          ...(await headersOf(person)),
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': bytes.length,
        },
      })
      sending.on('error', () => undefined)
      sending.write(bytes.subarray(0, after))
      const uploadId = path.split('/').at(-1)!
      await expect.poll(() => house.ground.files.uploads.sizeOf(uploadId)).toBeGreaterThan(0)
      const closed = new Promise((done) => sending.once('close', done))
      sending.destroy()
      await closed
    },
    finish: (person: TestPerson, path: string) =>
      house.as(person).call(finishUpload, { params: { uploadId: path.split('/').at(-1)! } }),
    /** A whole upload: begun, sent in one go, finished. */
    async send(person: TestPerson, place: Place, name: string, bytes: Uint8Array, more: Record<string, string> = {}) {
      const begun = await sender.begin(person, place, name, bytes.length, more)
      if (begun.status !== 201) throw new Error(`${begun.status} ${begun.error?.code}: ${begun.error?.sentence}`)
      const path = begun.headers.get('location')!
      await sender.patch(person, path, bytes)
      return sender.finish(person, path)
    },
    async attach(person: TestPerson, place: Place, name: string, bytes: Uint8Array): Promise<AttachmentView> {
      return (await sender.send(person, place, name, bytes)).ok().attachment
    },
  }
  return sender
}

export type Sender = Awaited<ReturnType<typeof openSender>>
