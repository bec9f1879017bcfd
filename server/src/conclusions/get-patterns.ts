import type {
  getPatterns as contract,
  listTryOutFindings as findingsContract,
} from '@cchc/domain/conclusions/patterns-contract.ts'
import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import { authorityOf } from '@cchc/domain/papers/wording.ts'
import type { UnitType } from '@cchc/domain/units/unit.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readPatternVersions } from './patterns.ts'

/** The sentence patterns with their earlier versions. */
export const getPatterns: Act<typeof contract> = async (context) => ({ versions: await readPatternVersions(context) })

/** Recorded findings to try patterns out on, the newest first. */
export const listTryOutFindings: Act<typeof findingsContract> = async ({ db, viewer, settings }) => {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('findings', 'findings.inspectionId', 'inspections.inspectionId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('campaignFields', (join) =>
      join
        .onRef('campaignFields.campaignId', '=', 'inspections.campaignId')
        .onRef('campaignFields.fieldKey', '=', 'findings.fieldKey'),
    )
    .select([
      'findings.findingId',
      'findings.inspectionId',
      'findings.fieldKey',
      'findings.kind',
      'findings.text',
      'findings.cause',
      'findings.responsible',
      'campaignFields.name as fieldTitle',
      'units.name as unitShortName',
      'units.fullName as unitName',
      'units.type as unitType',
    ])
    .orderBy('findings.recordedAt', 'desc')
    .orderBy('findings.recordedOrder', 'desc')
    .limit(60)
    .execute()
  const findings = rows.map(({ fieldTitle, unitShortName, unitType, ...row }) => ({
    ...row,
    kind: row.kind as FindingKind,
    fieldName: fieldTitle ?? fieldName(row.fieldKey),
    unitInSentence: authorityOf({ name: unitShortName, type: unitType as UnitType }),
  }))
  return { findings, officeName: settings.officeName }
}
