import { findItem, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Db } from '../platform/context.ts'
import type { ReportRecord } from './queries.ts'
import { outlineOfReport } from './report-view.ts'

/** The item of the pinned outline that this report's unit is asked under this key, or `no-such-item`. */
export async function itemOfReport(db: Db, report: ReportRecord, itemKey: string): Promise<OutlineItem> {
  const item = findItem(await outlineOfReport(db, report), itemKey)
  if (!item) throw new Refusal('no-such-item', { key: itemKey })
  return item
}
