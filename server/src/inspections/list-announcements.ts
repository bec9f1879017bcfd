import type { DocumentKind } from '@cchc/domain/documents/contract.ts'
import type {
  AnnouncementRow,
  listAnnouncements as listContract,
  previewAnnouncement as previewContract,
} from '@cchc/domain/inspections/announcement-contract.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { isOutdated, latestNotices } from '../documents/visit-notices.ts'
import type { Act } from '../platform/serve.ts'
import { changeNoticeOf, noticeForAllOf } from './announce-papers.ts'
import { reasonsOfChanges, scheduleNoticePaperOf } from './papers.ts'
import { visibleInspections } from './queries.ts'

/** Every visit that has its half-day and has not been made, and how it stands with its notice. */
export const listAnnouncements: Act<typeof listContract> = async ({ db, viewer }, { params }) => {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'units.type as unitType',
      'inspections.state',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.place',
      'inspections.reportDueOn',
    ])
    .where('inspections.campaignId', '=', params.campaignId)
    .where('inspections.state', 'in', ['scheduled', 'announced'])
    .where('inspections.visitOn', 'is not', null)
    .orderBy('inspections.visitOn')
    .orderBy('inspections.halfDay', 'desc')
    .orderBy('inspections.inspectionId')
    .execute()
  const ids = rows.map(({ inspectionId }) => inspectionId)
  const notices = await latestNotices(db, ids)
  const reasons = await reasonsOfChanges(db, ids)
  return {
    visits: rows.map(({ state, ...row }): AnnouncementRow => {
      const notice = notices.get(row.inspectionId)
      const standing = state === 'scheduled' ? 'ready' : !notice || isOutdated(notice, row) ? 'moved' : 'announced'
      return {
        ...row,
        unitType: row.unitType as AnnouncementRow['unitType'],
        halfDay: row.halfDay as HalfDay,
        standing,
        notice: notice
          ? {
              documentId: notice.documentId,
              number: notice.code,
              kind: notice.kind as DocumentKind,
              issuedOn: notice.issuedOn,
              visitOn: notice.visitOn,
              halfDay: notice.halfDay,
            }
          : null,
        reason: standing === 'moved' ? (reasons.get(row.inspectionId) ?? null) : null,
      }
    }),
  }
}

/** The paper that would go out for the chosen visits; asks nothing of their rules, which are the act's. */
export const previewAnnouncement: Act<typeof previewContract> = async (context, { params, query }) => {
  const { db, viewer } = context
  const { way, inspectionIds } = query
  const campaign = await getSettledCampaign(db, params.campaignId)
  const inspections = await visibleInspections(db, viewer)
    .selectAll('inspections')
    .where('inspections.campaignId', '=', params.campaignId)
    .where('inspections.inspectionId', 'in', inspectionIds)
    .where('inspections.state', 'in', ['scheduled', 'announced'])
    .orderBy('inspections.visitOn')
    .orderBy('inspections.halfDay', 'desc')
    .execute()
  const [first] = inspections
  if (!first || inspections.length < new Set(inspectionIds).size) throw new Refusal('no-such-inspection')
  if (way === 'each') return { paper: await scheduleNoticePaperOf(context, inspectionIds[0]!) }
  const notices = await latestNotices(db, inspectionIds)
  const made = inspections.map((inspection) => ({ inspection, before: notices.get(inspection.inspectionId) }))
  return { paper: await (way === 'all' ? noticeForAllOf : changeNoticeOf)(context, campaign, made) }
}
