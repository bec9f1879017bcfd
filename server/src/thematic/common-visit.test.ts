import { draftConclusion } from '@cchc/domain/conclusions/contract.ts'
import { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import {
  editFinding,
  getVisit,
  recordFinding,
  saveAttendance,
  saveMinutes,
  startVisit,
  verifyFigure,
} from '@cchc/domain/fieldwork/contract.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { getSynthesis, getSynthesisPaper } from '@cchc/domain/synthesis/contract.ts'
import * as contract from '@cchc/domain/thematic/contract.ts'
import type { ThematicPerson } from '@cchc/domain/thematic/guest.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  coordinator,
  leader,
  member,
  otherCoordinator,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
} from '../../test/people.ts'
import { received, shortcoming, visitDesk } from '../../test/visit-desk.ts'

/** Two departments inside the plan's visit at Phường Lê Chân: whose findings are whose, and what the papers say. */

const guest: TestPerson = {
  username: 'chuyen-vien-tu-phap',
  fullName: 'Chuyên viên Tư pháp',
  post: 'Chuyên viên Phòng Hành chính tư pháp',
  roles: ['thematic-coordinator'],
  unitCode: '31-STP',
}

let house: TestHouse
let campaign: BuiltCampaign
let inspectionId: string
let own: contract.RegistrationDetail
let others: contract.RegistrationDetail
let desk: ReturnType<typeof visitDesk>

beforeAll(async () => {
  house = await openTestHouse()
  await house.admit([guest])
  campaign = await buildCampaign(house)
  desk = visitDesk(house, campaign)
  inspectionId = await desk.announcedVisit()
  own = await merged(coordinator, 'Kiểm tra công tác chứng thực', [
    { fullName: guest.fullName, post: guest.post, personId: house.personId(guest) },
    { fullName: 'Người Không Tài Khoản', post: 'Trưởng phòng', personId: null },
  ])
  house.clock.set('2026-07-01T02:00:01Z')
  others = await merged(otherCoordinator, 'Kiểm tra tài sản công', [])
  house.clock.set('2026-07-15T01:05:00Z')
})
afterAll(() => house.close())

async function merged(person: TestPerson, title: string, people: ThematicPerson[]) {
  const body = {
    title,
    content: 'Nội dung',
    legalBasis: '',
    fieldKeys: [],
    people,
    units: [{ unitCode: '11383', wish: { from: '2026-07-01', to: '2026-07-31' } }],
  }
  const registration = (await house.as(person).call(contract.registerThematic, { params: campaign, body })).ok()
  const [unit] = registration.units
  return (
    await house.as(standingDeputy).call(contract.mergeThematic, {
      params: unit!,
      body: { revision: unit!.revision, hostId: inspectionId, note: '' },
    })
  ).ok()
}

const id = (number: number) => `10000000-0000-4000-8000-00000000000${number}`
const note = (person: TestPerson, number: number, registrationId: string | null = null, text = `Phát hiện ${number}`) =>
  house.as(person).call(recordFinding, {
    params: { inspectionId },
    body: { ...shortcoming, text, findingId: id(number), registrationId },
  })
const visit = async (person: TestPerson) => (await house.as(person).call(getVisit, { params: { inspectionId } })).ok()
const lines = async (kind: 'schedule-notice' | 'minutes' | 'conclusion-notice', person = planner) =>
  paperLines((await house.as(person).call(getInspectionPaper, { params: { inspectionId, kind } })).ok().paper)

test('the schedule notice names what is merged, with its agency', async () => {
  const notice = await lines('schedule-notice')
  expect(notice).toContain('Lồng ghép nội dung kiểm tra chuyên đề của các cơ quan:')
  expect(notice).toContain('- Sở Tư pháp: Kiểm tra công tác chứng thực;')
  expect(notice.some((line) => line.startsWith('- Sở Tài chính: Kiểm tra tài sản công'))).toBe(true)
})

