import {
  acceptSchedule,
  askSchedule,
  cancelSchedule,
  discardSchedule,
  getScheduleProposal,
  getScheduling,
  type ScheduleProposal,
  saveScheduling,
} from '@cchc/domain/scheduling/contract.ts'
import { SchedulingWeights } from '@cchc/domain/scheduling/problem.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { cityViewer, leader, member, planner, standingDeputy, unitOfficer } from '../../test/people.ts'
import { startWorker } from '../platform/worker.ts'
import { tasks } from '../tasks.ts'
import { allUnits } from './cases/hai-phong.ts'
import { readProblem } from './read-problem.ts'
import { workOutProposal } from './work-out-proposal.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeEach(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterEach(() => house.close())

const weights = SchedulingWeights.parse({})
const units = ['11383', '10525', '11359', '10909', '11020']

async function toPlace(codes: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const unitCode of codes)
    ids.push((await buildInspection(house, { campaign, unitCode, state: 'planned', visitOn: null })).inspectionId)
  return ids
}

async function ask(pinned: string[] = []): Promise<ScheduleProposal> {
  const params = { campaignId: campaign.campaignId }
  return (await house.as(planner).call(askSchedule, { params, body: { weights, pinned } })).ok()
}

const look = async ({ scheduleProposalId }: ScheduleProposal) =>
  (await house.as(planner).call(getScheduleProposal, { params: { scheduleProposalId } })).ok()

/** Does the job that asking has queued. */
async function workOut(proposal: ScheduleProposal, signal = new AbortController().signal): Promise<ScheduleProposal> {
  const viewer = { ...planner, personId: house.personId(planner) }
  await workOutProposal(house.ground, viewer, proposal.scheduleProposalId, signal)
  return look(proposal)
}

const planIn = ({ result, problem }: ScheduleProposal) => {
  if (result?.kind !== 'plan') throw new Error(problem ?? result?.sentence ?? 'no result')
  return result
}

const accept = ({ scheduleProposalId }: ScheduleProposal, inspectionIds: string[] | null = null) =>
  house.as(planner).call(acceptSchedule, { params: { scheduleProposalId }, body: { inspectionIds } })

const slots = () =>
  house.owner
    .selectFrom('inspections')
    .select(['inspectionId', 'state', 'visitOn', 'halfDay', 'teamGroup', 'reportDueOn'])
    .orderBy('inspectionId')
    .execute()

