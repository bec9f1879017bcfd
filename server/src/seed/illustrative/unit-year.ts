import type { Viewer } from '@cchc/domain/access/permissions.ts'
import {
  addRemark,
  draftConclusion,
  getConclusion,
  issueConclusion,
  settleRemark,
  submitConclusion,
} from '@cchc/domain/conclusions/contract.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
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
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import {
  acceptSelfReport,
  getSelfReport,
  handOverSelfReport,
  saveAnswer,
  sendSelfReport,
} from '@cchc/domain/self-reports/contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { announcementDay, at, type Deed } from './deed.ts'
import { drawsOf, idOf } from './draws.ts'
import { inventedAnswers } from './invented-answers.ts'
import { goodPractices, type InventedFinding, shortcomings, strengths } from './invented-findings.ts'
import { hasReached, type PlannedVisit } from './season-plan.ts'

/** One unit's year and those who take part in it. */
export interface UnitYear {
  readonly perform: Perform
  readonly cast: Cast
  readonly calendar: readonly CalendarDay[]
  readonly campaignId: string
  readonly inspection: InspectionRow
  readonly visit: PlannedVisit
  readonly officer: Viewer
  readonly head: Viewer
  readonly dueOn: CalendarDate
  nextNumber(): string
}

/** Everything that happens to one unit after its visit has been announced, as far as the season has come. */
export function unitYear(unit: UnitYear): Deed[] {
  return [...reportDeeds(unit), ...visitDeeds(unit), ...conclusionDeeds(unit), ...followUpDeeds(unit)]
}

/** The report is written two working days before it is due, handed over and sent on the day, accepted on the next. */
function reportDeeds(unit: UnitYear): Deed[] {
  const { perform, inspection, visit, officer, head, cast, dueOn, calendar } = unit
  if (!hasReached(visit, 'drafting')) return []
  const params = { inspectionId: inspection.inspectionId }
  const report = () => perform(officer, getSelfReport, { params })
  const sentOn = visit.daysLate ? addWorkingDays(dueOn, visit.daysLate, calendar) : dueOn
  const isWhole = hasReached(visit, 'with-head')
  // A draft under way is as young as it can be: written on the day after its notice, or a few days before the illustrative today.
  const isDraft = visit.progress === 'drafting' || visit.progress === 'not-sent'
  const youngest = addWorkingDays(announcementDay(visit.visitOn, calendar), 1, calendar)
  const writtenOn = isDraft
    ? youngest > '2026-09-11'
      ? youngest
      : '2026-09-11'
    : nthWorkingDayBefore(dueOn, 2, calendar).dueOn
  const write = async (now: string) => {
    const { selfReportId, outline, unitType, advisory } = await report()
    const answers = [...inventedAnswers(outline, unitKindOf(unitType, advisory), inspection.unitCode, now.slice(0, 10))]
    const written = isWhole
      ? answers
      : answers.slice(0, Math.ceil((answers.length * drawsOf(inspection.unitCode).whole(25, 80)) / 100))
    for (const [itemKey, value] of written)
      await perform(officer, saveAnswer, { params: { selfReportId, itemKey }, body: { revision: 0, value } }, { now })
  }
  const step = (time: string, day: CalendarDate, person: Viewer, entry: typeof handOverSelfReport) => ({
    at: at(day, time),
    perform: async (now: string) => {
      const { selfReportId } = await report()
      await perform(person, entry, { params: { selfReportId } }, { now })
    },
  })
  // A unit whose day has not come yet hands its finished draft to the head on the last working day.
  const handedOn = visit.progress === 'with-head' ? '2026-09-15' : sentOn
  return [
    { at: at(isWhole && visit.progress === 'with-head' ? '2026-09-14' : writtenOn, '09:00'), perform: write },
    ...(isWhole ? [step('08:30', handedOn, officer, handOverSelfReport)] : []),
    ...(hasReached(visit, 'sent')
      ? [step('15:30', sentOn, head, sendSelfReport), step('16:30', sentOn, cast.planner, acceptSelfReport)]
      : []),
  ]
}

