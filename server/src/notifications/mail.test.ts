import { once } from 'node:events'
import { announceInspection } from '@cchc/domain/inspections/contract.ts'
import { listMails, sendMailAgain } from '@cchc/domain/notifications/contract.ts'
import { saveMailPreference } from '@cchc/domain/notifications/mail-preference-contract.ts'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { administrator, leader, planner, standingDeputy, unitHead } from '../../test/people.ts'
import { openMailer, whyNoMail } from '../platform/mail.ts'
import { startWorker } from '../platform/worker.ts'
import { tasks } from '../tasks.ts'
import { sendDigests } from './digest.ts'
import { tell } from './tell.ts'

/** Mail through a real server: what arrives is read back from the wire. */
const received: { to: string[]; text: string }[] = []
/** How many of the next mails the server turns away. */
let refusing = 0
let smtp: SMTPServer
let house: TestHouse
let campaign: BuiltCampaign
let worker: { stop(): Promise<void> }
const heard: string[] = []

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusing > 0) {
          refusing -= 1
          return done(Object.assign(new Error('hop thu day'), { responseCode: 452 }))
        }
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as { port: number }
  const mail = openMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Sở Nội vụ <cchc@vi-du.invalid>',
    publicUrl: 'https://cchc.vi-du.invalid',
  })
  house = await openTestHouse({ mail })
  campaign = await buildCampaign(house)
  await house.owner
    .updateTable('people')
    .set({ email: 'lanh-dao@vi-du.invalid' })
    .where('accountId', '=', unitHead.username)
    .execute()
})
afterAll(async () => {
  house.ground.mail.close()
  await house.close()
  await new Promise<void>((done) => smtp.close(() => done()))
})
beforeEach(async () => {
  received.length = 0
  heard.length = 0
  refusing = 0
  await house.owner.deleteFrom('mails').execute()
  await house.owner.deleteFrom('documents').execute()
  await house.owner.deleteFrom('inspections').execute()
  worker = await startWorker(house.ground, house.databaseUrl, tasks, (line) => heard.push(line))
})
afterEach(() => worker.stop())

const announced = async (number: string) => {
  const { inspectionId } = await buildInspection(house, { campaign, state: 'scheduled', visitOn: '2026-09-15' })
  ;(
    await house
      .as(planner)
      .call(announceInspection, { params: { inspectionId }, body: { number, issuedOn: '2026-07-01' } })
  ).ok()
  return inspectionId
}
const arrived = (count: number) => expect.poll(() => received.length).toBe(count)
const outbox = () =>
  house.owner.selectFrom('mails').select(['mailId', 'sentAt', 'attempts', 'problem', 'queuedBy']).execute()

/** The parts of a mail by their type, each with its text or bytes. */
function partsOf(text: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const read = (entity: string) => {
    const [head = '', ...rest] = entity.split(/\r\n\r\n/)
    const body = rest.join('\r\n\r\n')
    const headers = head.replace(/\r\n[ \t]+/g, ' ')
    const boundary = /boundary="?([^";\r\n]+)/i.exec(headers)?.[1]
    if (boundary) {
      for (const part of body.split(`--${boundary}`).slice(1, -1)) read(part.replace(/^\r\n/, ''))
      return
    }
    const type = /content-type:\s*([^;\r\n]+)/i.exec(headers)?.[1]?.trim() ?? 'text/plain'
    const encoding = /content-transfer-encoding:\s*(\S+)/i.exec(headers)?.[1]?.toLowerCase()
    parts.set(type, decoded(body, encoding))
  }
  read(text)
  return parts
}

function decoded(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body)
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}

/** "=?UTF-8?B?…?=" and "=?UTF-8?Q?…?=" words of a header as text. */
function headerOf(text: string, name: string): string {
  const line = new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1] ?? ''
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decoded(word.replaceAll('_', ' '), 'quoted-printable').toString('utf8'),
    )
    .replace(/\r\n\s+/g, ' ')
}

