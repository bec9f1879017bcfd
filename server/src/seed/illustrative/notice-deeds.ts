import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { addWorkingDays, type CalendarDay } from '@cchc/domain/dates/working-days.ts'
import { announceVisits } from '@cchc/domain/inspections/announcement-contract.ts'
import { announceInspection, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { noteNoticeSeen } from '@cchc/domain/notifications/contract.ts'
import { addCoverage, issueInvitation, openToPress } from '@cchc/domain/notifications/press-contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { announcementDay, at, type Deed } from './deed.ts'
import { hasReached, type PlannedVisit } from './season-plan.ts'

interface Year {
  readonly perform: Perform
  readonly cast: Cast
  readonly calendar: readonly CalendarDay[]
  readonly campaignId: string
  readonly inspections: readonly InspectionRow[]
  nextNumber(): string
}

interface Told {
  readonly inspection: InspectionRow
  readonly visit: PlannedVisit
  readonly announcedOn: string
}

/**
 * How units learn of their visits: some ten working days ahead, those of one day in one act; a visit that moved by a notice of
 * the change. Most open their notice on the next working day; the press is invited to two visits and writes about one.
 */
export function noticeDeeds(year: Year, plan: readonly (PlannedVisit | null)[]): Deed[] {
  const told = plan.flatMap((visit, position): Told[] => {
    const inspection = year.inspections[position]
    if (!visit || !inspection || !hasReached(visit, 'announced')) return []
    return [{ inspection, visit, announcedOn: announcementDay(visit.movedFrom ?? visit.visitOn, year.calendar) }]
  })
  const days = [...new Set(told.map(({ announcedOn }) => announcedOn))]
  return [
    ...days.map((day) =>
      announced(
        year,
        day,
        told.filter(({ announcedOn }) => announcedOn === day),
      ),
    ),
    ...told.flatMap((one) => (one.visit.movedFrom ? [changed(year, one)] : seen(year, one))),
    ...pressDeeds(year, told),
  ]
}

function announced({ perform, cast, campaignId, nextNumber }: Year, day: string, told: readonly Told[]): Deed {
  const issuedOn = day
  const [only, ...others] = told.map(({ inspection }) => ({ inspectionId: inspection.inspectionId }))
  return {
    at: at(day, '14:00'),
    perform: async (now) => {
      if (only && others.length === 0)
        await perform(
          cast.standingDeputy,
          announceInspection,
          { params: only, body: { number: nextNumber(), issuedOn } },
          { now },
        )
      else {
        const visits = [only!, ...others].map((visit) => ({ ...visit, number: nextNumber() }))
        const body = { way: 'each' as const, issuedOn, visits }
        await perform(cast.standingDeputy, announceVisits, { params: { campaignId }, body }, { now })
      }
    },
  }
}

/** Three working days after the notice the visit had moved; it is told of in the afternoon of that day. */
function changed({ perform, cast, campaignId, calendar, nextNumber }: Year, { inspection, announcedOn }: Told): Deed {
  const issuedOn = addWorkingDays(announcedOn, 3, calendar)
  return {
    at: at(issuedOn, '15:00'),
    perform: async (now) => {
      const visits = [{ inspectionId: inspection.inspectionId }]
      const body = { way: 'change' as const, issuedOn, number: nextNumber(), visits }
      await perform(cast.standingDeputy, announceVisits, { params: { campaignId }, body }, { now })
    },
  }
}

function seen({ perform, cast, calendar }: Year, { inspection, visit, announcedOn }: Told): Deed[] {
  if (!hasReached(visit, 'drafting')) return []
  const params = { inspectionId: inspection.inspectionId }
  const open = (person: Viewer, time: string): Deed => ({
    at: at(addWorkingDays(announcedOn, 1, calendar), time),
    perform: async (now) => void (await perform(person, noteNoticeSeen, { params }, { now })),
  })
  return [
    open(cast.officers.get(inspection.unitCode)!, '08:20'),
    ...(visit.halfDay === 'morning' ? [open(cast.heads.get(inspection.unitCode)!, '10:05')] : []),
  ]
}

/** The press comes to one visit that has been made, and is invited to one that lies ahead. */
function pressDeeds({ perform, cast, calendar }: Year, told: readonly Told[]): Deed[] {
  return (['visited', 'with-head'] as const).flatMap((progress, index): Deed[] => {
    const one = told.find(({ visit }) => visit.progress === progress && !visit.movedFrom)
    if (!one) return []
    const params = { inspectionId: one.inspection.inspectionId }
    const invitedOn = addWorkingDays(one.announcedOn, 2, calendar)
    const invite = async (now: string) => {
      await perform(cast.planner, openToPress, { params, body: { open: true } }, { now })
      const body = {
        guests: [],
        pressIds: [cast.press.personId],
        chair: 'Phó Trưởng đoàn Thường trực Đoàn kiểm tra',
        note: '',
        number: String(index + 1),
        issuedOn: invitedOn,
      }
      await perform(cast.standingDeputy, issueInvitation, { params, body }, { now })
    }
    const cover = async (now: string) => {
      const body = {
        url: 'https://bao.vi-du.invalid/kiem-tra-cai-cach-hanh-chinh',
        title: 'Kiểm tra công tác cải cách hành chính tại cơ sở (dữ liệu minh họa)',
      }
      await perform(cast.press, addCoverage, { params, body }, { now })
    }
    return [
      { at: at(invitedOn, '10:00'), perform: invite },
      ...(progress === 'visited'
        ? [{ at: at(addWorkingDays(one.visit.visitOn, 1, calendar), '16:00'), perform: cover }]
        : []),
    ]
  })
}
