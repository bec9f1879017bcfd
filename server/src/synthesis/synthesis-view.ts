import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { synthesisActions } from '@cchc/domain/synthesis/rules.ts'
import {
  beyondPlanOf,
  coverageOf,
  heatOf,
  recommendationsOf,
  reportsOf,
  unitsOf,
} from '@cchc/domain/synthesis/season.ts'
import { thematicOf } from '@cchc/domain/synthesis/thematic-season.ts'
import { traceFigures } from '@cchc/domain/synthesis/totals.ts'
import { getSettledCampaign, namedFields } from '../campaigns/queries.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { catalogueSizes } from '../units/queries.ts'
import { readExtensions } from './extensions.ts'
import { readNarrative, readSeason, type Season } from './queries.ts'

/** The season summed up as it stands today, every figure with its sources. */
export async function synthesisView(context: Context, campaignId: string): Promise<SynthesisView> {
  const { db, viewer, today } = context
  const { outlineVersionId } = await getSettledCampaign(db, campaignId)
  const season = await readSeason(context, campaignId)
  const { inspections, findings, recommendations } = season
  const fields = await namedFields(db, campaignId)
  const thematic = thematicOf(season.thematic)
  const units = unitsOf(inspections, findings, recommendations, today)
  const { documentId, ...narrative } = await readNarrative(db, campaignId)
  const issued = documentId === null ? null : await issueOf(context, documentId)
  return {
    campaignId,
    asOf: today,
    coverage: coverageOf(inspections, await catalogueSizes(db)),
    beyondPlan: { ...beyondPlanOf(inspections), thematic: thematic.separateMade },
    thematic,
    units,
    reports: reportsOf(units),
    extensions: await readExtensions(context, campaignId),
    figures: traceFigures(await getOutlineContent(db, outlineVersionId), season.units),
    heat: heatOf(inspections, findings, fields),
    goodPractices: findingsOfKinds(season, ['good-practice']).map(({ cause, ...practice }) => practice),
    shortcomings: findingsOfKinds(season, ['shortcoming', 'violation']),
    recommendations: recommendationsOf(recommendations, today),
    narrative,
    issued,
    actions: synthesisActions(viewer, issued !== null),
  }
}

function findingsOfKinds({ inspections, findings }: Season, kinds: readonly FindingKind[]) {
  const names = new Map(inspections.map(({ inspectionId, unitName }) => [inspectionId, unitName]))
  return findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ inspectionId, fieldKey, text, cause }) => ({
      inspectionId,
      unitName: names.get(inspectionId)!,
      fieldKey,
      text,
      cause,
    }))
}

async function issueOf({ db }: Context, documentId: string): Promise<SynthesisView['issued']> {
  const { number, symbol, issuedOn } = await db
    .selectFrom('documents')
    .select(['number', 'symbol', 'issuedOn'])
    .where('documentId', '=', documentId)
    .executeTakeFirstOrThrow()
  return { documentId, number: documentCode(number, symbol ?? ''), issuedOn }
}
