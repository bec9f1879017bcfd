import { readFile } from 'node:fs/promises'
import type { Viewer } from '@cchc/domain/access/permissions.ts'
import {
  editTeamMember,
  type FieldView,
  getReview,
  getTeam,
  importDecision,
  issueCampaign,
  type ReviewView,
  saveReview,
  startCampaign,
  type TeamMemberView,
} from '@cchc/domain/campaigns/contract.ts'
import { saveConclusionTerms } from '@cchc/domain/conclusions/review-contract.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import { type InspectionRow, listInspections, scheduleInspection } from '@cchc/domain/inspections/contract.ts'
import { insideSentence } from '@cchc/domain/papers/wording.ts'
import { sql } from 'kysely'
import { buildApp } from '../../app.ts'
import { readCalendar } from '../../calendar/queries.ts'
import { type Ground, withContext } from '../../platform/context.ts'
import type { Perform } from '../../platform/serve.ts'
import type { SignIn } from '../../platform/sign-in.ts'
import { type Cast, castOffice, castUnits, nobody } from './cast.ts'
import { announcementDay, at, type Deed } from './deed.ts'
import { logisticsDeeds } from './logistics-deeds.ts'
import { noticeDeeds } from './notice-deeds.ts'
import { reminderDeeds } from './reminder-deeds.ts'
import { scoringDeeds } from './scoring-deeds.ts'
import { illustrativeToday, type PlannedVisit, seasonPlan } from './season-plan.ts'
import { teamDeeds } from './team-year.ts'
import { thematicDeeds } from './thematic-year.ts'
import { inspectedUnannounced, unannouncedDeeds } from './unannounced-deeds.ts'
import { type UnitYear, unitYear } from './unit-year.ts'

/**
 * Plays an illustrative season around a real decision: the plan and the units are the decision's, every answer, finding and
 * person is invented. It is made through the same acts as a person's own work, each at its own day, in the order of time.
 * `plan` says how far each unit has come; units beyond it stay unscheduled.
 */
