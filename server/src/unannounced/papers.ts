import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { PlaceKind, unannouncedPapers } from '@cchc/domain/unannounced/contract.ts'
import {
  type UnannouncedPaper,
  unannouncedNoticePaper,
  unannouncedOrderPaper,
} from '@cchc/domain/unannounced/papers.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { citeDecision, paperFrame } from '../documents/paper-frame.ts'
import { symbolOf } from '../documents/queries.ts'
import { officeSignature } from '../documents/signature.ts'
import { fieldNames } from '../inspections/papers.ts'
import type { Context } from '../platform/context.ts'
import { getUnannouncedRecord, readPeople, readPlaces, type UnannouncedRecord } from './queries.ts'

export type UnannouncedPaperKind = (typeof unannouncedPapers)[number]

/** Who gives the order: the team itself, under the province. Basis: QĐ 2251/QĐ-UBND, mục III.2a. */
const teamOnPaper = 'Đoàn kiểm tra\ncải cách hành chính'

/** One of its papers as it stands now, a draft without a number until it is entered in the book. */
export async function unannouncedPaperOf(
  context: Context,
  inspectionId: string,
  kind: UnannouncedPaperKind,
  number: string | null = null,
): Promise<Paper> {
  const row = await getUnannouncedRecord(context, inspectionId)
  const build = kind === 'unannounced-order' ? unannouncedOrderPaper : unannouncedNoticePaper
  return build(await contentOf(context, row, kind, number))
}

/** The day that a paper bears: the order the day it was given, the notice the day it was handed over; null before. */
export function paperDate(
  row: Pick<UnannouncedRecord, 'orderedAt' | 'openedAt'>,
  kind: UnannouncedPaperKind,
): string | null {
  const at = kind === 'unannounced-order' ? row.orderedAt : row.openedAt
  return at && dateInVietnam(at)
}

async function contentOf(
  context: Context,
  row: UnannouncedRecord,
  kind: UnannouncedPaperKind,
  number: string | null,
): Promise<UnannouncedPaper> {
  const { db, settings } = context
  const campaign = await getSettledCampaign(db, row.campaignId)
  const fields = await fieldNames(db, row.campaignId)
  const unitName = authorityOf({ name: row.unitShortName, type: row.unitType as UnitType })
  const isOrder = kind === 'unannounced-order'
  const frame = paperFrame(settings, {
    year: campaign.year,
    symbol: symbolOf(settings, kind),
    number,
    issuedOn: paperDate(row, kind),
    recipients: isOrder ? ['Như trên'] : [unitName, 'Trưởng Đoàn kiểm tra (để báo cáo)', 'Thành viên Đoàn kiểm tra'],
    signatures: [isOrder ? await leaderSignature(context, row) : await officeSignature(context, row.campaignId)],
  })
  const places = await readPlaces(db, row.inspectionId)
  const people = await readPeople(db, row.inspectionId, row.campaignId)
  return {
    frame: isOrder ? { ...frame, issuingAgency: teamOnPaper } : frame,
    year: campaign.year,
    decision: citeDecision(campaign),
    unitName,
    officeName: settings.officeName,
    reasons: row.reasons,
    visitOn: row.visitOn,
    halfDay: row.halfDay as HalfDay | null,
    places: places.map(({ kind, name, address }) => ({ kind: kind as PlaceKind, name, address })),
    team: people.map(({ fullName, post, agencyName, fieldKeys }) => ({
      name: fullName,
      post,
      agency: agencyName,
      fields: fieldKeys.map((key) => fields.get(key) ?? key),
    })),
    orderedOn: row.orderedAt && dateInVietnam(row.orderedAt),
    openedAt: row.openedAt,
  }
}

/** The leader who ordered it, or whoever leads the team now. */
async function leaderSignature({ db }: Context, { campaignId, orderedBy }: UnannouncedRecord) {
  const seat = await db
    .selectFrom('teamMembers')
    .leftJoin('people', 'people.personId', 'teamMembers.personId')
    .select('people.fullName')
    .where('campaignId', '=', campaignId)
    .where('role', '=', 'leader')
    .executeTakeFirst()
  return { authority: [], post: 'Trưởng đoàn', name: orderedBy ?? seat?.fullName ?? null }
}
