import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type { downloadFile as contract } from '@cchc/domain/follow-up/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'

/** An uploaded file of an inspection that the viewer may know; files of no inspection are not for inspected units. */
export const downloadFile: Act<typeof contract> = async ({ db, viewer, files }, { params }) => {
  const known = visibleInspections(db, viewer).select('inspections.inspectionId')
  const file = await db
    .selectFrom('files')
    .select(['sha256', 'name', 'mediaType'])
    .where('fileId', '=', params.fileId)
    .where((eb) => {
      const ofKnownInspection = eb('files.inspectionId', 'in', known)
      return worksForInspectedUnit(viewer)
        ? ofKnownInspection
        : eb.or([eb('files.inspectionId', 'is', null), ofKnownInspection])
    })
    .executeTakeFirst()
  if (!file) throw new Refusal('no-such-file')
  return { name: file.name, mediaType: file.mediaType, bytes: await files.get(file.sha256) }
}
