import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { type UnitKind, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { SeasonFinding, SeasonInspection, SeasonRecommendation } from '@cchc/domain/synthesis/season.ts'
import { counts, isVisited } from '@cchc/domain/synthesis/season.ts'
import type { SeasonThematic } from '@cchc/domain/synthesis/thematic-season.ts'
import type { Figure, UnitFigures } from '@cchc/domain/synthesis/totals.ts'
import { sql } from 'kysely'
import { selectIssuedRecommendations } from '../follow-up/queries.ts'
import { teamInspections, visibleInspections } from '../inspections/queries.ts'
import { isStandingConclusion } from '../inspections/standing-conclusion.ts'
import type { Context, Db } from '../platform/context.ts'
import { selectThematicUnits } from '../thematic/unit-rows.ts'

type View = Pick<Context, 'db' | 'viewer'>

/** Reports that are in: what a unit is still writing, or has been asked to mend, is not summed up. While it corrects what it sent, that counts. */
const reportsThatAreIn = ['sent', 'accepted']

export interface Season {
  /** In the order of the decision's list. */
  readonly inspections: readonly (SeasonInspection & { unitKind: UnitKind; hasReport: boolean })[]
  readonly findings: readonly SeasonFinding[]
  readonly recommendations: readonly SeasonRecommendation[]
  readonly units: readonly UnitFigures[]
  readonly thematic: readonly SeasonThematic[]
}

/** All that a campaign's synthesis is made of, as far as the viewer may know it, in six queries whatever its size. */
export async function readSeason(view: View, campaignId: string): Promise<Season> {
  const thematic = await readThematic(view, campaignId)
  const inspections = (await readInspections(view, campaignId)).filter(counts)
  const visited = new Set(inspections.filter(isVisited).map(({ inspectionId }) => inspectionId))
  const ofVisited = ({ inspectionId }: { inspectionId: string }) => visited.has(inspectionId)
  const reported = await readReported(view, campaignId)
  const verified = (await readVerified(view, campaignId)).filter(ofVisited)
  return {
    thematic,
    inspections,
    findings: (await readFindings(view, campaignId)).filter(ofVisited),
    recommendations: await readRecommendations(view, campaignId),
    units: inspections.map(({ inspectionId, unitName, unitKind, hasReport }) => ({
      inspectionId,
      unitName,
      unitKind,
      hasReport,
      reported: figuresOf(reported, inspectionId),
      verified: figuresOf(verified, inspectionId),
    })),
  }
}

async function readInspections({ db, viewer }: View, campaignId: string): Promise<Season['inspections']> {
  const rows = await teamInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .leftJoin('conclusions', (join) =>
      join.onRef('conclusions.inspectionId', '=', 'inspections.inspectionId').on(isStandingConclusion),
    )
    .leftJoin('documents', 'documents.documentId', 'conclusions.documentId')
    .select([
      'inspections.inspectionId',
      'units.fullName as unitName',
      'units.type',
      'units.advisoryFields',
      'inspections.kind',
      'inspections.state',
      'inspections.visitOn',
      'inspections.reportDueOn',
      'selfReports.state as reportState',
      'selfReports.correcting',
      'selfReports.verdict',
      'documents.number',
      'documents.symbol',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .orderBy('inspections.position')
    .orderBy('units.fullName')
    .orderBy('inspections.inspectionId')
    .execute()
  return rows.map(({ type, advisoryFields, reportState, correcting, verdict, number, symbol, ...row }) => ({
    ...row,
    kind: row.kind as SeasonInspection['kind'],
    state: row.state as SeasonInspection['state'],
    unitType: type as SeasonInspection['unitType'],
    unitKind: unitKindOf(type, advisoryFields.length > 0),
    reportVerdict: verdict as SeasonInspection['reportVerdict'],
    hasReport: correcting === true || reportsThatAreIn.includes(reportState ?? ''),
    conclusionCode: number === null ? null : documentCode(number, symbol ?? ''),
  }))
}

type FigureRow = Figure & { readonly inspectionId: string; readonly itemKey: string }

async function readReported({ db, viewer }: View, campaignId: string): Promise<FigureRow[]> {
  return visibleInspections(db, viewer)
    .innerJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .innerJoin('reportedAnswers as reported', 'reported.selfReportId', 'selfReports.selfReportId')
    .select('inspections.inspectionId')
    .select(sql<string>`reported.item_key`.as('itemKey'))
    .select(sql<number>`reported.revision`.as('revision'))
    .select(sql<number>`reported.value::double precision`.as('value'))
    .where('inspections.campaignId', '=', campaignId)
    .where((eb) => eb.or([eb('selfReports.state', 'in', reportsThatAreIn), eb('selfReports.correcting', '=', true)]))
    .where(sql<boolean>`jsonb_typeof(reported.value) = 'number'`)
    .execute()
}

async function readVerified({ db, viewer }: View, campaignId: string): Promise<FigureRow[]> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('verifiedFigures', 'verifiedFigures.inspectionId', 'inspections.inspectionId')
    .select([
      'inspections.inspectionId',
      'verifiedFigures.itemKey',
      'verifiedFigures.revision',
      'verifiedFigures.verified as value',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('verifiedFigures.verified', 'is not', null)
    .execute()
  return rows.map(({ value, ...row }) => ({ ...row, value: value! }))
}

async function readFindings({ db, viewer }: View, campaignId: string): Promise<SeasonFinding[]> {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('findings', 'findings.inspectionId', 'inspections.inspectionId')
    .select(['findings.inspectionId', 'findings.fieldKey', 'findings.kind', 'findings.text', 'findings.cause'])
    .where('inspections.campaignId', '=', campaignId)
    // What was found for a merged thematic inspection is that one's own.
    .where('findings.registrationId', 'is', null)
    .orderBy('inspections.position')
    .orderBy('findings.recordedAt')
    .orderBy('findings.recordedOrder')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as FindingKind }))
}

async function readThematic({ db, viewer }: View, campaignId: string): Promise<SeasonThematic[]> {
  const rows = await selectThematicUnits(db, viewer)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('units as agency', 'agency.unitCode', 'thematicRegistrations.agencyCode')
    .select(['agency.fullName as agencyName', 'thematicRegistrations.title'])
    .where('inspections.campaignId', '=', campaignId)
    .orderBy('agency.fullName')
    .orderBy('thematicRegistrations.createdAt')
    .orderBy('thematicRegistrations.registrationOrder')
    .orderBy('units.fullName')
    .execute()
  return rows.map(({ inspectionId, unitName, agencyName, title, state, visitOn, hostVisitOn, hostState, ...row }) => ({
    inspectionId,
    unitName,
    agencyName,
    title,
    state: state as SeasonThematic['state'],
    visitOn: visitOn ?? hostVisitOn,
    hostVisited: hostState !== null && isVisited({ state: hostState as SeasonThematic['state'] }),
    findings: row.findings ?? 0,
    exception: row.allowedAt ? { allowedBy: row.allowedBy!, allowedAt: row.allowedAt, reason: row.allowedFor! } : null,
  }))
}

async function readRecommendations(view: View, campaignId: string): Promise<SeasonRecommendation[]> {
  const rows = await selectIssuedRecommendations(view)
    .where('inspections.campaignId', '=', campaignId)
    .where('recommendations.addresseeKind', '=', 'unit')
    .execute()
  return rows.map(({ inspectionId, state, dueOn, extended }) => ({
    inspectionId,
    state: state as SeasonRecommendation['state'],
    dueOn,
    extended: Number(extended ?? 0),
  }))
}

function figuresOf(rows: readonly FigureRow[], inspectionId: string): Map<string, Figure> {
  return new Map(
    rows
      .filter((row) => row.inspectionId === inspectionId)
      .map(({ itemKey, value, revision }) => [itemKey, { value, revision }]),
  )
}

/** The office's words as they are kept; revision 0 while nobody has written any. */
export async function readNarrative(db: Db, campaignId: string) {
  const row = await db
    .selectFrom('synthesisNarratives')
    .leftJoin('people', 'people.personId', 'synthesisNarratives.savedBy')
    .select(['revision', 'overview', 'assessment', 'proposals', 'people.fullName as savedBy', 'savedAt', 'documentId'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  return (
    row ?? {
      revision: 0,
      overview: '',
      assessment: '',
      proposals: '',
      savedBy: null,
      savedAt: null,
      documentId: null,
    }
  )
}

/** Locks the campaign's narrative, making its row when there is none yet, so that two writers take turns. */
export async function lockNarrative(
  db: Db,
  campaignId: string,
): Promise<{ revision: number; documentId: string | null }> {
  await db
    .insertInto('synthesisNarratives')
    .values({ campaignId })
    .onConflict((conflict) => conflict.column('campaignId').doNothing())
    .execute()
  return db
    .selectFrom('synthesisNarratives')
    .select(['revision', 'documentId'])
    .where('campaignId', '=', campaignId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
