import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { ledgerTotals, standingOfLine } from '@cchc/domain/logistics/ledger.ts'
import type { CostView, LedgerView } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import { unannouncedInspections, visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Costs } from '../platform/schema.ts'

/** The campaign's ledger as the viewer may see it; a cost of an unannounced inspection is in no list and no sum before that is opened. */
export async function ledgerView({ db, viewer }: Context, campaignId: string): Promise<LedgerView> {
  const lines = await db
    .selectFrom('budgetLines')
    .select(['budgetLineId', 'code', 'name', 'approved', 'source', 'note', 'closed', 'revision'])
    .where('campaignId', '=', campaignId)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const rows = await selectCosts(db)
    .where('costs.campaignId', '=', campaignId)
    .where((eb) =>
      eb.or([
        eb('costs.inspectionId', 'is', null),
        eb('costs.inspectionId', 'in', visibleInspections(db, viewer).select('inspections.inspectionId')),
      ]),
    )
    .orderBy('costs.spentOn', 'desc')
    .orderBy('costs.enteredAt', 'desc')
    .orderBy('costs.entryOrder', 'desc')
    .execute()
  const costs = await costViews(db, viewer, rows)
  return {
    lines: lines.map((line) => ({ ...line, ...standingOfLine(line, costs) })),
    costs,
    ...ledgerTotals(lines, costs),
  }
}

/** Costs with what their view is made of; filter further before running. */
export function selectCosts(db: Db) {
  return db
    .selectFrom('costs')
    .leftJoin('people', 'people.personId', 'costs.enteredBy')
    .leftJoin('files', 'files.fileId', 'costs.fileId')
    .leftJoin('costs as reversal', 'reversal.reverses', 'costs.costId')
    .selectAll('costs')
    .select([
      'people.fullName as enteredByName',
      'files.name as fileName',
      'files.size as fileSize',
      'reversal.costId as reversedBy',
    ])
}

type CostRow = Awaited<ReturnType<ReturnType<typeof selectCosts>['execute']>>[number]

/** Rows as the contract's views, with the unit of the inspection that each is for. */
export async function costViews(db: Db, viewer: Viewer, rows: readonly CostRow[]): Promise<CostView[]> {
  const ids = [...new Set(rows.flatMap(({ inspectionId }) => inspectionId ?? []))]
  const units =
    ids.length === 0
      ? []
      : [
          ...(await unitNames(visibleInspections(db, viewer), ids)),
          ...(await unitNames(unannouncedInspections(db, viewer), ids)),
        ]
  const unitOf = new Map(units.map(({ inspectionId, unitName }) => [inspectionId, unitName]))
  return rows.map((row) => ({
    costId: row.costId,
    budgetLineId: row.budgetLineId,
    spentOn: row.spentOn,
    what: row.what,
    amount: row.amount,
    documentNumber: row.documentNumber,
    visitOn: row.visitOn,
    inspectionId: row.inspectionId,
    unitName: (row.inspectionId && unitOf.get(row.inspectionId)) ?? null,
    evidence: row.fileName === null ? null : { name: row.fileName, size: row.fileSize! },
    reverses: row.reverses,
    reversedBy: row.reversedBy,
    reason: row.reason,
    enteredBy: row.enteredByName ?? '',
    enteredAt: row.enteredAt,
    revision: row.revision,
  }))
}

function unitNames(known: ReturnType<typeof visibleInspections>, ids: readonly string[]) {
  return known
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select(['inspections.inspectionId', 'units.fullName as unitName'])
    .where('inspections.inspectionId', 'in', ids)
    .execute()
}

/** Costs that the viewer may know at all, those of unannounced inspections that they have been told of among them. */
function knownCosts({ db, viewer }: Pick<Context, 'db' | 'viewer'>) {
  return selectCosts(db).where((eb) =>
    eb.or([
      eb('costs.inspectionId', 'is', null),
      eb('costs.inspectionId', 'in', visibleInspections(db, viewer).select('inspections.inspectionId')),
      eb('costs.inspectionId', 'in', unannouncedInspections(db, viewer).select('inspections.inspectionId')),
    ]),
  )
}

/** One cost, or `no-such-cost`. */
export async function costView(context: Context, costId: string): Promise<CostView> {
  const row = await knownCosts(context).where('costs.costId', '=', costId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-cost')
  return (await costViews(context.db, context.viewer, [row]))[0]!
}

/**
 * One cost, locked, at the revision that the writer read (null asks for none). Refuses with `cost-settled` a reversal and what
 * has been taken back: they stay as they are.
 */
export async function lockCost(context: Context, costId: string, revision: number | null): Promise<Selectable<Costs>> {
  const row = await knownCosts(context).where('costs.costId', '=', costId).forUpdate('costs').executeTakeFirst()
  if (!row) throw new Refusal('no-such-cost')
  if (revision !== null && row.revision !== revision)
    throw new Refusal('changed-meanwhile', { what: 'Khoản chi' }, await costView(context, costId))
  if (row.reverses) throw new Refusal('cost-settled', { what: 'Đây là dòng hủy của một khoản chi khác' })
  if (row.reversedBy) throw new Refusal('cost-settled', { what: 'Khoản chi này đã được hủy' })
  return row
}
