import { canonicalJson } from '@cchc/domain/canonical-json.ts'
import { decideSiteWrite } from '@cchc/domain/fieldwork/decide-command.ts'
import type { SiteContent, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { mayChangeSite, siteContentOver, siteTopicRules } from '@cchc/domain/fieldwork/site-rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import { openSession } from './open-session.ts'
import { findSite, lockSite, siteView } from './site-records.ts'

/**
 * Records something on site under the id its device gave it, or changes it over the revision that its writer saw; null where it
 * was removed before it came. A stale revision is refused with what stands.
 */
export async function keepSiteRecord(
  context: Context,
  { inspectionId, recordId, base }: { inspectionId: string; recordId: string; base: number | null },
  content: SiteContent,
): Promise<SiteRecordView | null> {
  const { db, viewer, now, record } = context
  const { guests, what } = siteTopicRules[content.topic]
  const { standing } = await openSession(context, inspectionId, guests ? 'record-finding' : 'record')
  const about = JSON.stringify(content)
  const added = await db
    .insertInto('siteRecords')
    .values({
      inspectionId,
      recordId,
      topic: content.topic,
      content: about,
      recordedBy: viewer.personId,
      recordedAt: now,
    })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'recordId']).doNothing())
    .returning('recordId')
    .executeTakeFirst()
  if (added) {
    await record('site-record.keep', recordId, { ...content }, inspectionId)
    return siteView(context, (await findSite(context, inspectionId, recordId))!)
  }
  const row = await lockSite(context, inspectionId, recordId)
  const stands = row.content as unknown as SiteContent | null
  if (stands && stands.topic !== content.topic) throw new Refusal('site-record-taken')
  const next = stands ? siteContentOver(stands, content) : content
  const removed = row.removedAt !== null
  const write = decideSiteWrite(
    { revision: row.revision, same: canonicalJson(stands) === canonicalJson(next), removed },
    base,
  )
  if (write === 'unchanged') return removed ? null : siteView(context, row)
  if (write === 'clash')
    throw new Refusal(
      'changed-meanwhile',
      { what, who: row.recordedBy },
      { theirs: removed ? null : siteView(context, row) },
    )
  if (!mayChangeSite(standing, next.topic, row.recorderId))
    throw new Refusal('not-your-record', { what, who: row.recordedBy })
  await db
    .updateTable('siteRecords')
    .set((eb) => ({ content: JSON.stringify(next), revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .where('recordId', '=', recordId)
    .execute()
  await record('site-record.keep', recordId, { from: stands, to: next }, inspectionId)
  return siteView(context, (await findSite(context, inspectionId, recordId))!)
}
