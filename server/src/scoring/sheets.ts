import { Refusal } from '@cchc/domain/refusals.ts'
import { criteriaOf, ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type { SheetState, SheetVersion, SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import type { ExpressionBuilder } from 'kysely'
import { namedFields } from '../campaigns/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { DB } from '../platform/schema.ts'

const parsed = new Map<string, ScoringSheet>()

/** A version's content; one that was published never changes, so it is parsed once a process. */
export function contentOf({
  sheetId,
  state,
  content,
}: {
  sheetId: string
  state: string
  content: unknown
}): ScoringSheet {
  const known = parsed.get(sheetId)
  if (known) return known
  const sheet = ScoringSheet.parse(content)
  if (state !== 'draft') parsed.set(sheetId, sheet)
  return sheet
}

/** Versions with who saved and published them; filter before running. */
export function selectSheets(db: Db) {
  const scored = (eb: ExpressionBuilder<DB & { sheets: DB['scoringSheets'] }, 'sheets'>) =>
    eb
      .selectFrom('unitScorings')
      .select((inner) => inner.fn.countAll<number>().as('count'))
      .whereRef('unitScorings.sheetId', '=', 'sheets.sheetId')
  return db
    .selectFrom('scoringSheets as sheets')
    .innerJoin('campaigns', 'campaigns.campaignId', 'sheets.campaignId')
    .leftJoin('people as saver', 'saver.personId', 'sheets.savedBy')
    .leftJoin('people as publisher', 'publisher.personId', 'sheets.publishedBy')
    .select((eb) => [
      'sheets.sheetId',
      'sheets.campaignId',
      'campaigns.name as campaignName',
      'campaigns.outlineVersionId',
      'sheets.version',
      'sheets.state',
      'sheets.content',
      'sheets.revision',
      'saver.fullName as savedBy',
      'sheets.savedAt',
      'publisher.fullName as publishedBy',
      'sheets.publishedAt',
      scored(eb as never).as('unitsScored'),
    ])
}
type SheetRow = Awaited<ReturnType<ReturnType<typeof selectSheets>['execute']>>[number]

export function sheetVersion(row: SheetRow): SheetVersion {
  const { content: _, outlineVersionId: __, state, unitsScored, ...rest } = row
  const sheet = contentOf(row)
  return {
    ...rest,
    state: state as SheetState,
    title: sheet.title,
    criterionCount: criteriaOf(sheet).length,
    unitsScored: unitsScored ?? 0,
  }
}

/** One version whole, or `no-such-sheet`. */
export async function sheetView({ db }: Pick<Context, 'db'>, sheetId: string): Promise<SheetView> {
  const row = await selectSheets(db).where('sheets.sheetId', '=', sheetId).executeTakeFirst()
  if (!row?.outlineVersionId) throw new Refusal('no-such-sheet')
  return {
    version: sheetVersion(row),
    sheet: contentOf(row),
    outline: await getOutlineContent(db, row.outlineVersionId),
    fields: await namedFields(db, row.campaignId),
  }
}

/**
 * A draft, locked; `sheet-not-draft` once it has been published, `changed-meanwhile` with what stands where the revision is
 * stale. `act` reads "Không … được"; without a revision any will do.
 */
export async function lockDraftSheet(context: Context, sheetId: string, act: string, revision: number | null) {
  const row = await context.db
    .selectFrom('scoringSheets')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-sheet')
  if (row.state !== 'draft') throw new Refusal('sheet-not-draft', { act, version: row.version })
  if (revision !== null && revision !== row.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Bản soạn phiếu chấm điểm' },
      { theirs: await sheetView(context, sheetId) },
    )
  return row
}

/** The sheet that a campaign's units are scored by from now on; undefined while it is not scored. */
export async function sheetInForce(db: Db, campaignId: string) {
  return db
    .selectFrom('scoringSheets')
    .select(['sheetId', 'version', 'state', 'content'])
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'published')
    .executeTakeFirst()
}