describe('mail', () => {
  test('of a notice arrives once, with its paper by the very bytes and a calendar entry', async () => {
    const inspectionId = await announced('701')
    await arrived(1)
    const [{ to, text } = { to: [], text: '' }] = received
    expect(to).toEqual(['lanh-dao@vi-du.invalid'])
    expect(headerOf(text, 'Subject')).toBe(
      'Lịch kiểm tra cải cách hành chính tại Ủy ban nhân dân phường Lê Chân: sáng thứ Ba 15/09/2026',
    )
    expect(headerOf(text, 'From')).toBe('Sở Nội vụ <cchc@vi-du.invalid>')
    const parts = partsOf(text)
    const body = parts.get('text/plain')!.toString('utf8')
    expect(body).toContain('- Thời gian: buổi sáng thứ Ba, ngày 15/09/2026, bắt đầu từ 08 giờ 00 phút')
    expect(body).toContain(`https://cchc.vi-du.invalid/lich/${inspectionId}`)
    expect(body).not.toContain('minh họa')
    const docx = parts.get('application/vnd.openxmlformats-officedocument.wordprocessingml.document')!
    const { sha256 } = await expect
      .poll(async () => await house.owner.selectFrom('documents').select('sha256').executeTakeFirstOrThrow())
      .toMatchObject({ sha256: expect.any(String) })
      .then(() => house.owner.selectFrom('documents').select('sha256').executeTakeFirstOrThrow())
    expect(docx.equals(Buffer.from(await house.ground.files.get(sha256!)))).toBe(true)
    const calendar = new ICAL.Component(ICAL.parse(parts.get('text/calendar')!.toString('utf8')))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
    expect(event.uid).toContain(inspectionId)
    expect(event.startDate.toString()).toBe('2026-09-15T01:00:00Z')
    expect(event.endDate.toString()).toBe('2026-09-15T04:30:00Z')
    expect(event.summary).toBe('Kiểm tra CCHC: Phường Lê Chân')
    expect(event.organizer).toBe('mailto:cchc@vi-du.invalid')
    // The outbox learns of it only after the mail server has taken it.
    await expect.poll(outbox).toMatchObject([{ attempts: 1, problem: null, sentAt: expect.any(String) }])
  })

  test('that is queued again by mistake does not go twice', async () => {
    await announced('702')
    await arrived(1)
    const [row] = await outbox()
    await house.within(planner, ({ enqueue }) => enqueue('mail.send', { mailId: row!.mailId }))
    await house.within(planner, ({ enqueue }) => enqueue('mail.send', { mailId: row!.mailId }))
    await expect
      .poll(async () => {
        const { rows } = await sql<{
          count: number
        }>`select count(*)::int as count from graphile_worker.jobs`.execute(house.owner)
        return rows[0]?.count
      })
      .toBe(0)
    expect(received).toHaveLength(1)
    expect((await house.as(planner).call(sendMailAgain, { params: row! })).error?.code).toBe('mail-sent-already')
  })

  test('that the server turns away keeps the reason, and goes when it is tried again', async () => {
    refusing = 1
    await announced('703')
    await expect.poll(async () => (await outbox())[0]?.problem ?? '').toContain('hop thu day')
    const listed = (await house.as(administrator).call(listMails)).ok()
    expect(listed).toMatchObject({
      whyNot: null,
      mails: [{ attempts: 1, sentAt: null, problem: expect.stringContaining('hop thu day') }],
    })
    ;(await house.as(administrator).call(sendMailAgain, { params: listed.mails[0]! })).ok()
    await arrived(1)
    await expect.poll(async () => (await outbox())[0]).toMatchObject({ problem: null, sentAt: expect.any(String) })
  })

  test('about a secret inspection is sent for its circle and invisible to everybody else', async () => {
    const { inspectionId } = await buildInspection(house, {
      campaign,
      kind: 'unannounced',
      state: 'ordered',
      visitOn: '2026-09-15',
    })
    for (const person of [leader, standingDeputy])
      await house.owner
        .insertInto('inspectionCircle')
        .values({ inspectionId, personId: house.personId(person) })
        .execute()
    await house.owner
      .updateTable('people')
      .set({ email: 'pho-doan@vi-du.invalid' })
      .where('accountId', '=', standingDeputy.username)
      .execute()
    await house.within(leader, (context) =>
      tell(context, {
        personIds: [house.personId(standingDeputy)],
        inspectionId,
        kind: 'inspection.order',
        title: 'Có việc mới',
        link: '/',
        mail: { subject: 'Có việc mới trong phần mềm', body: 'Mở phần mềm để xem.' },
      }),
    )
    await arrived(1)
    for (const person of [administrator, planner])
      expect((await house.as(person).call(listMails)).ok().mails).toEqual([])
    const [row] = await outbox()
    expect((await house.as(administrator).call(sendMailAgain, { params: row! })).error?.code).toBe('no-such-mail')
  })

  test('that waited for a mail server goes when there is one', async () => {
    await worker.stop()
    await announced('704')
    await sql`delete from graphile_worker._private_jobs`.execute(house.owner)
    await sql`select queue_waiting_mails()`.execute(house.ground.database)
    worker = await startWorker(house.ground, house.databaseUrl, tasks, (line) => heard.push(line))
    await arrived(1)
  })
})