/** The half-day on site: attendance, figures checked against the report, findings, minutes. */
function visitDeeds(unit: UnitYear): Deed[] {
  const { perform, inspection, visit, cast } = unit
  if (!hasReached(visit, 'visiting')) return []
  const params = { inspectionId: inspection.inspectionId }
  const { planner } = cast
  const draws = drawsOf(`visit ${inspection.unitCode}`)
  const starts =
    visit.halfDay === 'morning'
      ? ['08:00', '08:05', '08:40', '11:20', '11:30']
      : ['14:00', '14:05', '14:40', '16:50', '17:00']
  const moment = (index: number) => at(visit.visitOn, starts[index]!)
  const start: Deed[] = [
    {
      at: moment(0),
      perform: async (now) => void (await perform(planner, startVisit, { params, body: { startedAt: now } }, { now })),
    },
    {
      at: moment(1),
      perform: async (now) => {
        const { attendance } = await perform(planner, getVisit, { params })
        await perform(
          planner,
          saveAttendance,
          { params, body: { attendance: attendance.map((row) => ({ ...row, present: true })) } },
          { now },
        )
      },
    },
    { at: moment(2), perform: (now) => checkOnSite(unit, draws, now) },
  ]
  if (!hasReached(visit, 'visited')) return start
  const minutes = async (now: string) => {
    const { session } = await perform(planner, getVisit, { params })
    const body = {
      revision: session.revision,
      chair: cast.standingDeputy.fullName,
      secretary: planner.fullName,
      exchange:
        'Đơn vị báo cáo theo đề cương; Đoàn trao đổi về hồ sơ quá hạn, số hóa hồ sơ và việc xử lý văn bản sau rà soát (dữ liệu minh họa).',
      unitOpinion: 'Đơn vị thống nhất với các nội dung Đoàn nêu và cam kết khắc phục đúng hạn (dữ liệu minh họa).',
    }
    await perform(planner, saveMinutes, { params, body }, { now })
  }
  const close = async (now: string) =>
    void (await perform(planner, closeVisit, { params, body: { endedAt: now } }, { now }))
  return [...start, { at: moment(3), perform: minutes }, { at: moment(4), perform: close }]
}

/** A few figures are verified, one of them differently; findings are drawn for the unit. */
async function checkOnSite(
  { perform, inspection, cast }: UnitYear,
  draws: ReturnType<typeof drawsOf>,
  now: string,
): Promise<void> {
  const params = { inspectionId: inspection.inspectionId }
  const { figures } = await perform(cast.planner, getVisit, { params })
  const reported = figures.filter((figure) => figure.reported !== null && figure.kind === 'number')
  for (const [index, figure] of reported.slice(8, 14).entries()) {
    const differs = index === 2
    const verified = differs
      ? figure.reported! - draws.whole(1, Math.max(1, Math.floor(figure.reported! / 40)))
      : figure.reported
    const reason = differs ? 'Sổ theo dõi tại bộ phận một cửa ghi khác số đã báo cáo (dữ liệu minh họa).' : ''
    await perform(
      cast.planner,
      verifyFigure,
      { params: { ...params, itemKey: figure.itemKey }, body: { revision: figure.revision, verified, reason } },
      { now },
    )
  }
  for (const [index, finding] of findingsFor(draws).entries()) {
    await perform(
      cast.planner,
      recordFinding,
      { params, body: { ...finding, findingId: idOf(`${inspection.unitCode} ${index}`) } },
      { now },
    )
  }
}

function findingsFor(draws: ReturnType<typeof drawsOf>): InventedFinding[] {
  const some = (pool: readonly InventedFinding[], count: number) => {
    const from = draws.whole(0, pool.length - 1)
    return Array.from({ length: count }, (_, index) => pool[(from + index) % pool.length]!)
  }
  return [...some(strengths, 2), ...some(goodPractices, draws.whole(0, 1)), ...some(shortcomings, draws.whole(2, 3))]
}

