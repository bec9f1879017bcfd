import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { downloadAttachment, listAttachments, previewAttachment } from '@cchc/domain/evidence/contract.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { otherUnitOfficer, planner, unitHead, unitOfficer } from '../../test/people.ts'
import { received } from '../../test/report-desk.ts'
import { openSender, type Place, type Sender } from '../../test/upload.ts'
import { openObjectStore } from '../platform/object-store.ts'
import { openScanner, type Scanner } from '../platform/scanner.ts'
import { startWorker } from '../platform/worker.ts'
import { tasks } from '../tasks.ts'
import { makePdf } from './cases/make-files.ts'

/** A scanner that speaks clamd's protocol over a real socket, and an object store that speaks S3's over real HTTP. */

const eicar = 'EICAR-TEST-FILE'
/** What the scanner does with the next files instead of looking. */
let mood: 'looks' | 'silent' | 'hangs-up' | 'says-too-large' = 'looks'
let scanned = 0

function clamd(): Server {
  return createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data])
      if (mood === 'hangs-up') return void socket.destroy()
      if (mood === 'silent') return
      const command = 'zINSTREAM\0'
      if (!heard.toString('latin1').startsWith(command.slice(0, heard.length)))
        return void socket.end('UNKNOWN COMMAND\0')
      const file: Buffer[] = []
      for (let at = command.length; at + 4 <= heard.length; ) {
        const length = heard.readUInt32BE(at)
        if (length === 0) {
          scanned += 1
          if (mood === 'says-too-large') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
          return void socket.end(
            Buffer.concat(file).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
          )
        }
        file.push(heard.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
}

let daemon: Server
let scanner: Scanner
let address: { host: string; port: number }
beforeAll(async () => {
  daemon = clamd().listen(0, '127.0.0.1')
  await once(daemon, 'listening')
  address = { host: '127.0.0.1', port: (daemon.address() as AddressInfo).port }
  scanner = openScanner(address)
})
afterAll(() => new Promise<void>((done) => daemon.close(() => done())))
beforeEach(() => {
  mood = 'looks'
})

describe('the scanner', () => {
  const ask = (text: string, patience?: number) =>
    openScanner(address, patience).scan(Readable.from([Buffer.from(text)]))

  test('finds, clears, and says what it cannot', async () => {
    expect(await ask('một tệp bình thường')).toEqual({ clean: true })
    expect(await ask(`x${eicar}x`)).toEqual({ infected: 'Eicar-Test-Signature' })
    expect(await ask('a'.repeat(3_000_000))).toEqual({ clean: true })
    mood = 'says-too-large'
    expect(await ask('a')).toEqual({ problem: expect.stringContaining('StreamMaxLength') })
  })

  test('that does not answer, hangs up or is not there is asked again later', async () => {
    mood = 'silent'
    await expect(ask('a', 300)).rejects.toThrow('không trả lời')
    mood = 'hangs-up'
    await expect(ask('a')).rejects.toThrow()
    await expect(openScanner({ host: '127.0.0.1', port: 1 }).scan(Readable.from([Buffer.from('a')]))).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})

describe('a file that is to be scanned', () => {
  let house: TestHouse
  let sender: Sender
  let inspectionId: string
  let place: Place
  let worker: { stop(): Promise<void> } | undefined
  const work = async () => {
    worker = await startWorker(house.ground, house.databaseUrl, tasks, () => undefined)
  }
  beforeAll(async () => {
    house = await openTestHouse({ scanner: () => scanner })
    sender = await openSender(house)
    const built = await buildInspection(house)
    inspectionId = built.inspectionId
    place = { ownerKind: 'self-report', ownerId: built.selfReportId!, place: received }
  })
  afterAll(async () => {
    await worker?.stop()
    await house.close()
  })
  beforeEach(async () => {
    await worker?.stop()
    worker = undefined
    await house.owner.deleteFrom('attachments').execute()
    await house.owner.deleteFrom('notifications').execute()
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`.execute(house.owner)
  })
  const stateOf = async (attachmentId: string) =>
    (
      await house.owner
        .selectFrom('attachments')
        .select('state')
        .where('attachmentId', '=', attachmentId)
        .executeTakeFirst()
    )?.state

  test('is shut until it is found clean', async () => {
    const file = await sender.attach(unitOfficer, place, 'a.pdf', makePdf())
    expect([file.state, file.mayOpen]).toEqual(['checking', false])
    for (const entry of [downloadAttachment, previewAttachment]) {
      const shut = await house.as(unitOfficer).call(entry, { params: file })
      expect([shut.status, shut.error?.code]).toEqual([409, 'file-being-checked'])
    }
    await work()
    await expect.poll(() => stateOf(file.attachmentId)).toBe('clean')
    expect((await house.as(planner).call(downloadAttachment, { params: file })).status).toBe(200)
  })

  test('and infected is dropped, and those who sent it are told', async () => {
    const bytes = Buffer.concat([makePdf(), Buffer.from(`%${eicar}\n`)])
    const file = await sender.attach(unitOfficer, place, 'a.pdf', bytes)
    await work()
    await expect.poll(() => stateOf(file.attachmentId)).toBe('infected')
    const gone = await house.as(unitOfficer).call(downloadAttachment, { params: file })
    expect([gone.status, gone.error?.code]).toEqual([409, 'file-infected'])
    await expect(house.ground.files.get(file.sha256)).rejects.toThrow()
    const told = await house.owner.selectFrom('notifications').select(['personId', 'title']).execute()
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [house.personId(unitOfficer), house.personId(unitHead)].sort(),
    )
    expect(told[0]!.title).toContain('có vi-rút')
    const { attachments } = (await house.as(unitOfficer).call(listAttachments, { params: { inspectionId } })).ok()
    expect(attachments).toMatchObject([{ state: 'infected', mayOpen: false }])
  })

  test('and infected keeps the bytes where somebody else’s row still holds them', async () => {
    const bytes = Buffer.concat([makePdf(2), Buffer.from(`%${eicar}\n`)])
    const file = await sender.attach(unitOfficer, place, 'a.pdf', bytes)
    const { addedOrder, ...row } = await house.owner.selectFrom('attachments').selectAll().executeTakeFirstOrThrow()
    const other = await buildInspection(house, {
      campaign: {
        campaignId: (await house.owner.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow())
          .campaignId,
        outlineVersionId: '',
        seatOf: () => '',
      },
      unitCode: otherUnitOfficer.unitCode!,
      visitOn: null,
      state: 'planned',
    })
    await house.owner
      .insertInto('attachments')
      .values({ ...row, attachmentId: crypto.randomUUID(), inspectionId: other.inspectionId, state: 'clean' })
      .execute()
    await work()
    await expect.poll(() => stateOf(file.attachmentId)).toBe('infected')
    expect((await house.ground.files.get(file.sha256)).length).toBe(bytes.length)
  })

  test('while the scanner was away is queued again at the next start', async () => {
    const file = await sender.attach(unitOfficer, place, 'a.pdf', makePdf(3))
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`.execute(house.owner)
    await sql`select queue_waiting_scans()`.execute(house.ground.database)
    await sql`select queue_waiting_scans()`.execute(house.ground.database)
    const before = scanned
    await work()
    await expect.poll(() => stateOf(file.attachmentId)).toBe('clean')
    expect(scanned).toBe(before + 1)
  })
})

describe('an object store', () => {
  const objects = new Map<string, Buffer>()
  let refusing = false
  let server: HttpServer
  let folder: string
  const settings = () => ({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: 'kho-tai-lieu',
    region: 'us-east-1',
    accessKeyId: 'khoa',
    secretAccessKey: 'bi-mat-cua-kho',
  })
  beforeAll(async () => {
    server = createHttpServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const key = decodeURIComponent(new URL(request.url!, 'http://x').pathname)
      const answer = (status: number, body: Buffer | string = '') =>
        response.writeHead(status, { etag: '"1"' }).end(request.method === 'HEAD' ? undefined : body)
      if (refusing || !request.headers.authorization?.includes('Credential=khoa/'))
        return answer(403, '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>')
      if (request.method === 'PUT') {
        objects.set(key, Buffer.concat(chunks))
        return answer(200)
      }
      if (request.method === 'DELETE') {
        objects.delete(key)
        return answer(204)
      }
      const object = objects.get(key)
      if (!object) return answer(404, '<Error><Code>NoSuchKey</Code><Message>No such key</Message></Error>')
      response.setHeader('content-length', object.length)
      return answer(200, object)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    folder = await mkdtemp(join(tmpdir(), 'kiem-tra-cchc-s3-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  })

  test('keeps, gives, streams and drops by hash, under keys without names', async () => {
    const store = await openObjectStore(settings(), folder)
    const bytes = Buffer.from('nội dung '.repeat(100_000))
    const path = join(folder, 'gửi lên.bin')
    await writeFile(path, bytes)
    const sha256 = await store.putFile(path)
    const key = `/kho-tai-lieu/${sha256.slice(0, 2)}/${sha256}`
    expect(objects.get(key)?.equals(bytes)).toBe(true)
    expect(Buffer.from(await store.get(sha256)).equals(bytes)).toBe(true)
    const pieces: Buffer[] = []
    for await (const piece of await store.open(sha256)) pieces.push(piece as Buffer)
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    expect(await store.put(bytes)).toBe(sha256)
    await store.drop(sha256)
    expect(objects.has(key)).toBe(false)
  })

  test('that refuses, or is not there, is said in one sentence without its keys', async () => {
    refusing = true
    const refused = openObjectStore(settings(), folder)
    await expect(refused).rejects.toMatchObject({
      name: 'StartProblem',
      message: expect.stringMatching(/^Không ghi được vào kho tệp S3 .*AccessDenied/),
    })
    await expect(refused).rejects.toThrow(/^(?!.*bi-mat)/)
    refusing = false
    const away = openObjectStore({ ...settings(), endpoint: 'http://127.0.0.1:1' }, folder)
    await expect(away).rejects.toMatchObject({ name: 'StartProblem', message: expect.stringContaining('ECONNREFUSED') })
  })
})
