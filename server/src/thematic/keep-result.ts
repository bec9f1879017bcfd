import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type {
  closeThematic as closeContract,
  downloadThematicFile as downloadContract,
  saveThematicResult as saveContract,
  uploadThematicFile as uploadContract,
} from '@cchc/domain/thematic/contract.ts'
import { unitActions } from '@cchc/domain/thematic/rules.ts'
import { fileKindOf, keptName, kindsInWords } from '../evidence/file-kind.ts'
import { inspectionsUnderYearRule } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { requireFreshUnit } from './keep-decision.ts'
import { getThematic, lockThematic, moveThematic, type ThematicRecord } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { tellOffice } from './tell-department.ts'

/** Keeps what a thematic inspection came to, once it or its common visit has been made. */
export const saveThematicResult: Act<typeof saveContract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const inspection = await unitWithResult(context, params.inspectionId)
  await requireFreshUnit(context, inspection, body.revision)
  const kept = { result: body.text, resultBy: viewer.personId, resultAt: now }
  await db
    .insertInto('thematicRecords')
    .values({ inspectionId: inspection.inspectionId, ...kept })
    .onConflict((conflict) => conflict.column('inspectionId').doUpdateSet(kept))
    .execute()
  await db
    .updateTable('inspections')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspection.inspectionId)
    .execute()
  await record('thematic.result', inspection.inspectionId, { text: body.text }, inspection.inspectionId)
  await tellOffice(context, 'planner', {
    inspectionId: inspection.inspectionId,
    kind: 'thematic.result',
    title: `${inspection.unitName}: có kết quả kiểm tra chuyên đề`,
    body: `${inspection.agencyName}, “${inspection.title}”.`,
    link: `/chuyen-de/${inspection.registrationId}`,
  })
  return registrationDetail(context, inspection.registrationId)
}

/** Keeps the department's own conclusion; the last one stands, earlier ones stay among the files. Its kind is judged by its content. */
export const uploadThematicFile: Act<typeof uploadContract> = async (context, { params, file }) => {
  const { db, viewer, now, files, record } = context
  const inspection = await unitWithResult(context, params.inspectionId)
  if (!file) throw new Refusal('no-file')
  const bytes = Buffer.from(file.bytes)
  const kind = await fileKindOf(bytes)
  if (!kind) throw new Refusal('file-kind-not-allowed', { name: file.name, allowed: kindsInWords })
  const { inspectionId } = inspection
  const { fileId, name } = await db
    .insertInto('files')
    .values({
      sha256: await files.put(bytes),
      name: keptName(file.name, kind),
      size: bytes.length,
      mediaType: kind.mediaType,
      inspectionId,
      uploadedBy: viewer.personId,
      uploadedAt: now,
    })
    .returning(['fileId', 'name'])
    .executeTakeFirstOrThrow()
  await db
    .insertInto('thematicRecords')
    .values({ inspectionId, fileId })
    .onConflict((conflict) => conflict.column('inspectionId').doUpdateSet({ fileId }))
    .execute()
  await record('thematic.file', inspectionId, { fileId, name }, inspectionId)
  return registrationDetail(context, inspection.registrationId)
}

export const downloadThematicFile: Act<typeof downloadContract> = async (context, { params }) => {
  const { inspectionId } = await getThematic(context, params.inspectionId)
  const file = await context.db
    .selectFrom('thematicRecords')
    .innerJoin('files', 'files.fileId', 'thematicRecords.fileId')
    .select(['files.sha256', 'files.name', 'files.mediaType'])
    .where('thematicRecords.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!file) throw new Refusal('no-such-file')
  return { name: file.name, mediaType: file.mediaType, bytes: await context.files.get(file.sha256) }
}

/** Closes a separate inspection; `result-needed` while nobody has said what it came to. */
export const closeThematic: Act<typeof closeContract> = async (context, { params, body }) => {
  const inspection = await unitWithResult(context, params.inspectionId)
  await requireFreshUnit(context, inspection, body.revision)
  const { inspectionId } = inspection
  const kept = await context.db
    .selectFrom('thematicRecords')
    .select('resultAt')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!kept?.resultAt) throw new Refusal('result-needed')
  await moveThematic(context, inspection, 'finish')
  await context.record('thematic.close', inspectionId, {}, inspectionId)
  return registrationDetail(context, inspection.registrationId)
}

/** One unit of the viewer's own department, locked, that has been visited; else `not-permitted` or `wrong-state`. */
async function unitWithResult(context: Context, inspectionId: string): Promise<ThematicRecord> {
  const inspection = await lockThematic(context, inspectionId)
  const { agencyCode, mergedInto } = inspection
  const state = inspection.state as InspectionState
  const host = mergedInto
    ? await inspectionsUnderYearRule(context.db)
        .select('state')
        .where('inspectionId', '=', mergedInto)
        .executeTakeFirst()
    : undefined
  const hostVisited = ['visited', 'concluded', 'closed'].includes(host?.state ?? '')
  if (!unitActions(context.viewer, { agencyCode, state, hostVisited }).includes('result'))
    throw new Refusal('wrong-state', {
      act: 'ghi kết quả',
      what: 'cuộc kiểm tra chuyên đề',
      state: state === 'closed' ? 'Đã đóng hồ sơ' : 'Chưa kiểm tra',
      way: state === 'closed' ? '' : 'Ghi kết quả sau khi đã kiểm tra.',
    })
  return inspection
}
