import { type CalendarDay, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { InspectionKind, InspectionState } from '@cchc/domain/inspections/states.ts'
import { defaultFields } from '@cchc/domain/outlines/fields.ts'
import type { TestHouse } from './house.ts'
import { smallOutline } from './outline.ts'
import { leader, member, otherMember, planner, standingDeputy, type TestPerson } from './people.ts'

export interface BuiltCampaign {
  readonly campaignId: string
  readonly outlineVersionId: string
  /** Seats of the team by person: secretary (planner), standing deputy, leader, two members. */
  seatOf(person: TestPerson): string
}

/** A running campaign of July–November 2026 with its team, fields and outline, written straight into the tables. */
export async function buildCampaign(
  { owner, personId }: TestHouse,
  overrides: { year?: number; state?: string; number?: string } = {},
): Promise<BuiltCampaign> {
  const { year = 2026, state = 'running', number = '2251' } = overrides
  const { outlineVersionId } = await owner
    .insertInto('outlineVersions')
    .values({ title: smallOutline.title, year, state: 'published', content: JSON.stringify(smallOutline) })
    .returning('outlineVersionId')
    .executeTakeFirstOrThrow()
  const { campaignId } = await owner
    .insertInto('campaigns')
    .values({
      state,
      name: `Kiểm tra CCHC năm ${year}`,
      year,
      number,
      symbol: 'QĐ-UBND',
      issuedOn: `${year}-06-16`,
      periodFrom: `${year}-07-01`,
      periodTo: `${year}-11-30`,
      dataFrom: `${year - 1}-12-15`,
      leadWorkingDays: 3,
      conclusionWorkingDays: 10,
      remedyWorkingDays: 20,
      outlineVersionId,
      plan: JSON.stringify({ issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng' }),
      proposal: '{}',
      lines: '[]',
    })
    .returning('campaignId')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('conclusionTerms')
    .values({
      campaignId,
      reviewWorkingDays: 3,
      shownToUnit: false,
      setBy: personId(planner),
      setAt: `${year}-06-16T02:00:00Z`,
    })
    .execute()
  await owner
    .insertInto('campaignFields')
    .values(defaultFields.map(({ key, name }, position) => ({ campaignId, fieldKey: key, name, position })))
    .execute()
  const seats = [
    { person: leader, role: 'leader', fieldKeys: [] },
    { person: standingDeputy, role: 'standing-deputy', fieldKeys: [] },
    { person: planner, role: 'secretary', fieldKeys: ['steering'] },
    { person: member, role: 'member', fieldKeys: ['institutions'] },
    { person: otherMember, role: 'member', fieldKeys: ['public-finance'] },
  ]
  const rows = await owner
    .insertInto('teamMembers')
    .values(
      seats.map(({ person, role, fieldKeys }, position) => ({
        campaignId,
        role,
        fieldKeys,
        position,
        agencyCode: person.unitCode,
        personId: personId(person),
        post: person.post,
      })),
    )
    .returning(['teamMemberId', 'personId'])
    .execute()
  const seatByPerson = new Map(rows.map((row) => [row.personId, row.teamMemberId]))
  return { campaignId, outlineVersionId, seatOf: (person) => seatByPerson.get(personId(person))! }
}

export interface BuiltInspection {
  readonly inspectionId: string
  readonly campaignId: string
  readonly selfReportId: string | null
  readonly campaign: BuiltCampaign
}

/**
 * An inspection with whatever it needs: its campaign, a roster that covers every field (secretary and two members) and, once announced, an empty
 * self-report. Defaults: Phường Lê Chân, announced, Wednesday morning 2026-07-15.
 */
export async function buildInspection(
  house: TestHouse,
  overrides: {
    campaign?: BuiltCampaign
    unitCode?: string
    kind?: InspectionKind
    state?: InspectionState
    visitOn?: string | null
    halfDay?: 'morning' | 'afternoon'
  } = {},
): Promise<BuiltInspection> {
  const { owner } = house
  const campaign = overrides.campaign ?? (await buildCampaign(house))
  const {
    unitCode = '11383',
    kind = 'planned',
    state = 'announced',
    visitOn = '2026-07-15',
    halfDay = 'morning',
  } = overrides
  const calendar = (await owner.selectFrom('calendarDays').selectAll().execute()) as CalendarDay[]
  const { inspectionId } = await owner
    .insertInto('inspections')
    .values({
      campaignId: campaign.campaignId,
      unitCode,
      year: 2026,
      kind,
      state,
      visitOn,
      halfDay: visitOn ? halfDay : null,
      place: visitOn ? 'Trụ sở đơn vị' : null,
      leadWorkingDays: 3,
      reportDueOn: visitOn ? nthWorkingDayBefore(visitOn, 3, calendar).dueOn : null,
    })
    .returning('inspectionId')
    .executeTakeFirstOrThrow()
  if (visitOn) {
    const seats = [
      { person: planner, fieldKeys: ['steering', 'apparatus', 'civil-service', 'general'] },
      { person: member, fieldKeys: ['institutions', 'admin-procedures', 'citizen-reception'] },
      { person: otherMember, fieldKeys: ['public-finance', 'digital-government'] },
    ]
    await owner
      .insertInto('inspectionRoster')
      .values(
        seats.map(({ person, fieldKeys }, position) => ({
          inspectionId,
          teamMemberId: campaign.seatOf(person),
          fieldKeys,
          position,
        })),
      )
      .execute()
  }
  const isKnown = !['planned', 'scheduled', 'cancelled'].includes(state)
  const report = isKnown
    ? await owner
        .insertInto('selfReports')
        .values({ inspectionId, outlineVersionId: campaign.outlineVersionId })
        .returning('selfReportId')
        .executeTakeFirstOrThrow()
    : null
  return { inspectionId, campaignId: campaign.campaignId, selfReportId: report?.selfReportId ?? null, campaign }
}

/** Lets people into the circle of an unannounced inspection. */
export async function tellCircle(house: TestHouse, inspectionId: string, ...people: TestPerson[]): Promise<void> {
  await house.owner
    .insertInto('inspectionCircle')
    .values(people.map((person) => ({ inspectionId, personId: house.personId(person) })))
    .execute()
}
