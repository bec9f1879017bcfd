import type { downloadInspectionPaper as contract } from '@cchc/domain/documents/contract.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionPaper } from './inspection-paper.ts'
import { draftFile, issuedFile } from './paper-file.ts'

/** A paper of one inspection as .docx or .pdf: as issued, else a draft that says so in its name. */
export const downloadInspectionPaper: Act<typeof contract> = async (context, { params, query }) => {
  const { paper, issued } = await inspectionPaper(context, params.inspectionId, params.kind)
  if (issued) return issuedFile(issued, context.files, query.format)
  const { fullName } = await visibleInspections(context.db, context.viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select('units.fullName')
    .where('inspections.inspectionId', '=', params.inspectionId)
    .executeTakeFirstOrThrow()
  return draftFile(params.kind, fullName, paper, query.format)
}
