import type { listUnannounced as contract } from '@cchc/domain/unannounced/contract.ts'
import type { Act } from '../platform/serve.ts'
import { selectUnannounced } from './queries.ts'
import { unannouncedRow } from './unannounced-view.ts'
import { readWarnings } from './warnings.ts'

/** Secret ones that the viewer has been told of and those that have been opened, the nearest day first. */
export const listUnannounced: Act<typeof contract> = async (context, { params }) => {
  const rows = await selectUnannounced(context.db, context.viewer)
    .where('inspections.campaignId', '=', params.campaignId)
    .orderBy('inspections.visitOn', (order) => order.desc().nullsFirst())
    .orderBy('own.proposedAt', 'desc')
    .orderBy('inspections.inspectionId')
    .execute()
  const inspections = []
  for (const row of rows) {
    const warnings = await readWarnings(context, row)
    inspections.push(unannouncedRow(row, warnings.filter(({ tone }) => tone === 'clash').length))
  }
  return { inspections }
}