describe('in the session', () => {
  test('guests are expected with their agency, and may not open it', async () => {
    expect((await desk.start(guest, inspectionId)).error?.code).toBe('only-own-findings')
    ;(await house.as(planner).call(startVisit, { params: { inspectionId }, body: { startedAt: null } })).ok()
    const { attendance, thematic } = await visit(planner)
    expect(attendance).toContainEqual({
      side: 'team',
      fullName: 'Chuyên viên Tư pháp',
      post: expect.stringContaining('Sở Tư pháp'),
      present: false,
    })
    expect(attendance.map(({ fullName }) => fullName)).toContain('Người Không Tài Khoản')
    expect(thematic.map(({ agencyName }) => agencyName)).toEqual(['Sở Tư pháp', 'Sở Tài chính'])
  })

  test('a guest records findings of their own, and nothing else', async () => {
    const { actions, guestOf } = await visit(guest)
    expect([actions, guestOf]).toEqual([['record-findings'], [own.registrationId]])
    expect((await note(guest, 1)).ok()).toMatchObject({ registrationId: own.registrationId, mine: true })
    expect((await note(guest, 1)).ok()).toMatchObject({ registrationId: own.registrationId, revision: 1 })
    expect((await note(guest, 2, others.registrationId)).error?.code).toBe('not-a-guest')
    const as = house.as(guest)
    const params = { inspectionId }
    const refused = [
      await as.call(saveAttendance, { params, body: { attendance: [] } }),
      await as.call(verifyFigure, {
        params: { ...params, itemKey: received },
        body: { revision: 0, verified: 120, reason: '' },
      }),
      await as.call(saveMinutes, {
        params,
        body: { revision: 0, chair: 'x', secretary: 'x', exchange: '', unitOpinion: '' },
      }),
      await desk.close(guest, inspectionId),
    ]
    expect(refused.map(({ status, error }) => [status, error?.code])).toEqual(
      Array.from({ length: 4 }, () => [403, 'only-own-findings']),
    )
  })

  test('somebody of the department who is not sent, or of another one, records nothing', async () => {
    expect((await note(coordinator, 3)).error?.code).toBe('not-on-roster')
    expect((await note(otherCoordinator, 3)).error?.code).toBe('not-on-roster')
    const seen = await visit(coordinator)
    expect([seen.findings.map(({ findingId }) => findingId), seen.figures, seen.actions]).toEqual([[id(1)], [], []])
    expect((await visit(otherCoordinator)).findings).toEqual([])
  })

  test('the team may tag a finding with what is merged into this visit', async () => {
    expect((await note(member, 4, others.registrationId, 'Chưa kiểm kê tài sản')).ok()).toMatchObject({
      registrationId: others.registrationId,
    })
    expect((await note(member, 5)).ok().registrationId).toBeNull()
    expect((await note(member, 6, id(9))).error?.code).toBe('not-a-guest')
    const change = {
      params: { findingId: id(5) },
      body: { ...shortcoming, text: 'Phát hiện của Đoàn', registrationId: null, revision: 1 },
    }
    expect((await house.as(member).call(editFinding, change)).ok()).toMatchObject({ registrationId: null, revision: 2 })
  })

  test('each department reads its own findings, in its registration', async () => {
    const found = async (person: TestPerson, { registrationId }: { registrationId: string }) =>
      (await house.as(person).call(contract.getRegistration, { params: { registrationId } }))
        .ok()
        .foundOnSite.map(({ text }) => text)
    expect(await found(coordinator, own)).toEqual(['Phát hiện 1'])
    expect(await found(otherCoordinator, others)).toEqual(['Chưa kiểm kê tài sản'])
  })
})

