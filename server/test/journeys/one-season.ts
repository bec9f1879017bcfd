import { readFile } from 'node:fs/promises'
import { effectsKey } from '@cchc/domain/calendar/change.ts'
import { previewCalendarDays, saveCalendarDays } from '@cchc/domain/calendar/contract.ts'
import {
  editTeamMember,
  getReview,
  getTeam,
  importDecision,
  issueCampaign,
  saveReview,
  startCampaign,
} from '@cchc/domain/campaigns/contract.ts'
import {
  addRemark,
  draftConclusion,
  getConclusion,
  issueConclusion,
  settleRemark,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import { saveConclusionTerms } from '@cchc/domain/conclusions/review-contract.ts'
import { addDays, type CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { type CalendarDay, dayVerdict } from '@cchc/domain/dates/working-days.ts'
import { listDocuments } from '@cchc/domain/documents/contract.ts'
import {
  closeVisit,
  getVisit,
  recordFinding,
  saveAttendance,
  saveMinutes,
  startVisit,
  verifyFigure,
} from '@cchc/domain/fieldwork/contract.ts'
import { listRecommendations, submitRemedy, verifyRemedy } from '@cchc/domain/follow-up/contract.ts'
import {
  announceInspection,
  type InspectionRow,
  listInspections,
  scheduleInspection,
} from '@cchc/domain/inspections/contract.ts'
import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import {
  acceptSelfReport,
  getSelfReport,
  handOverSelfReport,
  saveAnswer,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import { getSynthesis, issueSynthesis, saveNarrative } from '@cchc/domain/synthesis/contract.ts'
import { expect } from 'vitest'
import { idOf } from '../../src/seed/illustrative/draws.ts'
import { inventedAnswers } from '../../src/seed/illustrative/invented-answers.ts'
import type { TestHouse } from '../house.ts'
import { leader, member, otherPlanner, planner, standingDeputy, type TestPerson } from '../people.ts'
import type { Journey } from './journey.ts'

/** What the season knows of itself. */
export interface Season {
  campaignId: string
  inspections: InspectionRow[]
  seatIds: string[]
  fieldKeys: string[]
  people: Map<string, { officer: TestPerson; head: TestPerson }>
  number: number
}

const decision = new URL('../../seed/decision-2251.txt', import.meta.url)
const lateUnit = 'Phường Lê Chân'
const verifiedItem = 'admin-procedures.on-time'

export const oneSeason: Journey<Season> = {
  name: 'one-season',
  title: 'Một mùa kiểm tra',
  prose:
    'A whole season on the real decision: it is imported and reviewed, all its units are scheduled and told, each sends its self-report, is visited, gets its notice of conclusions and mends what it was asked, and the office sums up. On the way two planners race for one half-day, one report comes a day late, and a new day off moves deadlines.',
  people: {
    planner: 'the secretary of the team, officer of the office that runs the campaign',
    'another planner': 'a colleague of the secretary',
    'standing deputy': 'deputy director of the office, standing deputy of the team',
    member: 'an officer of another agency in the team',
    units: 'one officer and the head of each inspected unit',
  },
  begin: async () => ({ campaignId: '', inspections: [], seatIds: [], fieldKeys: [], people: new Map(), number: 0 }),
  steps: [
    {
      at: '2026-06-17 08:30',
      who: 'planner',
      does: 'imports the signed decision, chooses the right unit for two misspelt names, and gives the two deadlines that the paper leaves open',
      async run(house, story) {
        const file = { name: 'quyet-dinh-2251.txt', mediaType: 'text/plain', bytes: await readFile(decision) }
        const { campaignId } = (await house.as(planner).call(importDecision, { file })).ok()
        story.campaignId = campaignId
        const params = { campaignId }
        const review = (await house.as(planner).call(getReview, { params })).ok()
        const slips = review.proposal.units.filter(({ verdict }) => verdict === 'slip')
        expect(slips.map(({ text }) => text)).toEqual(['Phường Thạch Khê', 'Xã Lạc Phụng'])
        const units = review.plan.units.map((unit) => {
          const slip = slips.find(({ line }) => line === unit.line)
          return slip ? { ...unit, unitCode: slip.candidates[0]!.code, confirmed: true } : unit
        })
        const plan = { ...review.plan, units, conclusionWorkingDays: 10, remedyWorkingDays: 20 }
        const saved = (
          await house.as(planner).call(saveReview, { params, body: { revision: review.revision, plan } })
        ).ok()
        expect(saved.missing).toEqual([])
        ;(await house.as(planner).call(issueCampaign, { params, body: { revision: saved.revision } })).ok()
      },
    },
    {
      at: '2026-06-22 09:00',
      who: 'standing deputy',
      does: 'starts the season; people are named to their seats in the team',
      async run(house, story) {
        const params = { campaignId: story.campaignId }
        ;(await house.as(standingDeputy).call(startCampaign, { params })).ok()
        const terms = { reviewWorkingDays: 3, unitWorkingDays: null, revision: 0 }
        ;(await house.as(planner).call(saveConclusionTerms, { params, body: terms })).ok()
        const { members, fields } = (await house.as(planner).call(getTeam, { params })).ok()
        story.fieldKeys = fields.map(({ fieldKey }) => fieldKey)
        for (const [role, person] of [
          ['leader', leader],
          ['standing-deputy', standingDeputy],
          ['secretary', planner],
          ['member', member],
        ] as const) {
          const { teamMemberId, agencyCode, post, fieldKeys } = members.find((seat) => seat.role === role)!
          const seat = (
            await house.as(planner).call(editTeamMember, {
              params: { teamMemberId },
              body: { role, agencyCode, post, fieldKeys, personId: house.personId(person) },
            })
          ).ok()
          if (role !== 'leader') story.seatIds.push(seat.teamMemberId)
        }
        story.inspections = (await house.as(planner).call(listInspections, { params })).ok().inspections
        expect(story.inspections).toHaveLength(27)
        await nameUnitPeople(house, story)
      },
    },
    {
      at: '2026-06-23 09:00',
      who: 'planner, another planner',
      does: 'race for one half-day: one gets it, the other is told which unit has it and moves on',
      async run(house, story) {
        const [first, second] = story.inspections as [InspectionRow, InspectionRow]
        const answers = await Promise.all([
          house.as(planner).call(scheduleInspection, { params: first, body: slotFor(story, '2026-07-14', 'morning') }),
          house
            .as(otherPlanner)
            .call(scheduleInspection, { params: second, body: slotFor(story, '2026-07-14', 'morning') }),
        ])
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
        expect(answers.find(({ status }) => status === 409)?.error?.code).toBe('slot-taken')
      },
    },
    {
      at: '2026-06-23 10:00',
      who: 'planner',
      does: 'schedules all units on working days of the period, one a half-day',
      async run(house, story) {
        const calendar = (await house.owner.selectFrom('calendarDays').selectAll().execute()) as CalendarDay[]
        let day: CalendarDate = '2026-07-15'
        for (const inspection of await refreshed(house, story)) {
          if (inspection.visitOn) continue
          const visitOn = inspection.unitName === lateUnit ? '2026-09-03' : nextWorkingDay(day, calendar)
          if (inspection.unitName !== lateUnit) day = addDays(visitOn, 1)
          ;(
            await house.as(planner).call(scheduleInspection, {
              params: inspection,
              body: slotFor(story, visitOn, inspection.unitName === lateUnit ? 'afternoon' : 'morning'),
            })
          ).ok()
        }
        expect((await refreshed(house, story)).every(({ state }) => state === 'scheduled')).toBe(true)
      },
    },
    {
      at: '2026-06-24 09:00',
      who: 'standing deputy',
      does: 'issues the schedule notice of every unit with its own number; only now do the units know',
      async run(house, story) {
        for (const inspection of story.inspections) {
          const body = { number: String(++story.number), issuedOn: '2026-06-24' }
          ;(await house.as(standingDeputy).call(announceInspection, { params: inspection, body })).ok()
        }
        const { documents } = (await house.as(planner).call(listDocuments, { params: story })).ok()
        expect(new Set(documents.map(({ number }) => number)).size).toBe(27)
      },
    },
    {
      at: '2026-06-25 09:00',
      who: 'planner',
      does: 'enters a new day off after seeing which deadlines it moves; they move and keep why',
      async run(house, story) {
        const before = await refreshed(house, story)
        const target = before.find(({ unitName }) => unitName === lateUnit)!
        const to = { kind: 'swapOff', name: 'Nghỉ hoán đổi (thử)', basis: 'Thông báo thử', status: 'final' } as const
        const changes = [{ day: '2026-08-27', before: null, to }]
        const seen = (await house.as(planner).call(previewCalendarDays, { body: { changes } })).ok()
        const body = { changes, reason: 'Thông báo thử', seen: effectsKey(seen) }
        const { deadlines } = (await house.as(planner).call(saveCalendarDays, { body })).ok()
        expect(deadlines.find(({ inspectionId }) => inspectionId === target.inspectionId)).toMatchObject({
          from: '2026-08-26',
          to: '2026-08-25',
        })
        await refreshed(house, story)
      },
    },
    {
      at: '2026-07-01 08:00',
      who: 'units',
      does: 'write their self-reports item by item; heads send them on the due date, one of them a day late',
      async run(house, story) {
        for (const inspection of story.inspections) await sendReport(house, story, inspection)
        const rows = await refreshed(house, story)
        expect(rows.filter(({ reportVerdict }) => reportVerdict === 'on-time')).toHaveLength(26)
        expect(rows.filter(({ reportVerdict }) => reportVerdict === 'late').map(({ unitName }) => unitName)).toEqual([
          lateUnit,
        ])
      },
    },
    {
      at: '2026-09-04 08:00',
      who: 'planner, member',
      does: 'visit every unit: attendance, one figure verified otherwise than reported, a strength and a shortcoming, minutes',
      async run(house, story) {
        for (const inspection of story.inspections) await visitUnit(house, inspection)
        expect((await refreshed(house, story)).every(({ state }) => state === 'visited')).toBe(true)
      },
    },
    {
      at: '2026-09-14 08:00',
      who: 'planner, standing deputy',
      does: 'draft each notice of conclusions from what was found, send it round, answer a remark, issue it with number and date',
      async run(house, story) {
        for (const [index, inspection] of story.inspections.entries())
          await concludeUnit(house, story, inspection, index === 0)
        const rows = await refreshed(house, story)
        expect(rows.every(({ state, recommendationsTotal }) => state === 'concluded' && recommendationsTotal > 0)).toBe(
          true,
        )
      },
    },
    {
      at: '2026-09-25 08:00',
      who: 'units, planner',
      does: 'mend what was asked; the first remedy is sent back with its reason and comes again; all are verified',
      async run(house, story) {
        const { recommendations } = (await house.as(planner).call(listRecommendations, { params: story })).ok()
        for (const [index, { recommendationId, unitCode }] of recommendations.entries()) {
          const { head } = story.people.get(unitCode)!
          const params = { recommendationId }
          const mend = async () =>
            (
              await house.as(head).call(submitRemedy, {
                params,
                body: { text: 'Đã khắc phục và rà soát lại toàn bộ hồ sơ.' },
              })
            ).ok()
          await mend()
          if (index === 0) {
            ;(
              await house.as(planner).call(verifyRemedy, {
                params,
                body: { verdict: 'not-adequate', reason: 'Thiếu danh sách hồ sơ đã xin lỗi.' },
              })
            ).ok()
            await mend()
          }
          ;(await house.as(planner).call(verifyRemedy, { params, body: { verdict: 'adequate', reason: '' } })).ok()
        }
        const after = (await house.as(planner).call(listRecommendations, { params: story })).ok()
        expect(after.recommendations.every(({ state }) => state === 'verified')).toBe(true)
      },
    },
    {
      at: '2026-11-25 08:00',
      who: 'planner',
      does: 'sums up: every figure of the synthesis follows from the cells of 27 reports, the verified ones first, and the report is issued',
      async run(house, story) {
        const params = { campaignId: story.campaignId }
        const synthesis = (await house.as(planner).call(getSynthesis, { params })).ok()
        expect(synthesis.reports).toEqual({ expected: 27, onTime: 26, late: 1, missing: 0 })
        expect(synthesis.coverage.map(({ done }) => done)).toEqual([2, 9, 16])
        const figure = synthesis.figures.find(({ itemKey }) => itemKey === verifiedItem)!
        expect(figure.sources).toHaveLength(27)
        expect(figure.sources.every(({ basis }) => basis === 'verified')).toBe(true)
        expect(figure.value).toBe(figure.sources.reduce((sum, source) => sum + source.value, 0))
        const words = {
          overview: 'Mùa kiểm tra đã hoàn thành.',
          assessment: 'Các đơn vị chấp hành nghiêm túc.',
          proposals: 'Tiếp tục đôn đốc.',
        }
        const saved = (
          await house
            .as(planner)
            .call(saveNarrative, { params, body: { revision: synthesis.narrative.revision, ...words } })
        ).ok()
        expect(saved.narrative.overview).toBe(words.overview)
        const issued = (
          await house
            .as(standingDeputy)
            .call(issueSynthesis, { params, body: { number: '99', issuedOn: '2026-11-25' } })
        ).ok()
        expect(issued.issued?.number).toContain('99')
      },
    },
  ],
}

async function nameUnitPeople(house: TestHouse, story: Season): Promise<void> {
  for (const { unitCode, unitName } of story.inspections) {
    const person = (role: 'unit-officer' | 'unit-head', username: string): TestPerson => ({
      username: `${username}-${unitCode.toLowerCase()}`,
      fullName: `${username} ${unitName}`,
      post: 'Công chức',
      roles: [role],
      unitCode,
    })
    story.people.set(unitCode, {
      officer: person('unit-officer', 'cong-chuc'),
      head: person('unit-head', 'thu-truong'),
    })
  }
  await house.admit([...story.people.values()].flatMap(({ officer, head }) => [officer, head]))
}

async function refreshed(house: TestHouse, story: Season): Promise<InspectionRow[]> {
  story.inspections = (
    await house.as(planner).call(listInspections, { params: { campaignId: story.campaignId } })
  ).ok().inspections
  return story.inspections
}

function slotFor(story: Season, visitOn: CalendarDate, halfDay: 'morning' | 'afternoon') {
  const roster = story.seatIds.map((teamMemberId) => ({ teamMemberId, fieldKeys: story.fieldKeys }))
  return { revision: 0, visitOn, halfDay, place: 'Trụ sở đơn vị', roster, reason: null }
}

function nextWorkingDay(from: CalendarDate, calendar: readonly CalendarDay[]): CalendarDate {
  let day = from
  while (!dayVerdict(day, calendar).working) day = addDays(day, 1)
  return day
}

async function sendReport(house: TestHouse, story: Season, inspection: InspectionRow): Promise<void> {
  const { officer, head } = story.people.get(inspection.unitCode)!
  const sentOn = inspection.unitName === lateUnit ? addDays(inspection.reportDueOn!, 1) : inspection.reportDueOn!
  house.clock.set(`${sentOn}T08:00:00Z`)
  const report = (await house.as(officer).call(getSelfReport, { params: inspection })).ok()
  const params = { selfReportId: report.selfReportId }
  const answers = inventedAnswers(
    report.outline,
    unitKindOf(report.unitType, report.advisory),
    inspection.unitCode,
    sentOn,
  )
  for (const [itemKey, value] of answers)
    (await house.as(officer).call(saveAnswer, { params: { ...params, itemKey }, body: { revision: 0, value } })).ok()
  ;(await house.as(officer).call(handOverSelfReport, { params })).ok()
  ;(await house.as(head).call(sendSelfReport, { params })).ok()
  ;(await house.as(planner).call(acceptSelfReport, { params })).ok()
}

async function visitUnit(house: TestHouse, inspection: InspectionRow): Promise<void> {
  const params = { inspectionId: inspection.inspectionId }
  house.clock.set(`${inspection.visitOn}T01:00:00Z`)
  ;(await house.as(planner).call(startVisit, { params, body: { startedAt: null } })).ok()
  const attendance = [
    { side: 'team' as const, fullName: 'Phó Trưởng đoàn', post: 'Phó Giám đốc', present: true },
    { side: 'unit' as const, fullName: `Lãnh đạo ${inspection.unitName}`, post: 'Chủ tịch', present: true },
  ]
  ;(await house.as(planner).call(saveAttendance, { params, body: { attendance } })).ok()
  const { figures } = (await house.as(member).call(getVisit, { params })).ok()
  const figure = figures.find(({ itemKey }) => itemKey === verifiedItem)!
  ;(
    await house.as(member).call(verifyFigure, {
      params: { ...params, itemKey: verifiedItem },
      body: { revision: figure.revision, verified: figure.reported! - 1, reason: 'Sổ theo dõi ghi khác.' },
    })
  ).ok()
  const findings = [
    { kind: 'strength', text: 'Niêm yết đầy đủ thủ tục hành chính.', cause: '' },
    { kind: 'shortcoming', text: 'Còn hồ sơ quá hạn chưa có thư xin lỗi.', cause: 'Chưa phân công theo dõi.' },
  ] as const
  for (const finding of findings) {
    const findingId = idOf(`${inspection.inspectionId} ${finding.kind}`)
    ;(
      await house
        .as(member)
        .call(recordFinding, { params, body: { ...finding, findingId, fieldKey: 'admin-procedures', responsible: '' } })
    ).ok()
  }
  const { session } = (await house.as(planner).call(getVisit, { params })).ok()
  const words = {
    chair: 'Phó Trưởng đoàn',
    secretary: 'Thư ký Đoàn',
    exchange: 'Đoàn và đơn vị trao đổi về hồ sơ quá hạn.',
    unitOpinion: 'Nhất trí.',
  }
  ;(await house.as(planner).call(saveMinutes, { params, body: { revision: session.revision, ...words } })).ok()
  house.clock.set(`${inspection.visitOn}T04:30:00Z`)
  ;(await house.as(planner).call(closeVisit, { params, body: { endedAt: null } })).ok()
}

async function concludeUnit(
  house: TestHouse,
  story: Season,
  inspection: InspectionRow,
  remarked: boolean,
): Promise<void> {
  const params = { inspectionId: inspection.inspectionId }
  const draft = (await house.as(planner).call(draftConclusion, { params })).ok()
  expect(draft.recommendations.length).toBeGreaterThan(0)
  ;(await house.as(planner).call(submitConclusion, { params: draft })).ok()
  const issue = () =>
    house
      .as(standingDeputy)
      .call(issueConclusion, { params: draft, body: { number: String(++story.number), issuedOn: '2026-09-14' } })
  if (remarked) {
    ;(await house.as(member).call(addRemark, { params: draft, body: { text: 'Nêu rõ số hồ sơ quá hạn.' } })).ok()
    expect((await issue()).error?.code).toBe('remarks-open')
    const { conclusion } = (await house.as(planner).call(getConclusion, { params })).ok()
    ;(
      await house
        .as(planner)
        .call(settleRemark, { params: conclusion!.remarks[0]!, body: { takenOver: true, reply: 'Đã bổ sung.' } })
    ).ok()
  }
  ;(await issue()).ok()
}
