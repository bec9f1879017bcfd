import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'

/** A visit as its inspection has it now; `revision` is the sequence that calendars compare. */
interface VisitNow {
  readonly inspectionId: string
  readonly visitOn: string | null
  readonly halfDay: string | null
  readonly place: string | null
  readonly reportDueOn: string | null
  readonly revision: number
}

/** Keeps what an issued notice told of a visit; the notice before it must have been replaced. */
export async function recordVisitNotice(
  { db, now }: Context,
  { inspectionId, visitOn, halfDay, place, reportDueOn, revision }: VisitNow,
  notice: { documentId: string; issuedOn: string },
): Promise<void> {
  if (!visitOn || !halfDay) throw new Refusal('no-such-inspection')
  await db
    .insertInto('visitNotices')
    .values({ ...notice, inspectionId, visitOn, halfDay, place: place ?? '', reportDueOn, sequence: revision, at: now })
    .execute()
}

/** The newest notice of each of these visits, with its number and what it told; visits never told of are not in the map. */
export async function latestNotices(db: Db, inspectionIds: readonly string[]) {
  if (inspectionIds.length === 0) return new Map<string, VisitNotice>()
  const rows = await db
    .selectFrom('visitNotices')
    .innerJoin('documents', 'documents.documentId', 'visitNotices.documentId')
    .distinctOn('visitNotices.inspectionId')
    .select([
      'visitNotices.inspectionId',
      'visitNotices.documentId',
      'visitNotices.visitOn',
      'visitNotices.halfDay',
      'visitNotices.place',
      'visitNotices.reportDueOn',
      'visitNotices.stands',
      'documents.kind',
      'documents.number',
      'documents.symbol',
      'documents.issuedOn',
    ])
    .where('visitNotices.inspectionId', 'in', [...inspectionIds])
    .orderBy('visitNotices.inspectionId')
    .orderBy('visitNotices.sequence', 'desc')
    .execute()
  return new Map(
    rows.map(({ number, symbol, halfDay, ...row }) => [
      row.inspectionId,
      { ...row, halfDay: halfDay as HalfDay, code: documentCode(number, symbol ?? '') } satisfies VisitNotice,
    ]),
  )
}

export interface VisitNotice {
  readonly inspectionId: string
  readonly documentId: string
  readonly kind: string
  /** "215/TB-SNV". */
  readonly code: string
  readonly issuedOn: string
  readonly visitOn: string
  readonly halfDay: HalfDay
  readonly place: string
  readonly reportDueOn: string | null
  readonly stands: boolean
}

/** Whether the newest notice tells of another time or place than the inspection now has, or no longer stands. */
export function isOutdated(notice: VisitNotice, visit: Pick<VisitNow, 'visitOn' | 'halfDay' | 'place'>): boolean {
  return (
    !notice.stands ||
    notice.visitOn !== visit.visitOn ||
    notice.halfDay !== visit.halfDay ||
    notice.place !== (visit.place ?? '')
  )
}