export async function playSeason(
  ground: Ground,
  signIn: SignIn,
  decision: { name: string; path: string },
  plan: readonly (PlannedVisit | null)[] = seasonPlan,
): Promise<Cast> {
  const app = await buildApp({ ground, signIn, webFolder: null })
  try {
    const year = await openCampaign(app.perform, ground, signIn, decision)
    const deeds = [
      ...teamDeeds(year),
      ...thematicDeeds({ ...year, plan }),
      ...unannouncedDeeds(year),
      ...plan.flatMap((visit, position) => deedsOf(year, position, visit)),
      ...noticeDeeds(year, plan).filter((deed) => deed.at <= at(illustrativeToday, '23:59')),
      ...scoringDeeds(year, plan).filter((deed) => deed.at <= at(illustrativeToday, '23:59')),
      ...logisticsDeeds({ ...year, planner: year.cast.planner }),
      ...reminderDeeds(year),
    ]
    for (const deed of deeds.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await deed.perform(deed.at)
    return year.cast
  } finally {
    await app.close()
  }
}

interface Year {
  readonly perform: Perform
  readonly cast: Cast
  readonly calendar: readonly CalendarDay[]
  readonly campaignId: string
  readonly leadWorkingDays: number
  readonly seats: readonly TeamMemberView[]
  readonly fields: readonly FieldView[]
  readonly inspections: readonly InspectionRow[]
  /** The office's next document number; one series for the year. */
  nextNumber(): string
}

async function openCampaign(
  perform: Perform,
  ground: Ground,
  signIn: SignIn,
  decision: { name: string; path: string },
): Promise<Year> {
  const { office, agencies, units, calendar } = await withContext(ground, nobody, async ({ db, settings }) => ({
    office: { code: settings.officeCode, name: settings.officeName },
    agencies: await db
      .selectFrom('units')
      .select(['unitCode as code', 'fullName as name'])
      .where(sql<boolean>`cardinality(advisory_fields) > 0`)
      .orderBy('unitCode')
      .execute(),
    units: await db.selectFrom('units').select(['unitCode as code', 'fullName as name']).execute(),
    calendar: await readCalendar(db),
  }))
  const officeCast = await castOffice(ground, signIn, { office, agencies })
  const { planner, standingDeputy } = officeCast
  const file = { name: decision.name, mediaType: 'text/plain', bytes: await readFile(decision.path) }
  const { campaignId } = await perform(planner, importDecision, { file }, { now: at('2026-06-17', '08:30') })
  const params = { campaignId }
  const review = await perform(planner, getReview, { params })
  const plan = reviewedPlan(review)
  const saved = await perform(
    planner,
    saveReview,
    { params, body: { revision: review.revision, plan } },
    { now: at('2026-06-17', '10:15') },
  )
  await perform(
    planner,
    issueCampaign,
    { params, body: { revision: saved.revision } },
    { now: at('2026-06-18', '08:00') },
  )
  await perform(standingDeputy, startCampaign, { params }, { now: at('2026-06-22', '09:00') })
  await perform(
    planner,
    saveConclusionTerms,
    { params, body: { revision: 0, reviewWorkingDays: 3, unitWorkingDays: 3 } },
    { now: at('2026-06-22', '10:00') },
  )
  // In the order of the decision's list, as the season's plan counts them.
  const inspected = plan.units.flatMap(({ unitCode }) => units.filter(({ code }) => code === unitCode))
  const outsideThePlan = units.filter(({ code }) => code === inspectedUnannounced)
  const cast = { ...officeCast, ...(await castUnits(ground, signIn, [...inspected, ...outsideThePlan])) }
  const { members, fields } = await perform(planner, getTeam, { params })
  const seats = await namePeople(perform, cast, members, at('2026-06-22', '09:30'))
  const { inspections } = await perform(planner, listInspections, { params })
  let last = 100
  return {
    perform,
    cast,
    calendar,
    campaignId,
    leadWorkingDays: plan.leadWorkingDays!,
    seats,
    fields,
    inspections,
    nextNumber: () => String(++last),
  }
}

/** What a reviewer decides: the nearest name for each slip, and the days that no paper fixes. */
function reviewedPlan({ plan, proposal }: ReviewView): ReviewView['plan'] {
  return {
    ...plan,
    conclusionWorkingDays: 10,
    remedyWorkingDays: 20,
    settledDoubts: proposal.doubts.map(({ key }) => key),
    units: plan.units.map((unit) => {
      const [nearest] = proposal.units.find(({ line }) => line === unit.line)?.candidates ?? []
      return unit.unitCode === null && nearest ? { ...unit, unitCode: nearest.code, confirmed: true } : unit
    }),
  }
}

async function namePeople(
  perform: Perform,
  cast: Cast,
  members: readonly TeamMemberView[],
  now: string,
): Promise<TeamMemberView[]> {
  const personFor = ({ role, agencyCode }: TeamMemberView): Viewer | undefined => {
    if (role === 'leader') return cast.leader
    if (role === 'standing-deputy') return cast.standingDeputy
    if (role === 'secretary') return cast.planner
    return (role === 'deputy' ? cast.deputies : cast.members).get(agencyCode ?? '')
  }
  const seats: TeamMemberView[] = []
  for (const seat of members) {
    const { teamMemberId, role, agencyCode, post, fieldKeys } = seat
    const person = personFor(seat)
    seats.push(
      person
        ? await perform(
            cast.planner,
            editTeamMember,
            { params: { teamMemberId }, body: { role, agencyCode, post, fieldKeys, personId: person.personId } },
            { now },
          )
        : seat,
    )
  }
  return seats
}

function deedsOf(year: Year, position: number, visit: PlannedVisit | null): Deed[] {
  const inspection = year.inspections[position]
  if (!visit || !inspection) return []
  const unit: UnitYear = {
    ...year,
    inspection,
    visit,
    officer: year.cast.officers.get(inspection.unitCode)!,
    head: year.cast.heads.get(inspection.unitCode)!,
    dueOn: nthWorkingDayBefore(visit.visitOn, year.leadWorkingDays, year.calendar).dueOn,
  }
  return [...schedulingDeeds(year, unit), ...unitYear(unit)].filter((deed) => deed.at <= at(illustrativeToday, '23:59'))
}

/** Scheduled in June with the rest; a moved visit three working days after it was announced. */
function schedulingDeeds(year: Year, { inspection, visit }: UnitYear): Deed[] {
  const { perform, cast, calendar } = year
  const params = { inspectionId: inspection.inspectionId }
  const schedule = (visitOn: CalendarDate, reason: string | null) => async (now: string) => {
    const { inspections } = await perform(cast.planner, listInspections, { params: { campaignId: year.campaignId } })
    const { revision } = inspections.find(({ inspectionId }) => inspectionId === inspection.inspectionId)!
    const body = {
      revision,
      visitOn,
      halfDay: visit.halfDay,
      place: `Trụ sở ${inspection.unitType === 'department' ? '' : 'Ủy ban nhân dân '}${insideSentence(inspection.unitName)}`,
      roster: rosterOf(year.seats),
      reason,
    }
    await perform(cast.planner, scheduleInspection, { params, body }, { now })
  }
  const first = visit.movedFrom ?? visit.visitOn
  const announcedOn = announcementDay(first, calendar)
  const movedOn = addWorkingDays(announcedOn, 3, calendar)
  return [
    { at: at('2026-06-23', '09:00'), perform: schedule(first, null) },
    ...(visit.movedFrom
      ? [
          {
            at: at(movedOn, '09:00'),
            perform: schedule(visit.visitOn, 'Đơn vị bận kỳ họp Hội đồng nhân dân (dữ liệu minh họa)'),
          },
        ]
      : []),
  ]
}

/** The standing deputy, the secretary and one member per agency, each with the fields of their seat. */
function rosterOf(seats: readonly TeamMemberView[]) {
  return seats
    .filter(({ role, personId }) => personId !== null && ['standing-deputy', 'member', 'secretary'].includes(role))
    .map(({ teamMemberId, fieldKeys }) => ({ teamMemberId, fieldKeys }))
}