/** Drafted three working days after the visit, sent round, remarked on, answered, issued eight working days after it. */
function conclusionDeeds(unit: UnitYear): Deed[] {
  const { perform, inspection, visit, cast, calendar } = unit
  if (!hasReached(visit, 'drafted')) return []
  const params = { inspectionId: inspection.inspectionId }
  const day = (count: number) => addWorkingDays(visit.visitOn, count, calendar)
  const current = async () => (await perform(cast.planner, getConclusion, { params })).conclusion!
  const draft = async (now: string) => void (await perform(cast.planner, draftConclusion, { params }, { now }))
  const submit = async (now: string) =>
    void (await perform(cast.planner, submitConclusion, { params: await current() }, { now }))
  const [reviewer] = cast.deputies.values()
  const remark = async (now: string) =>
    void (await perform(
      reviewer!,
      addRemark,
      {
        params: await current(),
        body: { text: 'Đề nghị nêu rõ trách nhiệm của bộ phận tham mưu ở mục nguyên nhân (dữ liệu minh họa).' },
      },
      { now },
    ))
  const settle = async (now: string) => {
    const { remarks } = await current()
    for (const { remarkId } of remarks)
      await perform(
        cast.planner,
        settleRemark,
        { params: { remarkId }, body: { takenOver: true, reply: 'Đã tiếp thu, bổ sung vào mục nguyên nhân.' } },
        { now },
      )
  }
  const issue = async (now: string) =>
    void (await perform(
      cast.standingDeputy,
      issueConclusion,
      { params: await current(), body: { number: unit.nextNumber(), issuedOn: now.slice(0, 10) } },
      { now },
    ))
  return [
    { at: at(day(3), '10:00'), perform: draft },
    ...(hasReached(visit, 'reviewing')
      ? [
          { at: at(day(5), '10:00'), perform: submit },
          { at: at(day(6), '14:00'), perform: remark },
        ]
      : []),
    ...(hasReached(visit, 'remedying')
      ? [
          { at: at(day(7), '09:00'), perform: settle },
          { at: at(day(8), '10:00'), perform: issue },
        ]
      : []),
  ]
}

/** The unit mends what it was asked; the team verifies. A season under way has some of each. */
function followUpDeeds(unit: UnitYear): Deed[] {
  const { perform, inspection, visit, cast, head, calendar } = unit
  if (!hasReached(visit, 'remedying')) return []
  const own = async () => {
    const { recommendations } = await perform(cast.planner, listRecommendations, {
      params: { campaignId: unit.campaignId },
    })
    return recommendations.filter(({ inspectionId }) => inspectionId === inspection.inspectionId)
  }
  const issuedOn = addWorkingDays(visit.visitOn, 8, calendar)
  const remedied = visit.progress === 'done' ? Number.POSITIVE_INFINITY : 1
  const remedy = async (now: string) => {
    for (const { recommendationId } of (await own()).slice(0, remedied)) {
      const body = {
        text: 'Đơn vị đã khắc phục: phân công người theo dõi, ban hành quy trình nội bộ và báo cáo kết quả (dữ liệu minh họa).',
      }
      await perform(head, submitRemedy, { params: { recommendationId }, body }, { now })
    }
  }
  const verify = async (now: string) => {
    for (const { recommendationId, state } of await own()) {
      if (state === 'remedied')
        await perform(
          cast.planner,
          verifyRemedy,
          { params: { recommendationId }, body: { verdict: 'adequate', reason: '' } },
          { now },
        )
    }
  }
  return [
    { at: at(addWorkingDays(issuedOn, 10, calendar), '15:00'), perform: remedy },
    ...(visit.progress === 'remedying'
      ? []
      : [{ at: at(addWorkingDays(issuedOn, 12, calendar), '10:00'), perform: verify }]),
  ]
}