describe('a proposal', () => {
  test('is worked out by the queue in a thread of its own while requests are answered', async () => {
    await toPlace(allUnits().map(({ code }) => code))
    const worker = await startWorker(house.ground, house.databaseUrl, tasks, () => undefined)
    const proposal = await ask()
    let answered = 0
    let now = proposal
    while (now.state === 'queued' || now.state === 'solving') {
      now = await look(proposal)
      if (now.state === 'solving') answered += 1
    }
    await worker.stop()
    const plan = planIn(now)
    expect(answered).toBeGreaterThan(5)
    expect(plan.visits).toHaveLength(128)
    expect(plan.gap).toBeLessThanOrEqual(0.02)
    expect(plan.proposed.broken).toEqual([])
  })

  test('is put on the calendar whole, by the rules and with the records of scheduling', async () => {
    const ids = await toPlace(units)
    const done = await workOut(await ask())
    const plan = planIn(done)
    expect(done.state).toBe('done')
    expect((await slots()).every(({ visitOn }) => visitOn === null)).toBe(true)
    const after = (await accept(done)).ok()
    expect(after).toMatchObject({ state: 'accepted', actions: [] })
    for (const row of await slots()) {
      const visit = plan.visits.find(({ inspectionId }) => inspectionId === row.inspectionId)!
      expect(row).toMatchObject({
        state: 'scheduled',
        visitOn: visit.visitOn,
        halfDay: visit.halfDay,
        teamGroup: visit.group,
        reportDueOn: visit.reportDueOn,
      })
    }
    const events = await house.owner
      .selectFrom('auditEvents')
      .select(['action', 'inspectionId'])
      .where('action', '=', 'inspection.schedule')
      .execute()
    expect(events.map(({ inspectionId }) => inspectionId).sort()).toEqual(ids.sort())
    const rosters = await house.owner.selectFrom('inspectionRoster').select('inspectionId').distinct().execute()
    expect(rosters).toHaveLength(units.length)
  })

  test('lets visits change places, which one by one they could not', async () => {
    const [first, second] = [
      await buildInspection(house, { campaign, unitCode: '11383', state: 'scheduled', visitOn: '2026-08-04' }),
      await buildInspection(house, { campaign, unitCode: '10525', state: 'scheduled', visitOn: '2026-08-05' }),
    ]
    const done = await workOut(await ask())
    const swapped = planIn(done).visits.map((visit) => {
      const visitOn = visit.inspectionId === first.inspectionId ? '2026-08-05' : '2026-08-04'
      return { ...visit, visitOn, halfDay: 'morning', group: 1 }
    })
    await house.owner
      .updateTable('scheduleProposals')
      .set({ result: JSON.stringify({ ...done.result, visits: swapped }) })
      .execute()
    ;(await accept(done)).ok()
    const stands = new Map((await slots()).map(({ inspectionId, visitOn }) => [inspectionId, visitOn]))
    expect([stands.get(first.inspectionId), stands.get(second.inspectionId)]).toEqual(['2026-08-05', '2026-08-04'])
  })

  test('is refused whole when one visit has changed meanwhile; the others can be ticked', async () => {
    const ids = await toPlace(units)
    const done = await workOut(await ask())
    await house.owner.updateTable('inspections').set({ revision: 7 }).where('inspectionId', '=', ids[0]!).execute()
    const before = await slots()
    const refused = await accept(done)
    expect([refused.status, refused.error?.code]).toEqual([409, 'proposal-outdated'])
    expect(await slots()).toEqual(before)
    expect((await look(done)).standing[ids[0]!]).toBe('changed')
    const after = (await accept(done, ids.slice(1, 3))).ok()
    expect(after.state).toBe('done')
    expect(ids.map((id) => after.standing[id])).toEqual(['changed', 'accepted', 'accepted', 'open', 'open'])
  })

  test('leaves nothing behind when a half-day of it has been taken in the middle', async () => {
    await toPlace(units)
    const done = await workOut(await ask())
    const last = planIn(done).visits.at(-1)!
    await buildInspection(house, {
      campaign,
      unitCode: '10507',
      state: 'scheduled',
      visitOn: last.visitOn,
      halfDay: last.halfDay,
    })
    const before = await slots()
    const refused = await accept(done)
    expect([refused.status, refused.error?.code]).toEqual([409, 'slot-taken'])
    expect(await slots()).toEqual(before)
    expect((await look(done)).state).toBe('done')
  })

  test('keeps announced and pinned visits, leaves out what is left out, and goes round busy people and units', async () => {
    const announced = await buildInspection(house, { campaign, unitCode: '10507', visitOn: '2026-07-23' })
    const pinned = await buildInspection(house, {
      campaign,
      unitCode: '10532',
      state: 'scheduled',
      visitOn: '2026-08-06',
    })
    const [id, left] = await toPlace(['11383', '10909'])
    const busy = (who: object, fromOn: string, toOn: string) =>
      house.owner
        .insertInto('busyTimes')
        .values({ ...who, fromOn, toOn, enteredAt: house.clock.now().toISOString() })
        .execute()
    await busy({ unitCode: '11383' }, '2026-07-01', '2026-08-31')
    await busy({ personId: house.personId(member) }, '2026-09-01', '2026-10-31')
    const { visits, binding } = planIn(await workOut(await ask([pinned.inspectionId, left!])))
    expect(visits.map(({ inspectionId }) => inspectionId)).toEqual([id])
    expect(visits[0]!.visitOn >= '2026-11-01').toBe(true)
    expect(binding.length).toBeGreaterThan(0)
    expect(announced.inspectionId).not.toBe(id)
  })

  test('says which rules cannot hold together, and what would make room', async () => {
    await toPlace(units)
    await house.owner
      .updateTable('campaigns')
      .set({ periodTo: '2026-07-24', scheduling: JSON.stringify({ noticeWorkingDays: 14, bufferWorkingDays: 2 }) })
      .execute()
    const { state, result } = await workOut(await ask())
    expect(state).toBe('infeasible')
    if (result?.kind !== 'conflict') throw new Error('a conflict was expected')
    expect(result.rules.length).toBeGreaterThan(1)
    expect(result.remedies.map(({ sentence }) => sentence).join(' ')).toMatch(
      /Giảm thời gian báo trước từ 14 xuống \d+/,
    )
  })
})

