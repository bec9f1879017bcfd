import type { DocumentKind } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'

export interface IssuedPaper {
  readonly campaignId: string
  readonly inspectionId: string | null
  readonly kind: DocumentKind
  readonly title: string
  /** The clerk's number and its symbol; null for minutes, which carry none. */
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: string
  readonly paper: Paper
}

/**
 * Freezes a paper as issued and queues its file; refuses with `number-taken` (by the database) or `issued-before-signing`.
 * Basis: Nghị định 30/2020/NĐ-CP, Điều 15 (numbers are unique within the year and given at issue).
 */
export async function issueDocument(
  { db, viewer, now, today, record, enqueue }: Context,
  issued: IssuedPaper,
): Promise<string> {
  if (issued.issuedOn > today)
    throw new Refusal('issued-before-signing', {
      date: formatDate(issued.issuedOn),
      why: `ngày này chưa tới (hôm nay là ${formatDate(today)})`,
    })
  const { documentId } = await db
    .insertInto('documents')
    .values({
      ...issued,
      paper: JSON.stringify(issued.paper),
      year: Number(issued.issuedOn.slice(0, 4)),
      issuedBy: viewer.personId,
      issuedAt: now,
    })
    .returning('documentId')
    .executeTakeFirstOrThrow()
  await record(
    'document.issue',
    documentId,
    { kind: issued.kind, number: issued.number, symbol: issued.symbol },
    issued.inspectionId,
  )
  await enqueue('document.render', { documentId })
  return documentId
}