describe('afterwards', () => {
  test('the minutes keep each one’s findings apart, under its agency', async () => {
    await desk.prepareMinutes(inspectionId)
    house.clock.set('2026-07-15T04:30:00Z')
    ;(await desk.close(planner, inspectionId)).ok()
    const minutes = await lines('minutes', unitHead)
    const at = minutes.indexOf('5. Nội dung kiểm tra chuyên đề lồng ghép')
    expect(minutes[at + 1]).toBe('a) Sở Tư pháp: Kiểm tra công tác chứng thực')
    const part = minutes.slice(at).join('\n')
    expect(part).toContain('+ Phát hiện 1.')
    expect(part).toContain('b) Sở Tài chính: Kiểm tra tài sản công')
    expect(part).toContain('+ Chưa kiểm kê tài sản.')
    expect(minutes.slice(0, at).join('\n')).not.toContain('Chưa kiểm kê tài sản')
    expect(minutes.slice(0, at).join('\n')).toContain('Phát hiện của Đoàn')
    expect(minutes.some((line) => line.includes('Chuyên viên Tư pháp, ') && line.includes('Sở Tư pháp'))).toBe(true)
  })

  test('the conclusion is drafted from the team’s own findings and names the departments', async () => {
    const draft = (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
    expect(draft.findings.map(({ text }) => text)).toEqual(['Phát hiện của Đoàn'])
    expect(JSON.stringify(draft.text)).not.toContain('Chưa kiểm kê')
    expect(draft.recommendations).toHaveLength(1)
    const notice = (await lines('conclusion-notice')).join('\n')
    expect(notice).toContain(
      'Buổi kiểm tra lồng ghép nội dung kiểm tra chuyên đề của: Sở Tư pháp (Kiểm tra công tác chứng thực); Sở Tài chính (Kiểm tra tài sản công).',
    )
  })

  test('a decision can no longer be taken back; the department writes its result', async () => {
    const [unit] = (
      await house.as(coordinator).call(contract.getRegistration, { params: { registrationId: own.registrationId } })
    ).ok().units
    expect(unit).toMatchObject({ state: 'merged', actions: ['result'], findings: 1, host: { state: 'visited' } })
    const unmerge = await house
      .as(standingDeputy)
      .call(contract.unmergeThematic, { params: unit!, body: { revision: unit!.revision, reason: 'Muộn' } })
    expect(unmerge.error?.code).toBe('wrong-state')
    const result = await house.as(coordinator).call(contract.saveThematicResult, {
      params: unit!,
      body: { revision: unit!.revision, text: 'Chứng thực đúng quy định, trừ 04 trường hợp' },
    })
    expect(result.ok().units[0]?.result?.text).toContain('04 trường hợp')
  })

  test('the synthesis counts merges and exceptions, on screen and on paper', async () => {
    const second = (
      await house.as(coordinator).call(contract.registerThematic, {
        params: campaign,
        body: {
          title: 'Kiểm tra hộ tịch',
          content: 'Nội dung',
          legalBasis: '',
          fieldKeys: [],
          people: [],
          units: [{ unitCode: '11383', wish: { from: '2026-10-01', to: '2026-10-31' } }],
        },
      })
    ).ok()
    const [unit] = second.units
    ;(
      await house.as(leader).call(contract.separateThematic, {
        params: unit!,
        body: { revision: unit!.revision, note: '', exceptionReason: 'Có đơn thư phải làm rõ' },
      })
    ).ok()
    const synthesis = (await house.as(planner).call(getSynthesis, { params: campaign })).ok()
    expect(synthesis.thematic).toMatchObject({
      registered: 3,
      merged: 2,
      mergedMade: 2,
      separate: 1,
      findings: 2,
      exceptions: [
        {
          unitName: 'Phường Lê Chân',
          agencyName: 'Sở Tư pháp',
          allowedBy: 'Trưởng đoàn',
          reason: 'Có đơn thư phải làm rõ',
        },
      ],
    })
    expect(synthesis.shortcomings.map(({ text }) => text)).toEqual(['Phát hiện của Đoàn'])
    expect(synthesis.units).toHaveLength(1)
    const paper = paperLines((await house.as(planner).call(getSynthesisPaper, { params: campaign })).ok().paper).join(
      '\n',
    )
    expect(paper).toContain('đăng ký 03 cuộc kiểm tra chuyên đề; lồng ghép 02 cuộc')
    expect(paper).toContain('Có 01 ngoại lệ kiểm tra lần thứ hai trong năm')
    expect(paper).toContain('người cho phép: Trưởng đoàn; lý do: Có đơn thư phải làm rõ')
  })
})

test('a person of the team who is also sent by their department keeps their seat', async () => {
  const host = await buildInspection(house, { campaign, unitCode: '10525', visitOn: '2026-07-16' })
  const asked = (
    await house.as(coordinator).call(contract.registerThematic, {
      params: campaign,
      body: {
        title: 'Kiểm tra hòa giải',
        content: 'Nội dung',
        legalBasis: '',
        fieldKeys: [],
        people: [{ fullName: member.fullName, post: member.post, personId: house.personId(member) }],
        units: [{ unitCode: '10525', wish: { from: '2026-07-16', to: '2026-07-16' } }],
      },
    })
  ).ok()
  const [unit] = asked.units
  const body = { revision: unit!.revision, hostId: host.inspectionId, note: '' }
  ;(await house.as(standingDeputy).call(contract.mergeThematic, { params: unit!, body })).ok()
  house.clock.set('2026-07-16T01:05:00Z')
  ;(await house.as(member).call(startVisit, { params: host, body: { startedAt: null } })).ok()
  const { attendance, actions } = (await house.as(member).call(getVisit, { params: host })).ok()
  expect(attendance.filter(({ fullName }) => fullName === member.fullName)).toHaveLength(1)
  expect(actions).toContain('close')
})