describe('under way', () => {
  test('there is one of a campaign at a time, and it can be stopped', async () => {
    await toPlace(units)
    const proposal = await ask()
    const params = { campaignId: campaign.campaignId }
    const second = await house.as(planner).call(askSchedule, { params, body: { weights } })
    expect([second.status, second.error?.code]).toEqual([409, 'schedule-under-way'])
    const { scheduleProposalId } = proposal
    const cancelled = (await house.as(planner).call(cancelSchedule, { params: { scheduleProposalId } })).ok()
    expect(cancelled).toMatchObject({ state: 'cancelled', actions: [] })
    expect(await workOut(proposal)).toMatchObject({ state: 'cancelled', result: null })
    await ask()
  })

  test('one that is stopped while it is worked out gives no result', async () => {
    await toPlace(allUnits().map(({ code }) => code))
    const proposal = await ask()
    const { scheduleProposalId } = proposal
    const working = workOut(proposal)
    await expect.poll(async () => (await look(proposal)).state).toBe('solving')
    ;(await house.as(planner).call(cancelSchedule, { params: { scheduleProposalId } })).ok()
    expect(await working).toMatchObject({ state: 'cancelled', result: null })
  })

  test('one whose server stops is marked so, and one whose server was killed gives way', async () => {
    await toPlace(units)
    const stopped = await workOut(await ask(), AbortSignal.abort())
    expect(stopped).toMatchObject({ state: 'failed', problem: expect.stringContaining('Máy chủ dừng') })
    const killed = await ask()
    await house.owner
      .updateTable('scheduleProposals')
      .set({ state: 'solving', aliveAt: sql`clock_timestamp() - interval '10 minutes'` })
      .where('scheduleProposalId', '=', killed.scheduleProposalId)
      .execute()
    expect((await look(killed)).stalled).toBe(true)
    const again = await workOut(await ask())
    expect(again.state).toBe('done')
    expect((await look(killed)).state).toBe('failed')
  })
})

test('unannounced inspections play no part, not even for those who know of them', async () => {
  await toPlace(units)
  const asked = { weights, pinned: [] }
  const read = () => house.within(planner, (context) => readProblem(context, campaign.campaignId, asked))
  const before = await read()
  const secret = await buildInspection(house, {
    campaign,
    unitCode: '11383',
    kind: 'unannounced',
    state: 'ordered',
    visitOn: '2026-07-20',
  })
  await house.owner
    .insertInto('inspectionCircle')
    .values({ inspectionId: secret.inspectionId, personId: house.personId(planner) })
    .execute()
  expect(await read()).toEqual(before)
})

describe('who and what', () => {
  test('settings are changed by the planner, on the revision they read', async () => {
    const params = { campaignId: campaign.campaignId }
    const { settings, revision } = (await house.as(planner).call(getScheduling, { params })).ok()
    const body = { revision, settings: { ...settings, noticeWorkingDays: 5 } }
    expect((await house.as(planner).call(saveScheduling, { params, body })).ok().settings.noticeWorkingDays).toBe(5)
    const stale = await house.as(planner).call(saveScheduling, { params, body })
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
    const wrong = await house
      .as(planner)
      .call(saveScheduling, { params, body: { revision: revision + 1, settings: { ...settings, roadFactor: 0 } } })
    expect(wrong.status).toBe(400)
  })

  test.each([
    { person: standingDeputy, reads: 200 },
    { person: leader, reads: 200 },
    { person: member, reads: 403 },
    { person: cityViewer, reads: 403 },
    { person: unitOfficer, reads: 403 },
  ])('$person.username reads ($reads) and asks for nothing', async ({ person, reads }) => {
    await toPlace(units.slice(0, 1))
    const params = { campaignId: campaign.campaignId }
    expect((await house.as(person).call(getScheduling, { params })).status).toBe(reads)
    expect((await house.as(person).call(askSchedule, { params, body: { weights } })).status).toBe(403)
  })

  test('with nothing to place there is nothing to ask; a proposal is thrown away once', async () => {
    const params = { campaignId: campaign.campaignId }
    const nothing = await house.as(planner).call(askSchedule, { params, body: { weights } })
    expect([nothing.status, nothing.error?.code]).toEqual([422, 'nothing-to-schedule'])
    await toPlace(units.slice(0, 2))
    const { scheduleProposalId } = await workOut(await ask())
    const discard = () => house.as(planner).call(discardSchedule, { params: { scheduleProposalId } })
    expect((await discard()).ok().state).toBe('discarded')
    expect((await discard()).error?.code).toBe('wrong-state')
    expect((await house.as(planner).call(getScheduling, { params })).ok().latest).toBeNull()
  })
})
