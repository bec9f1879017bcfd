import { type PointPlace, rootOf } from '@cchc/domain/conclusions/board-rules.ts'
import type { FindingView } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readFindings } from '../fieldwork/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

function selectPoints({ db, viewer }: Seen) {
  return visibleInspections(db, viewer)
    .innerJoin('conclusionPoints', 'conclusionPoints.inspectionId', 'inspections.inspectionId')
    .innerJoin('people', 'people.personId', 'conclusionPoints.changedBy')
    .select([
      'conclusionPoints.pointId',
      'conclusionPoints.inspectionId',
      'conclusionPoints.place',
      'conclusionPoints.fieldKey',
      'conclusionPoints.text',
      'conclusionPoints.cause',
      'conclusionPoints.responsible',
      'conclusionPoints.reason',
      'conclusionPoints.mergedInto',
      'conclusionPoints.apart',
      'conclusionPoints.revision',
      'people.fullName as changedBy',
      'conclusionPoints.changedAt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPoints>['execute']>>[number]

/** A point that stands by itself, with all the findings it stands on. */
export interface BoardPoint extends Omit<Row, 'place' | 'mergedInto'> {
  readonly place: PointPlace
  readonly sources: readonly FindingView[]
  readonly merged: readonly { readonly pointId: string; readonly text: string; readonly revision: number }[]
}

/** The points of an inspection that stand by themselves, in the order their findings were recorded, and the findings without any. */
export async function readPoints(
  context: Seen,
  inspectionId: string,
): Promise<{ points: BoardPoint[]; loose: FindingView[] }> {
  const rows = await selectPoints(context)
    .where('conclusionPoints.inspectionId', '=', inspectionId)
    .orderBy('conclusionPoints.pointOrder')
    .execute()
  const sources = await context.db
    .selectFrom('pointSources')
    .select(['findingId', 'pointId'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  const findings = await readFindings(context, inspectionId)
  const mergedInto = new Map(rows.map((row) => [row.pointId, row.mergedInto]))
  const pointOf = new Map(sources.map(({ findingId, pointId }) => [findingId, rootOf(pointId, mergedInto)]))
  return {
    points: rows
      .filter((row) => row.mergedInto === null)
      .map(({ place, mergedInto: _, ...row }) => ({
        ...row,
        place: place as PointPlace,
        sources: findings.filter(({ findingId }) => pointOf.get(findingId) === row.pointId),
        merged: rows
          .filter((other) => other.mergedInto === row.pointId)
          .map(({ pointId, text, revision }) => ({ pointId, text, revision })),
      })),
    loose: findings.filter(({ findingId }) => !pointOf.has(findingId)),
  }
}

/** One point, merged or not, or undefined. */
export async function findPoint(context: Seen, pointId: string): Promise<Row | undefined> {
  return selectPoints(context).where('conclusionPoints.pointId', '=', pointId).executeTakeFirst()
}

/** The same, locked; refuses with `no-such-point`. */
export async function lockPoint(context: Seen, pointId: string): Promise<Row> {
  const row = await selectPoints(context)
    .where('conclusionPoints.pointId', '=', pointId)
    .forUpdate('conclusionPoints')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-point')
  return row
}
