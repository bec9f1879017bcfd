import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { AnnouncementWay } from '@cchc/domain/inspections/announcement-contract.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { issueDocument } from '../documents/queries.ts'
import { replaceIssuedNotice } from '../documents/replace-notice.ts'
import { isOutdated, latestNotices, recordVisitNotice, type VisitNotice } from '../documents/visit-notices.ts'
import type { Context } from '../platform/context.ts'
import { openSelfReport } from '../self-reports/queries.ts'
import { type IssuedNotice, tellOfNotice } from './announce-tell.ts'
import { scheduleNoticePaperOf, scheduleNoticeSymbol } from './papers.ts'
import { getInspectionForUpdate, type InspectionRecord, setInspectionState } from './queries.ts'
import { requireWholeRoster } from './roster-exceptions.ts'

/** One visit that somebody chose to announce. */
export interface Chosen {
  readonly inspectionId: string
  readonly rosterReason: string | null
}

/** A visit that may be told of from now on, with the notice that told of it before. */
export interface Announced {
  readonly inspection: InspectionRecord
  readonly before: VisitNotice | undefined
}

/**
 * What comes before every notice, whichever of the three ways is taken: the visit becomes announced and what was told of it
 * before no longer stands. Nobody is told twice of the same, and a change can only be told of where something was told before.
 * Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1.
 */
export async function makeAnnounced(context: Context, chosen: Chosen, way: AnnouncementWay): Promise<Announced> {
  const { inspectionId, rosterReason } = chosen
  const current = await getInspectionForUpdate(context, inspectionId)
  const before = (await latestNotices(context.db, [inspectionId])).get(inspectionId)
  if (before && current.state === 'announced' && !isOutdated(before, current))
    throw new Refusal('nothing-to-announce', { unit: await unitNameOf(context, current), number: before.code })
  if (way === 'change' && !(before && tellsOfAnotherTime(before, current)))
    throw new Refusal('nothing-changed', { unit: await unitNameOf(context, current) })
  const inspection = await setInspectionState(context, inspectionId, 'announce')
  if (inspection.visitOn !== null && inspection.visitOn < context.today)
    throw new Refusal('in-the-past', { date: formatDate(inspection.visitOn), today: formatDate(context.today) })
  await requireWholeRoster(context, inspection, rosterReason)
  await replaceIssuedNotice(context, inspectionId)
  return { inspection, before }
}

/** What comes after every notice: it is kept what it told, the self-report is open to write, and those concerned are told. */
export async function makeKnown(
  context: Context,
  campaign: SettledCampaign,
  { inspection, before }: Announced,
  notice: IssuedNotice,
): Promise<void> {
  await recordVisitNotice(context, inspection, { documentId: notice.documentId, issuedOn: notice.issuedOn })
  await openSelfReport(context.db, inspection.inspectionId, campaign.outlineVersionId)
  await tellOfNotice(context, inspection, notice, before !== undefined)
}

/** Announces one visit by a notice of its own; returns the notice's id. */
export async function announceByOwnNotice(
  context: Context,
  campaign: SettledCampaign,
  chosen: Chosen,
  issue: { number: string; issuedOn: string },
): Promise<string> {
  const announced = await makeAnnounced(context, chosen, 'each')
  const { inspectionId, campaignId } = announced.inspection
  const paper = await scheduleNoticePaperOf(context, inspectionId, issue)
  const symbol = scheduleNoticeSymbol(context.settings)
  const kind = 'schedule-notice'
  const title = titleLine(paper)
  const documentId = await issueDocument(context, { campaignId, inspectionId, kind, title, ...issue, symbol, paper })
  await makeKnown(context, campaign, announced, { documentId, kind, ...issue, symbol, paper })
  return documentId
}

async function unitNameOf({ db }: Context, { unitCode }: InspectionRecord): Promise<string> {
  const unit = await db
    .selectFrom('units')
    .select('fullName')
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  return unit.fullName
}

/** Whether time or place differ from what was told; a changed thematic part alone needs a whole notice and not one of changes. */
function tellsOfAnotherTime(before: VisitNotice, { visitOn, halfDay, place }: InspectionRecord): boolean {
  return isOutdated({ ...before, stands: true }, { visitOn, halfDay, place })
}
