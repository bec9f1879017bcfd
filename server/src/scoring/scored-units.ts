import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { Verification } from '@cchc/domain/fieldwork/figures.ts'
import { unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { figuresToScore } from '@cchc/domain/scoring/figures.ts'
import type { ScoredFigure } from '@cchc/domain/scoring/scored-figure.ts'
import { audienceOf, type ScoringSheet, sheetFor } from '@cchc/domain/scoring/sheet.ts'
import { isOfScoredUnit, type ScoringState } from '@cchc/domain/scoring/states.ts'
import { readVerifications } from '../fieldwork/queries.ts'
import { statedReport } from '../fieldwork/stated-report.ts'
import { teamInspections } from '../inspections/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import { readReportedAnswers } from '../self-reports/queries.ts'
import { contentOf, sheetInForce } from './sheets.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/**
 * The planned inspections that a campaign is scored over, as far as the viewer may know them. Unannounced and thematic ones
 * are never scored, so no total, rank or count can tell of one (`docs/decisions/0031`).
 */
export function selectScoredUnits(db: Db, viewer: Viewer) {
  return teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('campaigns', 'campaigns.campaignId', 'inspections.campaignId')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoin('unitScorings', 'unitScorings.inspectionId', 'inspections.inspectionId')
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', '<>', 'cancelled')
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'units.unitCode',
      'units.fullName as unitName',
      'units.type as unitType',
      'units.advisoryFields',
      'campaigns.outlineVersionId as campaignOutline',
      'selfReports.selfReportId',
      'selfReports.outlineVersionId as reportOutline',
      'selfReports.sentAt',
      'selfReports.version as reportVersion',
      'unitScorings.scoringId',
      'unitScorings.sheetId',
      'unitScorings.state',
      'unitScorings.revision',
    ])
    .orderBy('inspections.position')
    .orderBy('units.fullName')
    .orderBy('inspections.inspectionId')
}
type UnitRow = Awaited<ReturnType<ReturnType<typeof selectScoredUnits>['execute']>>[number]

/** One unit with the sheet that it is scored by and where its scores stand. */
export interface ScoredUnit extends Omit<UnitRow, 'sheetId' | 'state' | 'revision'> {
  readonly sheetId: string
  readonly sheetVersion: number
  /** As it is for this kind of unit. */
  readonly sheet: ScoringSheet
  readonly audience: ReturnType<typeof audienceOf>
  readonly state: ScoringState
  readonly revision: number
}

/** These units with their sheets: the version that their scoring began under, else the one in force; without either they fall away. */
export async function withSheets(db: Db, rows: readonly UnitRow[]): Promise<ScoredUnit[]> {
  const pinned = [...new Set(rows.flatMap(({ sheetId }) => sheetId ?? []))]
  const versions = new Map(
    (pinned.length === 0
      ? []
      : await db
          .selectFrom('scoringSheets')
          .select(['sheetId', 'version', 'state', 'content'])
          .where('sheetId', 'in', pinned)
          .execute()
    ).map((version) => [version.sheetId, version]),
  )
  const campaigns = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const inForce = new Map<string, Awaited<ReturnType<typeof sheetInForce>>>()
  for (const campaignId of campaigns) inForce.set(campaignId, await sheetInForce(db, campaignId))
  return rows.flatMap((row): ScoredUnit[] => {
    const version = row.sheetId === null ? inForce.get(row.campaignId) : versions.get(row.sheetId)
    if (!version) return []
    const audience = audienceOf(row.unitType)
    return [
      {
        ...row,
        audience,
        sheetId: version.sheetId,
        sheetVersion: version.version,
        sheet: sheetFor(contentOf(version), audience),
        state: (row.state ?? 'open') as ScoringState,
        revision: row.revision ?? 0,
      },
    ]
  })
}

/** One unit, or `no-such-inspection`; `no-scoring-sheet` while its campaign is not scored. */
export async function getScoredUnit({ db, viewer }: Seen, inspectionId: string): Promise<ScoredUnit> {
  const row = await selectScoredUnits(db, viewer)
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  const [unit] = await withSheets(db, [row])
  if (!unit) throw new Refusal('no-scoring-sheet')
  return unit
}

/** The same for writing: its scoring begins here where it has not, and is locked until the transaction ends. */
export async function lockScoredUnit(
  context: Context,
  inspectionId: string,
): Promise<ScoredUnit & { scoringId: string }> {
  const { db } = context
  const seen = await getScoredUnit(context, inspectionId)
  await db
    .insertInto('unitScorings')
    .values({ inspectionId, sheetId: seen.sheetId })
    .onConflict((conflict) => conflict.column('inspectionId').doNothing())
    .execute()
  const { scoringId } = await db
    .selectFrom('unitScorings')
    .select('scoringId')
    .where('inspectionId', '=', inspectionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...(await getScoredUnit(context, inspectionId)), scoringId }
}

/** The figures that a unit's points are worked out from, with the versions they stand in. */
export interface UnitFigures {
  readonly outline: Awaited<ReturnType<typeof getOutlineContent>>
  readonly figures: ReadonlyMap<string, ScoredFigure>
  readonly reportVersion: number | null
  readonly minutesVersion: number | null
}

/**
 * Verified figures where the team has them, else those of the report as it was sent. The unit's own people are shown what they
 * reported until the team's points are: what was verified would tell of them.
 */
export async function figuresOfUnit({ db, viewer }: Seen, unit: ScoredUnit): Promise<UnitFigures> {
  const { inspectionId, selfReportId, sentAt, state } = unit
  const outline = await getOutlineContent(db, unit.reportOutline ?? unit.campaignOutline!)
  const isSent = selfReportId !== null && sentAt !== null
  const hidesVerified =
    isOfScoredUnit({ viewer, unitCode: unit.unitCode }) && (state === 'open' || state === 'self-scored')
  const verifications = hidesVerified ? new Map<string, Verification>() : await standingVerifications(db, inspectionId)
  const minutes = hidesVerified
    ? undefined
    : await db
        .selectFrom('minutesVersions')
        .select((eb) => eb.fn.max('version').as('version'))
        .where('inspectionId', '=', inspectionId)
        .executeTakeFirst()
  return {
    outline,
    figures: figuresToScore(
      outline,
      unitKindOf(unit.unitType, unit.advisoryFields.length > 0),
      isSent ? await readReportedAnswers(db, selfReportId) : {},
      verifications,
    ),
    reportVersion: isSent && unit.reportVersion ? unit.reportVersion : null,
    minutesVersion: minutes?.version ?? null,
  }
}

/** What the newest version of the closed minutes states; while the session is open, what has been verified so far. */
async function standingVerifications(db: Db, inspectionId: string): Promise<ReadonlyMap<string, Verification>> {
  const stated = await statedReport({ db }, inspectionId)
  return stated
    ? new Map(stated.figures.map((figure) => [figure.itemKey, figure]))
    : readVerifications(db, inspectionId)
}
