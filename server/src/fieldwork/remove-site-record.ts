import type { SiteContent } from '@cchc/domain/fieldwork/site-contract.ts'
import { mayChangeSite, siteTopicRules } from '@cchc/domain/fieldwork/site-rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { openSession } from './open-session.ts'
import { lockSite } from './site-records.ts'

/**
 * Removes something recorded on site, for good: where it has not come yet, it will not be there when it does. The file of a
 * photo goes with the last photo that shows it; the audit keeps what was said.
 */
export async function removeSiteRecord(context: Context, inspectionId: string, recordId: string): Promise<void> {
  const { db, viewer, now, record } = context
  const { standing } = await openSession(context, inspectionId, 'record-finding')
  const gone = { removedBy: viewer.personId, removedAt: now }
  const first = await db
    .insertInto('siteRecords')
    .values({ inspectionId, recordId, recordedBy: viewer.personId, recordedAt: now, ...gone })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'recordId']).doNothing())
    .returning('recordId')
    .executeTakeFirst()
  if (first) return record('site-record.remove', recordId, {}, inspectionId)
  const row = await lockSite(context, inspectionId, recordId)
  if (row.removedAt !== null) return
  const content = row.content as unknown as SiteContent
  const { guests, what } = siteTopicRules[content.topic]
  if (!guests) await openSession(context, inspectionId, 'record')
  if (!mayChangeSite(standing, content.topic, row.recorderId))
    throw new Refusal('not-your-record', { what, who: row.recordedBy })
  await db
    .updateTable('siteRecords')
    .set((eb) => ({ ...gone, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .where('recordId', '=', recordId)
    .execute()
  await record('site-record.remove', recordId, { ...content }, inspectionId)
  if (content.topic === 'photo') await removeFile(context, inspectionId, content.sha256)
}

async function removeFile({ db, viewer, now }: Context, inspectionId: string, sha256: string): Promise<void> {
  const other = await db
    .selectFrom('siteRecords')
    .select('recordId')
    .where('inspectionId', '=', inspectionId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`content ->> 'sha256' = ${sha256}`)
    .executeTakeFirst()
  if (other) return
  await db
    .updateTable('attachments')
    .set((eb) => ({ removedAt: now, removedBy: viewer.personId, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .where('ownerKind', '=', 'finding')
    .where('sentSha256', '=', sha256)
    .where('removedAt', 'is', null)
    .execute()
}
