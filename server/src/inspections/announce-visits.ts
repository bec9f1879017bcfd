import type {
  AnnouncementProblems,
  announceVisits as contract,
} from '@cchc/domain/inspections/announcement-contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getSettledCampaign, type SettledCampaign } from '../campaigns/queries.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import { attempt } from '../platform/attempt.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { changeNoticeOf, noticeForAllOf } from './announce-papers.ts'
import { type Announced, announceByOwnNotice, type Chosen, makeAnnounced, makeKnown } from './announce-visit.ts'
import { visibleInspections } from './queries.ts'

type Body = Parameters<Act<typeof contract>>[1]['body']
type Shared = Extract<Body, { way: 'all' | 'change' }>
type Reply = Awaited<ReturnType<Act<typeof contract>>>['announced']

/**
 * Announces many visits in one act: a notice each, one notice for all, or one notice of changes. All or none: where any visit
 * cannot be announced nothing is issued, and `announcement-refused` names each with its reason. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1.
 */
export const announceVisits: Act<typeof contract> = async (context, { params, body }) => {
  const campaign = await getSettledCampaign(context.db, params.campaignId)
  const names = await unitNames(context, params.campaignId, body.visits)
  return {
    announced:
      body.way === 'each'
        ? await eachItsOwn(context, campaign, body, names)
        : await oneForMany(context, campaign, body, names),
  }
}

async function eachItsOwn(
  context: Context,
  campaign: SettledCampaign,
  { visits, issuedOn }: Extract<Body, { way: 'each' }>,
  names: Map<string, string>,
): Promise<Reply> {
  refuseTwice(visits.map(({ number }) => number))
  const announced: Reply[number][] = []
  const problems: AnnouncementProblems = []
  const symbol = symbolOf(context.settings, 'schedule-notice') ?? ''
  // In the order of their ids, so that two who announce the same visits at once wait for each other and do not lock each other out.
  for (const { number, ...chosen } of inOrder(visits)) {
    const { inspectionId } = chosen
    const unitName = names.get(inspectionId)!
    const refusal = await attempt(context.db, async () => {
      const documentId = await announceByOwnNotice(context, campaign, chosen, { number, issuedOn })
      announced.push({ inspectionId, unitName, documentId, number: documentCode(number, symbol) })
    })
    if (refusal) problems.push({ inspectionId, unitName, code: refusal.code, sentence: refusal.message })
  }
  refuseWhereAny(problems, visits)
  return asChosen(announced, visits)
}

async function oneForMany(
  context: Context,
  campaign: SettledCampaign,
  { way, visits, number, issuedOn }: Shared,
  names: Map<string, string>,
): Promise<Reply> {
  const made: Announced[] = []
  const problems: AnnouncementProblems = []
  for (const chosen of inOrder(visits)) {
    const refusal = await attempt(context.db, async () => {
      made.push(await makeAnnounced(context, chosen, way))
    })
    const { inspectionId } = chosen
    if (refusal)
      problems.push({ inspectionId, unitName: names.get(inspectionId)!, code: refusal.code, sentence: refusal.message })
  }
  refuseWhereAny(problems, visits)
  const kind = way === 'all' ? ('schedule-notice-all' as const) : ('change-notice' as const)
  const issue = { number, issuedOn }
  const paper = await (way === 'all' ? noticeForAllOf : changeNoticeOf)(context, campaign, made, issue)
  const symbol = symbolOf(context.settings, kind) ?? ''
  // A change of one visit is that inspection's own paper; what tells of several is the campaign's.
  const inspectionId = way === 'change' && visits.length === 1 ? visits[0]!.inspectionId : null
  const title = titleLine(paper)
  const { campaignId } = campaign
  const documentId = await issueDocument(context, { campaignId, inspectionId, kind, title, ...issue, symbol, paper })
  for (const one of made) await makeKnown(context, campaign, one, { documentId, kind, ...issue, symbol, paper })
  const code = documentCode(number, symbol)
  return asChosen(
    made.map(({ inspection }) => ({
      inspectionId: inspection.inspectionId,
      unitName: names.get(inspection.inspectionId)!,
      documentId,
      number: code,
    })),
    visits,
  )
}

/** The names of the chosen visits' units; refuses with `no-such-inspection` where one is not of this campaign or not the viewer's to know. */
async function unitNames(
  { db, viewer }: Context,
  campaignId: string,
  visits: readonly Chosen[],
): Promise<Map<string, string>> {
  const ids = visits.map(({ inspectionId }) => inspectionId)
  refuseTwice(ids)
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select(['inspections.inspectionId', 'units.fullName'])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.inspectionId', 'in', ids)
    .execute()
  if (rows.length < ids.length) throw new Refusal('no-such-inspection')
  return new Map(rows.map(({ inspectionId, fullName }) => [inspectionId, fullName]))
}

function refuseTwice(words: readonly string[]): void {
  if (new Set(words).size < words.length) throw new Refusal('chosen-twice')
}

function refuseWhereAny(problems: AnnouncementProblems, visits: readonly Chosen[]): void {
  const sorted = asChosen(problems, visits)
  const [first] = sorted
  if (first)
    throw new Refusal(
      'announcement-refused',
      { count: String(sorted.length).padStart(2, '0'), first: `${first.unitName}: ${first.sentence}` },
      sorted,
    )
}

function inOrder<V extends Chosen>(visits: readonly V[]): V[] {
  return visits.toSorted((a, b) => (a.inspectionId < b.inspectionId ? -1 : 1))
}

function asChosen<V extends { inspectionId: string }>(those: readonly V[], visits: readonly Chosen[]): V[] {
  return visits.flatMap(({ inspectionId }) => those.filter((one) => one.inspectionId === inspectionId))
}
