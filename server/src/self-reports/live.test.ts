import type { AddressInfo } from 'node:net'
import { updateAccount } from '@cchc/domain/accounts/contract.ts'
import { bePresent, listChanges, ReportEvent } from '@cchc/domain/self-reports/live-contract.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  otherUnitOfficer,
  planner,
  press,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { initiatives, received, reportDesk } from '../../test/report-desk.ts'
import { withCookies } from '../accounts/sign-in.ts'
import { buildApp } from '../app.ts'
import { openNewsDesk } from '../platform/news.ts'
import { writeAnswers } from './write-answers.ts'

/** Two server processes' worth of the application over one database, each with an ear of its own. */
let house: TestHouse
let campaign: BuiltCampaign
let desk: ReturnType<typeof reportDesk>
let first: string
let second: string
let closeSecond: () => Promise<void>
const open: Listener[] = []

beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
  desk = reportDesk(house, campaign)
  await house.app.listen({ port: 0, host: 'localhost' })
  const news = openNewsDesk(house.databaseUrl)
  const app = await buildApp({ ground: house.ground, signIn: house.signIn, webFolder: null, news })
  await app.listen({ port: 0, host: 'localhost' })
  first = `http://localhost:${(house.app.server.address() as AddressInfo).port}`
  second = `http://localhost:${(app.server.address() as AddressInfo).port}`
  await Promise.all([house.news.listen(), news.listen()])
  closeSecond = async () => {
    await app.close()
    await news.close()
  }
})
afterAll(async () => {
  await closeSecond()
  await house.close()
})
beforeEach(async () => {
  await house.owner.deleteFrom('inspections').execute()
})
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave()
})

interface Listener {
  readonly status: number
  readonly headers: Headers
  /** Waits for the next event that is like this one. */
  next(like: Partial<ReportEvent> | ((event: ReportEvent) => boolean)): Promise<ReportEvent>
  /** Why the server ended the stream. */
  readonly closed: Promise<string>
  leave(): void
}

const cookieOf = async (person: TestPerson) =>
  withCookies(new Headers(), await house.signIn.asPerson(house.personId(person), new Headers())).get('cookie')!

