import type { SiteContent, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { sql } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

function selectSite({ db, viewer }: Seen, inspectionId: string) {
  return visibleInspections(db, viewer)
    .innerJoin('siteRecords', 'siteRecords.inspectionId', 'inspections.inspectionId')
    .innerJoin('people', 'people.personId', 'siteRecords.recordedBy')
    .where('siteRecords.inspectionId', '=', inspectionId)
    .select((eb) => [
      'siteRecords.recordId',
      'siteRecords.content',
      'siteRecords.recordedBy as recorderId',
      'people.fullName as recordedBy',
      'siteRecords.recordedAt',
      'siteRecords.removedAt',
      'siteRecords.revision',
      eb
        .selectFrom('attachments')
        .select('attachments.attachmentId')
        .whereRef('attachments.inspectionId', '=', 'siteRecords.inspectionId')
        .where('attachments.ownerKind', '=', 'finding')
        .where('attachments.sentSha256', '=', sql<string>`site_records.content ->> 'sha256'`)
        .where('attachments.removedAt', 'is', null)
        .orderBy('attachments.addedAt')
        .orderBy('attachments.addedOrder')
        .limit(1)
        .as('attachmentId'),
    ])
}

export type SiteRow = Awaited<ReturnType<ReturnType<typeof selectSite>['execute']>>[number]

/** One record of the site, a removed one too; undefined where nobody has recorded or removed it. */
export async function findSite(seen: Seen, inspectionId: string, recordId: string): Promise<SiteRow | undefined> {
  return selectSite(seen, inspectionId).where('siteRecords.recordId', '=', recordId).executeTakeFirst()
}

/** A record that is there, held until the transaction ends. */
export async function lockSite(context: Context, inspectionId: string, recordId: string): Promise<SiteRow> {
  await context.db
    .selectFrom('siteRecords')
    .select('recordId')
    .where('inspectionId', '=', inspectionId)
    .where('recordId', '=', recordId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return (await findSite(context, inspectionId, recordId))!
}

/** Everything recorded on site, in the order it came. */
export async function readSite(seen: Seen, inspectionId: string): Promise<SiteRecordView[]> {
  const rows = await selectSite(seen, inspectionId)
    .where('siteRecords.removedAt', 'is', null)
    .orderBy('siteRecords.recordOrder')
    .execute()
  return rows.map((row) => siteView(seen, row))
}

/** A row that was recorded and not removed, as the contract's view. */
export function siteView({ viewer }: Pick<Context, 'viewer'>, row: SiteRow): SiteRecordView {
  const { recordId, attachmentId, recordedBy, recordedAt, revision } = row
  const content = row.content as unknown as SiteContent
  return { recordId, content, attachmentId, recordedBy, recordedAt, revision, mine: row.recorderId === viewer.personId }
}
