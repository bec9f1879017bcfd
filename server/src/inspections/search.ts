import { documentKindNames } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { search as contract } from '@cchc/domain/inspections/contract.ts'
import { inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import { foldText } from '@cchc/domain/units/fold.ts'
import { selectDocuments } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { teamInspections } from './queries.ts'

const most = 8

/** Finds inspections by unit name and issued documents by number or title, with or without diacritics. */
export const search: Act<typeof contract> = async ({ db, viewer }, { query }) => {
  const pattern = `%${foldText(query.q).replace(/[%_\\]/g, '\\$&')}%`
  const inspections = await teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select(['inspectionId', 'units.fullName', 'inspections.state', 'visitOn'])
    .where('units.folded', 'like', pattern)
    .orderBy('units.fullName')
    .orderBy('inspections.inspectionId')
    .limit(most)
    .execute()
  const documents = await selectDocuments(db, viewer)
    .where((eb) =>
      eb.or([
        eb('documents.number', '=', query.q),
        eb('documents.title', 'ilike', `%${query.q.replace(/[%_\\]/g, '\\$&')}%`),
      ]),
    )
    .orderBy('documents.issuedAt', 'desc')
    .orderBy('documents.issuedOrder', 'desc')
    .limit(most)
    .execute()
  return {
    hits: [
      ...inspections.map((row) => ({
        kind: 'inspection' as const,
        title: row.fullName,
        detail: [
          inspectionStateNames[row.state as keyof typeof inspectionStateNames],
          row.visitOn && formatDate(row.visitOn),
        ]
          .filter(Boolean)
          .join(' · '),
        link: `/lich/${row.inspectionId}`,
      })),
      ...documents.map((row) => ({
        kind: 'document' as const,
        title: row.number
          ? `${row.number}/${row.symbol}`
          : documentKindNames[row.kind as keyof typeof documentKindNames],
        detail: `${row.title} · ${formatDate(row.issuedOn)}`,
        link: `/van-ban/${row.documentId}`,
      })),
    ],
  }
}