/** Opens a stream as a browser does. */
async function listen(at: string, person: TestPerson, selfReportId: string, tab = ''): Promise<Listener> {
  const leaving = new AbortController()
  const response = await fetch(`${at}/api/self-reports/${selfReportId}/live${tab ? `?tab=${tab}` : ''}`, {
    headers: { cookie: await cookieOf(person) },
    signal: leaving.signal,
  })
  const heard: ReportEvent[] = []
  let wake: () => void = () => undefined
  let say: (why: string) => void
  const closed = new Promise<string>((resolve) => {
    say = resolve
  })
  const read = async () => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        if (block.startsWith('event: closed')) say(JSON.parse(block.split('data: ')[1]!).why)
        else if (block.startsWith('data: ')) heard.push(ReportEvent.parse(JSON.parse(block.slice('data: '.length))))
      }
      wake()
    }
  }
  if (response.ok) read().catch(() => undefined)
  const listener: Listener = {
    status: response.status,
    headers: response.headers,
    closed,
    async next(like) {
      const fits =
        typeof like === 'function'
          ? like
          : (event: ReportEvent) =>
              Object.entries(like).every(
                ([name, value]) => JSON.stringify(event[name as keyof ReportEvent]) === JSON.stringify(value),
              )
      for (;;) {
        const at = heard.findIndex(fits)
        if (at >= 0) return heard.splice(0, at + 1).at(-1)!
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    leave: () => leaving.abort(),
  }
  open.push(listener)
  return listener
}

const present = (person: TestPerson, selfReportId: string, tab: string, itemKey: string | null, here = true) =>
  house.as(person).call(bePresent, { params: { selfReportId }, body: { tab, itemKey, here } })

describe('a report that is open', () => {
  test('tells every process of a save, by the item and never by its text', async () => {
    const { selfReportId } = await desk.openReport()
    const here = await listen(first, unitHead, selfReportId)
    const there = await listen(second, unitOfficer, selfReportId)
    expect(here.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(here.headers.get('content-encoding')).toBeNull()
    expect(here.headers.get('x-accel-buffering')).toBe('no')
    ;(await desk.save(unitOfficer, selfReportId, initiatives, 'Một cửa lưu động')).ok()
    for (const listener of [here, there])
      expect(await listener.next({ kind: 'answers' })).toEqual({
        kind: 'answers',
        items: [{ itemKey: initiatives, revision: 1 }],
      })
    const { answers } = (
      await house.as(unitHead).call(listChanges, { params: { selfReportId }, body: { known: {}, only: [initiatives] } })
    ).ok()
    expect(answers).toMatchObject([{ itemKey: initiatives, value: 'Một cửa lưu động', revision: 1 }])
  })

  test('tells nothing of what was not committed', async () => {
    const { selfReportId } = await desk.openReport()
    const listener = await listen(first, unitHead, selfReportId)
    const undone = house.within(unitOfficer, async (context) => {
      await writeAnswers(context, selfReportId, [{ itemKey: initiatives, value: 'bỏ', revision: 0 }])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    ;(await desk.save(unitOfficer, selfReportId, received, 5)).ok()
    expect(await listener.next((event) => event.kind === 'answers')).toEqual({
      kind: 'answers',
      items: [{ itemKey: received, revision: 1 }],
    })
  })

  test('tells of a change of state and of an explanation', async () => {
    const { selfReportId } = await desk.openReport()
    await desk.write(selfReportId)
    const listener = await listen(first, planner, selfReportId)
    ;(await desk.send(selfReportId)).ok()
    await listener.next({ kind: 'report' })
  })

  test('more items than a notification holds are told without their names', async () => {
    const { selfReportId } = await desk.openReport()
    const listener = await listen(first, unitHead, selfReportId)
    const answers = Array.from({ length: 40 }, (_, index) => ({
      itemKey: `${received}${index}`,
      value: 1,
      revision: 0,
    }))
    await house.within(unitOfficer, (context) => writeAnswers(context, selfReportId, answers))
    await listener.next({ kind: 'answers', items: null })
  })

  test('goes on after the listening connection was cut, and says that something may have been missed', async () => {
    const { selfReportId } = await desk.openReport()
    const here = await listen(first, unitHead, selfReportId)
    const there = await listen(second, unitOfficer, selfReportId)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`.execute(
      house.owner,
    )
    // Each process hears again by itself; only then is what is told next heard in both.
    for (const listener of [here, there]) await listener.next({ kind: 'missed' })
    ;(await desk.save(unitOfficer, selfReportId, received, 5)).ok()
    for (const listener of [here, there]) await listener.next({ kind: 'answers' })
  })
})

describe('who is in it', () => {
  test('is told across processes, by the item, until the page leaves', async () => {
    const { selfReportId } = await desk.openReport()
    const listener = await listen(second, unitHead, selfReportId)
    ;(await present(unitOfficer, selfReportId, 'tab-of-officer', received)).ok()
    const row = { personId: house.personId(unitOfficer), fullName: unitOfficer.fullName, tab: 'tab-of-officer' }
    await listener.next({ kind: 'present', people: [{ ...row, itemKey: received }] })
    ;(await present(unitOfficer, selfReportId, 'tab-of-officer', null)).ok()
    await listener.next({ kind: 'present', people: [{ ...row, itemKey: null }] })
    ;(await present(unitOfficer, selfReportId, 'tab-of-officer', null, false)).ok()
    await listener.next({ kind: 'present', people: [] })
  })

  test('a page that is closed by force leaves with its stream', async () => {
    const { selfReportId } = await desk.openReport()
    const listener = await listen(second, unitHead, selfReportId)
    const officers = await listen(first, unitOfficer, selfReportId, 'tab-that-dies')
    ;(await present(unitOfficer, selfReportId, 'tab-that-dies', received)).ok()
    await listener.next((event) => event.kind === 'present' && event.people.length === 1)
    officers.leave()
    await listener.next({ kind: 'present', people: [] })
  })

  test('concerns the unit alone, and an item that it is asked', async () => {
    const { selfReportId } = await desk.openReport()
    const office = await listen(first, planner, selfReportId)
    const unit = await listen(first, unitHead, selfReportId)
    ;(await present(unitOfficer, selfReportId, 'tab-of-officer', received)).ok()
    await unit.next((event) => event.kind === 'present' && event.people.length === 1)
    ;(await desk.save(unitOfficer, selfReportId, received, 1)).ok()
    expect(await office.next(() => true)).toEqual({ kind: 'present', people: [] })
    // The report has become a draft, and then the item; nothing of who is in it.
    expect(await office.next(() => true)).toEqual({ kind: 'report' })
    expect(await office.next(() => true)).toMatchObject({ kind: 'answers' })
    expect((await present(unitOfficer, selfReportId, 'tab-of-officer', 'no.such-item')).status).toBe(404)
    expect((await present(planner, selfReportId, 'tab-of-planner', null)).status).toBe(403)
    expect((await present(otherUnitOfficer, selfReportId, 'tab-of-others', null)).status).toBe(404)
  })
})

describe('who may listen', () => {
  test('nobody hears of a report that they may not read, whether it exists or not', async () => {
    const { selfReportId } = await desk.openReport()
    const unknown = '00000000-0000-4000-8000-000000000000'
    const ask = async (person: TestPerson, id: string) => {
      const response = await fetch(`${first}/api/self-reports/${id}/live?once=1`, {
        headers: { cookie: await cookieOf(person) },
      })
      return [response.status, await response.text()]
    }
    const [status, body] = await ask(otherUnitOfficer, selfReportId)
    expect(status).toBe(404)
    expect(await ask(otherUnitOfficer, unknown)).toEqual([status, body])
    expect((await ask(cityViewer, selfReportId))[0]).toBe(403)
    expect((await ask(press, selfReportId))[0]).toBe(403)
    expect((await fetch(`${first}/api/self-reports/${selfReportId}/live`)).status).toBe(401)
    expect(await ask(unitHead, selfReportId)).toEqual([200, 'data: {"kind":"present","people":[]}\n\n'])
    const theirs = await house.as(otherUnitOfficer).call(listChanges, { params: { selfReportId }, body: { known: {} } })
    expect(theirs.status).toBe(404)
  })

  test('nobody hears of an unannounced inspection, and those who listened stop, until it is opened on site', async () => {
    const { selfReportId, inspectionId } = await desk.openReport()
    const become = (changes: { kind?: 'unannounced'; state: 'ordered' | 'opened' }) =>
      house.owner.updateTable('inspections').set(changes).where('inspectionId', '=', inspectionId).execute()
    const before = await listen(first, unitHead, selfReportId)
    await become({ kind: 'unannounced', state: 'ordered' })
    await sql`select pg_notify('cchc_news', ${JSON.stringify({ of: 'person', personId: house.personId(unitHead) })})`.execute(
      house.owner,
    )
    expect(await before.closed).toBe('not-permitted')
    for (const person of [unitHead, planner]) expect((await listen(first, person, selfReportId)).status).toBe(404)
    await become({ state: 'opened' })
    for (const person of [unitHead, planner]) expect((await listen(first, person, selfReportId)).status).toBe(200)
  })

  test('whose account is locked, whose roles change or who signs out stops hearing at once', async () => {
    const { selfReportId } = await desk.openReport()
    const personId = house.personId(unitOfficer)
    const account = (await house.owner
      .selectFrom('people')
      .selectAll()
      .where('personId', '=', personId)
      .executeTakeFirst())!
    const { fullName, post, unitCode, email, phone } = account
    const body = { fullName, post, unitCode, email, phone, roles: [...unitOfficer.roles], disabled: false }
    const change = async (changes: object) =>
      (
        await house
          .as(administrator)
          .call(updateAccount, { params: { personId }, body: { ...body, ...changes } as never })
      ).ok()

    const locked = await listen(first, unitOfficer, selfReportId)
    const colleague = await listen(second, unitHead, selfReportId)
    await change({ disabled: true })
    expect(await locked.closed).toBe('not-permitted')
    await change({})

    const moved = await listen(second, unitOfficer, selfReportId)
    await change({ roles: ['press'] })
    expect(await moved.closed).toBe('not-permitted')
    await change({})

    const leaving = await listen(second, unitOfficer, selfReportId)
    await sql`delete from auth.session where "userId" = ${unitOfficer.username}`.execute(house.owner)
    expect(await leaving.closed).toBe('not-permitted')
    ;(await desk.save(unitHead, selfReportId, received, 7)).ok()
    await colleague.next({ kind: 'answers' })
  })

  test('one person’s oldest page gives way when too many are open', async () => {
    const { selfReportId } = await desk.openReport()
    const oldest = await listen(first, unitOfficer, selfReportId)
    for (let more = 0; more < 8; more++) await listen(first, unitOfficer, selfReportId)
    expect(await oldest.closed).toBe('too-many')
  })

  test('a server that stops ends its streams and is not held up by them', async () => {
    const { selfReportId } = await desk.openReport()
    const news = openNewsDesk(house.databaseUrl)
    const app = await buildApp({ ground: house.ground, signIn: house.signIn, webFolder: null, news })
    await app.listen({ port: 0, host: 'localhost' })
    const at = `http://localhost:${(app.server.address() as AddressInfo).port}`
    await news.listen()
    const listener = await listen(at, unitHead, selfReportId)
    await Promise.all([app.close(), news.close()])
    expect(await listener.closed).toBe('stopping')
  })
})
