import { type Viewer, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import {
  type DocumentKind,
  type DocumentView,
  documentKindNames,
  documentTypeCodes,
} from '@cchc/domain/documents/contract.ts'
import { issueDateProblem, type PriorEvent } from '@cchc/domain/documents/issue-date.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Settings } from '../platform/settings.ts'

export interface IssuedPaper {
  readonly campaignId: string
  readonly inspectionId: string | null
  readonly kind: DocumentKind
  readonly title: string
  /** The clerk's number as `IssueBody` reads it, and its symbol; null for minutes, which carry none. */
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: string
  /** The paper with its number, date and signatures as it goes out. */
  readonly paper: Paper
}

/**
 * Freezes a paper as issued, queues its file and returns its id. Refuses with `issued-before-signing` for a date in the
 * future or before the decision, the visit or an earlier paper, and with `number-taken`, on which the database has the last word.
 * Basis: Nghị định 30/2020/NĐ-CP, Điều 15 (numbers are unique within the year and given at issue).
 */
export async function issueDocument(context: Context, issued: IssuedPaper): Promise<string> {
  const { db, viewer, now, today, record, enqueue } = context
  const why = issueDateProblem(issued.issuedOn, today, await priorEvents(context, issued))
  if (why) throw new Refusal('issued-before-signing', { date: formatDate(issued.issuedOn), why })
  const document = await db
    .insertInto('documents')
    .values({
      ...issued,
      paper: JSON.stringify(issued.paper),
      year: Number(issued.issuedOn.slice(0, 4)),
      issuedBy: viewer.personId,
      issuedAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['symbol', 'year', 'number']).where('number', 'is not', null).doNothing(),
    )
    .returning('documentId')
    .executeTakeFirst()
  if (!document) throw new Refusal('number-taken', { number: documentCode(issued.number, issued.symbol ?? '') })
  const { documentId } = document
  const details = { kind: issued.kind, number: issued.number, symbol: issued.symbol, issuedOn: issued.issuedOn }
  await record('document.issue', documentId, details, issued.inspectionId)
  await enqueue('document.render', { documentId })
  return documentId
}

/** What the paper follows from: the campaign's decision, the inspection's earlier papers and, for minutes and conclusion, the visit. */
async function priorEvents({ db, viewer }: Context, { campaignId, inspectionId, kind }: IssuedPaper) {
  const decision = await db
    .selectFrom('campaigns')
    .select(['issuedOn', 'number', 'symbol'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  const events: PriorEvent[] = []
  if (decision?.issuedOn)
    events.push({ on: decision.issuedOn, what: `ngày ban hành văn bản ${decision.number}/${decision.symbol}` })
  // An order is given before the visit and entered in the book after it.
  if (inspectionId === null || kind === 'unannounced-order') return events
  const inspection = await visibleInspections(db, viewer)
    .select('visitOn')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (inspection?.visitOn && (kind === 'minutes' || kind === 'conclusion-notice' || kind === 'unannounced-notice'))
    events.push({ on: inspection.visitOn, what: 'ngày kiểm tra' })
  // Handed over on site, whatever was written of the visit before it is entered in the book.
  if (kind === 'unannounced-notice') return events
  const earlier = await db
    .selectFrom('documents')
    .select(['kind', 'issuedOn'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  for (const document of earlier)
    events.push({ on: document.issuedOn, what: `ngày của ${documentKindNames[document.kind as DocumentKind]}` })
  return events
}

/** The symbol of the team's own dispatches, which its leader signs. */
const teamSymbol = 'ĐKT'

/** The symbol of the office's papers of a kind: "TB-SNV"; null for minutes. */
export function symbolOf(settings: Pick<Settings, 'officeSymbol'>, kind: DocumentKind): string | null {
  if (kind === 'unannounced-order') return teamSymbol
  const code = documentTypeCodes[kind]
  return code === null ? null : `${code}-${settings.officeSymbol}`
}

/** The highest number given under a symbol in a year, 0 while there is none; counts papers that the viewer may not see. */
export async function highestNumber(db: Db, symbol: string, year: number): Promise<number> {
  const { rows } = await sql<{
    highest: number
  }>`select highest_document_number(${symbol}, ${year}) as highest`.execute(db)
  return rows[0]!.highest
}

/** Issued documents that this viewer may know; people of an inspected unit those of their own inspection alone. */
export function selectDocuments(db: Db, viewer: Viewer) {
  const known = visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select(['inspections.inspectionId', 'units.fullName'])
  return db
    .selectFrom('documents')
    .leftJoin(known.as('known'), 'known.inspectionId', 'documents.inspectionId')
    .innerJoin('people', 'people.personId', 'documents.issuedBy')
    .select([
      'documents.documentId',
      'documents.campaignId',
      'documents.kind',
      'documents.title',
      'documents.number',
      'documents.symbol',
      'documents.year',
      'documents.issuedOn',
      'documents.inspectionId',
      'known.fullName as unitName',
      'documents.state',
      'people.fullName as issuedBy',
      'documents.sha256',
    ])
    .where((eb) => {
      // One notice for many units has no inspection of its own; a unit knows it where it tells of the unit's visit.
      const tellsOwnVisit = eb(
        'documents.documentId',
        'in',
        visibleInspections(db, viewer)
          .innerJoin('visitNotices', 'visitNotices.inspectionId', 'inspections.inspectionId')
          .select('visitNotices.documentId'),
      )
      const ofKnownInspection = eb('known.inspectionId', 'is not', null)
      return worksForInspectedUnit(viewer)
        ? eb.or([ofKnownInspection, tellsOwnVisit])
        : eb.or([eb('documents.inspectionId', 'is', null), ofKnownInspection])
    })
}

export type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number]

export function documentView(row: DocumentRow): DocumentView {
  const { documentId, title, issuedOn, inspectionId, unitName, issuedBy, sha256, number, symbol } = row
  return {
    documentId,
    kind: row.kind as DocumentKind,
    title,
    number: number === null ? null : documentCode(number, symbol ?? ''),
    issuedOn,
    inspectionId,
    unitName,
    state: row.state as DocumentView['state'],
    issuedBy,
    sha256,
  }
}

/** One issued document with its frozen paper, or `no-such-document`. */
export async function getIssuedDocument(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  documentId: string,
): Promise<DocumentRow & { paper: Paper }> {
  const row = await selectDocuments(db, viewer)
    .select('documents.paper')
    .where('documents.documentId', '=', documentId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-document')
  return { ...row, paper: row.paper as unknown as Paper }
}

/** The paper of an inspection, or of the whole campaign, that stands issued now; undefined while there is none. */
export async function findStandingDocument(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  of: { inspectionId: string } | { campaignId: string },
  kind: DocumentKind,
): Promise<(DocumentRow & { paper: Paper }) | undefined> {
  const issued = selectDocuments(db, viewer)
    .select('documents.paper')
    .where('documents.kind', '=', kind)
    .where('documents.state', '=', 'issued')
    .orderBy('documents.issuedAt', 'desc')
    .orderBy('documents.issuedOrder', 'desc')
  const row = await ('inspectionId' in of
    ? issued.where('documents.inspectionId', '=', of.inspectionId)
    : issued.where('documents.campaignId', '=', of.campaignId).where('documents.inspectionId', 'is', null)
  ).executeTakeFirst()
  return row && { ...row, paper: row.paper as unknown as Paper }
}

/** The notice by which a visit stands announced now, to its unit alone or to many; undefined while there is none. */
export async function findStandingNotice(
  context: Pick<Context, 'db' | 'viewer'>,
  inspectionId: string,
): Promise<(DocumentRow & { paper: Paper }) | undefined> {
  const notice = await context.db
    .selectFrom('visitNotices')
    .select('documentId')
    .where('inspectionId', '=', inspectionId)
    .where('stands', '=', true)
    .executeTakeFirst()
  return notice && getIssuedDocument(context, notice.documentId)
}
