import { holds, type Viewer } from '@cchc/domain/access/permissions.ts'
import type { OutlineState, OutlineVersionSummary, OutlineView } from '@cchc/domain/outlines/contract.ts'
import { Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context, Db } from '../platform/context.ts'

type Seen = Pick<Context, 'db' | 'viewer'>

/** Versions that this viewer may know: drafts are for those who edit them. */
function selectVersions({ db, viewer }: Seen) {
  const all = db
    .selectFrom('outlineVersions')
    .leftJoin('people as savers', 'savers.personId', 'outlineVersions.savedBy')
    .leftJoin('people as publishers', 'publishers.personId', 'outlineVersions.publishedBy')
    .selectAll('outlineVersions')
    .select(['savers.fullName as saverName', 'publishers.fullName as publisherName'])
  return holds(viewer, 'outline.edit') ? all : all.where('outlineVersions.state', '<>', 'draft')
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

/** Every version, newest year first, drafts before what is published. */
export async function outlineSummaries(seen: Seen): Promise<OutlineVersionSummary[]> {
  const rows = await selectVersions(seen)
    .orderBy('year', 'desc')
    .orderBy('state')
    .orderBy('publishedAt', (order) => order.desc().nullsLast())
    .orderBy('createdAt', 'desc')
    .orderBy('outlineVersionId')
    .execute()
  const users = await campaignsByVersion(seen.db)
  return rows.map((row) => summaryOf(row, Outline.parse(row.content), users, seen.viewer))
}

/** One version, whole, or `no-such-outline`. */
export async function outlineView(seen: Seen, outlineVersionId: string): Promise<OutlineView> {
  const row = await selectVersions(seen).where('outlineVersionId', '=', outlineVersionId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-outline')
  const outline = Outline.parse(row.content)
  return { version: summaryOf(row, outline, await campaignsByVersion(seen.db), seen.viewer), outline }
}

/** A version, locked; `no-such-outline` where there is none. */
export async function lockOutline(db: Db, outlineVersionId: string) {
  const row = await db
    .selectFrom('outlineVersions')
    .selectAll()
    .where('outlineVersionId', '=', outlineVersionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-outline')
  return { ...row, state: row.state as OutlineState, outline: Outline.parse(row.content) }
}

/** A version that others may be made from: one that will not change under them. Refuses a draft with `outline-not-published`. */
export async function settledOutline(seen: Seen, outlineVersionId: string): Promise<OutlineView> {
  const view = await outlineView(seen, outlineVersionId)
  const { title, state } = view.version
  if (state === 'draft') throw new Refusal('outline-not-published', { title, state: outlineStanding[state] })
  return view
}

/** How a refusal says where a version stands. */
export const outlineStanding: Record<OutlineState, string> = {
  draft: 'còn là bản soạn',
  published: 'đã công bố',
  retired: 'đã ngừng dùng',
}

async function campaignsByVersion(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('campaigns')
    .select(['outlineVersionId', 'name'])
    .where('outlineVersionId', 'is not', null)
    .orderBy('name')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.outlineVersionId!)].map(([id, campaigns]) => [
      id,
      campaigns.map(({ name }) => name),
    ]),
  )
}

function summaryOf(
  row: VersionRow,
  outline: Outline,
  campaigns: ReadonlyMap<string, string[]>,
  viewer: Viewer,
): OutlineVersionSummary {
  const state = row.state as OutlineState
  return {
    outlineVersionId: row.outlineVersionId,
    title: row.title,
    year: row.year,
    state,
    itemCount: outlineItems(outline).filter(({ item }) => item.kind !== 'heading').length,
    checkCount: outline.checks.length,
    origin: row.origin as OutlineVersionSummary['origin'],
    basedOn: row.basedOn,
    sourceFileName: row.sourceFileName,
    revision: row.revision,
    savedAt: row.savedAt,
    savedBy: row.saverName,
    publishedAt: row.publishedAt,
    publishedBy: row.publisherName,
    campaigns: campaigns.get(row.outlineVersionId) ?? [],
    actions: holds(viewer, 'outline.edit') ? actionsIn[state] : [],
  }
}

const actionsIn: Record<OutlineState, OutlineVersionSummary['actions']> = {
  draft: ['edit', 'publish', 'delete'],
  published: ['retire', 'copy'],
  retired: ['copy'],
}