describe('somebody who wants one mail a day', () => {
  const choose = async (delivery: 'instant' | 'digest') =>
    (await house.as(unitHead).call(saveMailPreference, { body: { delivery } })).ok()
  const write = (subject: string, inspectionId: string | null) =>
    house.within(planner, (context) =>
      tell(context, {
        personIds: [house.personId(unitHead)],
        inspectionId,
        kind: 'reminder.send',
        title: subject,
        link: '/',
        mail: { subject, body: `Nội dung: ${subject}` },
      }),
    )
  const morning = () => sendDigests.runAtTime(house.ground, new AbortController().signal)
  const queued = async () =>
    (await sql<{ count: number }>`select count(*)::int as count from graphile_worker.jobs`.execute(house.owner)).rows[0]
      ?.count
  afterEach(() => choose('instant'))

  test('gets what has gathered in the morning as one mail, once', async () => {
    expect(await choose('digest')).toEqual({ delivery: 'digest', address: 'lanh-dao@vi-du.invalid' })
    const { inspectionId } = await buildInspection(house, { campaign })
    await write('Việc thứ nhất', inspectionId)
    await write('Việc thứ hai', null)
    expect(await queued()).toBe(0)
    expect((await house.as(administrator).call(listMails)).ok().mails.map(({ digest }) => digest)).toEqual([
      'waiting',
      'waiting',
    ])
    await Promise.all([morning(), morning()])
    await arrived(1)
    const text = partsOf(received[0]!.text).get('text/plain')!.toString('utf8')
    expect(text).toContain('1. Việc thứ hai')
    expect(text).toContain('Nội dung: Việc thứ nhất')
    await morning()
    await expect.poll(queued).toBe(0)
    expect(received).toHaveLength(1)
  })

  test('gets papers and invitations at once all the same', async () => {
    await choose('digest')
    await announced('720')
    await arrived(1)
  })

  test('gets what has waited when they choose mail at once again', async () => {
    await choose('digest')
    await write('Việc đang chờ', null)
    await choose('instant')
    await arrived(1)
    await write('Việc mới', null)
    await arrived(2)
  })

  test('mail about an unannounced inspection is never gathered', async () => {
    await house.owner
      .updateTable('people')
      .set({ email: 'pho-doan@vi-du.invalid' })
      .where('accountId', '=', standingDeputy.username)
      .execute()
    ;(await house.as(standingDeputy).call(saveMailPreference, { body: { delivery: 'digest' } })).ok()
    const { inspectionId } = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' })
    for (const person of [leader, standingDeputy])
      await house.owner
        .insertInto('inspectionCircle')
        .values({ inspectionId, personId: house.personId(person) })
        .execute()
    await house.within(leader, (context) =>
      tell(context, {
        personIds: [house.personId(standingDeputy)],
        inspectionId,
        kind: 'inspection.order',
        title: 'Có việc mới',
        link: '/',
        mail: { subject: 'Có việc mới trong phần mềm', body: 'Mở phần mềm để xem.' },
      }),
    )
    await arrived(1)
  })
})

describe('an illustrative installation', () => {
  test('says in every mail that it is one', async () => {
    await house.owner.updateTable('settings').set({ illustrative: true }).execute()
    try {
      await announced('710')
      await arrived(1)
      expect(partsOf(received[0]!.text).get('text/plain')!.toString('utf8')).toContain('Dữ liệu minh họa')
    } finally {
      await house.owner.updateTable('settings').set({ illustrative: false }).execute()
    }
  })

  test.each([
    [null, false, 'SMTP_URL'],
    [null, true, 'SMTP_URL'],
    ['smtp://thu.vi-du.invalid', false, null],
    ['smtp://thu.vi-du.invalid', true, 'minh họa'],
    ['smtp://localhost:2525', true, null],
    ['smtp://127.0.0.1:2525', true, null],
    ['smtp://[::1]:2525', true, null],
    ['smtp://localhost.thu.vi-du.invalid', true, 'minh họa'],
  ])('with SMTP_URL %s (illustrative: %s)', (smtpUrl, illustrative, reason) => {
    const mailer = openMailer({ smtpUrl, mailFrom: null, publicUrl: 'http://localhost:3000' })
    const why = whyNoMail(mailer, { illustrative })
    mailer.close()
    if (reason === null) expect(why).toBeNull()
    else expect(why).toContain(reason)
  })
})
