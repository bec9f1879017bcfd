import { isBoundToOwn } from '@cchc/domain/access/permissions.ts'
import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { expectedAttendance, expectedOfficers } from '@cchc/domain/fieldwork/expected-attendance.ts'
import { figuresToVerify } from '@cchc/domain/fieldwork/figures.ts'
import { reportInWords } from '@cchc/domain/fieldwork/report-in-words.ts'
import { visitActions } from '@cchc/domain/fieldwork/rules.ts'
import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { namedFields } from '../campaigns/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { readReportedAnswers } from '../self-reports/queries.ts'
import { readGuests } from '../thematic/queries.ts'
import {
  attendanceOf,
  getVisitGround,
  readFindings,
  readPlaces,
  readRoster,
  readUnitPeople,
  readVerifications,
  type SeatRow,
  standingOf,
  type VisitGround,
} from './queries.ts'
import { readSite } from './site-records.ts'
import { statedReport } from './stated-report.ts'

/** Everything recorded at one visit, as the viewer sees it; the minutes are written from it too. */
export async function visitView(context: Context, inspectionId: string): Promise<VisitView> {
  return viewOfGround(context, await getVisitGround(context, inspectionId))
}

/** The same from a ground that has been read already. */
export async function viewOfGround(context: Context, ground: VisitGround): Promise<VisitView> {
  const { db, viewer, today } = context
  const { inspectionId } = ground
  const roster = await readRoster(db, inspectionId)
  const standing = standingOf(viewer, ground, roster)
  // A department that sends nobody of its own sees what was found for it, and of the rest no more than that it takes place.
  const ownOnly = isBoundToOwn(viewer) && standing.seat === null
  const thematic = await readGuests(context, inspectionId)
  const isOwn = ({ registrationId }: { registrationId: string | null }) =>
    thematic.some((guest) => guest.registrationId === registrationId)
  const findings = await readFindings(context, inspectionId)
  const stated = standing.visitState === 'closed' ? await statedReport(context, inspectionId) : null
  const site = ownOnly ? [] : await readSite(context, inspectionId)
  return {
    inspectionId,
    unitName: ground.unitName,
    visitOn: ground.visitOn,
    halfDay: ground.halfDay as VisitView['halfDay'],
    place: ground.place,
    state: standing.visitState,
    session: ownOnly ? { ...sessionOf(ground, roster), exchange: '', unitOpinion: '' } : sessionOf(ground, roster),
    attendance:
      ground.visitState === null
        ? expectedAttendance(roster, await readUnitPeople(db, ground.unitCode))
        : attendanceOf(ground),
    attendanceRevision: ground.attendanceRevision ?? 0,
    reported: stated?.reported ?? reportInWords(ground, ground.kind === 'unannounced'),
    places: await readPlaces(db, inspectionId),
    figures: ownOnly ? [] : (stated?.figures ?? (await figuresOf(context, ground))),
    findings: ownOnly ? findings.filter(isOwn) : findings,
    site,
    fields: await namedFields(db, ground.campaignId),
    thematic,
    guestOf: [...(standing.seat?.guestOf ?? [])],
    myFields: [...(standing.seat?.fieldKeys ?? [])],
    actions: visitActions(standing, today),
  }
}

function sessionOf(ground: VisitGround, roster: readonly SeatRow[]): VisitView['session'] {
  const { startedAt, endedAt, exchange, unitOpinion, revision } = ground
  const expected = expectedOfficers(roster)
  return {
    startedAt,
    endedAt,
    chair: ground.chair ?? expected.chair,
    secretary: ground.secretary ?? expected.secretary,
    exchange: exchange ?? '',
    unitOpinion: unitOpinion ?? '',
    revision: revision ?? 0,
  }
}

/** Reported beside verified. What a unit has written and not sent is no report yet. */
export async function figuresOf({ db }: Context, ground: VisitGround): Promise<VisitView['figures']> {
  const outline = await getOutlineContent(db, ground.reportOutline ?? ground.campaignOutline!)
  const isSent = ground.selfReportId !== null && ground.sentAt !== null
  return figuresToVerify(
    outline,
    unitKindOf(ground.unitType, ground.advisoryFields.length > 0),
    isSent ? await readReportedAnswers(db, ground.selfReportId!) : {},
    await readVerifications(db, ground.inspectionId),
  )
}
