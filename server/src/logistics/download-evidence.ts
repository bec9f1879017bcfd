import type { downloadEvidence as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { costView } from './ledger.ts'

/** The invoice or receipt of a cost that the viewer may know. */
export const downloadEvidence: Act<typeof contract> = async (context, { params: { costId } }) => {
  await costView(context, costId)
  const file = await context.db
    .selectFrom('costs')
    .innerJoin('files', 'files.fileId', 'costs.fileId')
    .select(['files.name', 'files.mediaType', 'files.sha256'])
    .where('costs.costId', '=', costId)
    .executeTakeFirst()
  if (!file) throw new Refusal('no-such-file')
  return { name: file.name, mediaType: file.mediaType, bytes: await context.files.get(file.sha256) }
}
