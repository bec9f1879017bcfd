import { holds } from '@cchc/domain/access/permissions.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type {
  addCoverage as addContract,
  CoverageView,
  getPress as getContract,
  openToPress as openContract,
  PressView,
  listPressPeople as peopleContract,
  removeCoverage as removeContract,
  listPressVisits as visitsContract,
} from '@cchc/domain/notifications/press-contract.ts'
import { documentCode } from '@cchc/domain/papers/letterhead.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { latestNotices } from '../documents/visit-notices.ts'
import { contactOf } from '../inspections/papers.ts'
import {
  getInspectionForUpdate,
  getInspectionRecord,
  type InspectionRecord,
  visibleInspections,
} from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'

/** States in which the press may know of a visit. Basis: QĐ 2251/QĐ-UBND, mục IV.4. */
const told = ['announced', 'visited', 'concluded', 'closed']

/** How a visit stands with the press. */
export const getPress: Act<typeof getContract> = async (context, { params }) =>
  pressView(context, await getInspectionRecord(context, params.inspectionId))

/** Opens a visit to the press or closes it again; refuses with `press-never-here` for anything but a planned one. */
export const openToPress: Act<typeof openContract> = async (context, { params, body }) => {
  const inspection = await getInspectionForUpdate(context, params.inspectionId)
  if (inspection.kind !== 'planned' || inspection.state === 'cancelled') throw new Refusal('press-never-here')
  const { inspectionId } = inspection
  if (inspection.openToPress !== body.open) {
    await context.db
      .updateTable('inspections')
      .set({ openToPress: body.open })
      .where('inspectionId', '=', inspectionId)
      .execute()
    await context.record('inspection.press', inspectionId, { open: body.open }, inspectionId)
  }
  return pressView(context, { ...inspection, openToPress: body.open })
}

export async function pressView(context: Context, inspection: InspectionRecord): Promise<PressView> {
  const { db, viewer } = context
  const { inspectionId, openToPress, kind, state } = inspection
  return {
    openToPress,
    mayOpen: holds(viewer, 'inspection.schedule') && kind === 'planned' && state !== 'cancelled',
    mayInvite: holds(viewer, 'inspection.announce') && kind === 'planned' && state === 'announced',
    invited: await db
      .selectFrom('pressInvitations')
      .innerJoin('people', 'people.personId', 'pressInvitations.personId')
      .select(['people.fullName', 'people.post', 'pressInvitations.invitedAt'])
      .where('inspectionId', '=', inspectionId)
      .orderBy('people.fullName')
      .execute(),
    coverage: (await coverageOf(context, [inspectionId])).get(inspectionId) ?? [],
  }
}

export const listPressPeople: Act<typeof peopleContract> = async ({ db }) => ({
  people: await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'email'])
    .where('disabled', '=', false)
    .where((eb) => eb('roles', '&&', eb.val(['press'])))
    .orderBy('fullName')
    .execute(),
})

/** The visits that the viewer was invited to, once their units had been told. */
function invitedVisits({ db, viewer }: Context) {
  return visibleInspections(db, viewer)
    .innerJoin('pressInvitations', 'pressInvitations.inspectionId', 'inspections.inspectionId')
    .where('pressInvitations.personId', '=', viewer.personId)
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', 'in', told)
}

export const listPressVisits: Act<typeof visitsContract> = async (context) => {
  const rows = await invitedVisits(context)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .innerJoin('documents', 'documents.documentId', 'pressInvitations.documentId')
    .select([
      'inspections.inspectionId',
      'inspections.campaignId',
      'units.fullName as unitName',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.place',
      'pressInvitations.invitedAt',
      'documents.number',
      'documents.symbol',
    ])
    .where('inspections.visitOn', 'is not', null)
    .orderBy('inspections.visitOn', 'desc')
    .orderBy('inspections.inspectionId')
    .execute()
  const ids = rows.map(({ inspectionId }) => inspectionId)
  const coverage = await coverageOf(context, ids)
  // What the unit was told last: a visit that moves is told of by its change notice, and not before.
  const notices = await latestNotices(context.db, ids)
  const contacts = new Map<string, string>()
  for (const { campaignId } of rows)
    if (!contacts.has(campaignId)) contacts.set(campaignId, await contactInWords(context, campaignId))
  return {
    visits: rows.map(({ campaignId, visitOn, halfDay, place, number, symbol, ...row }) => ({
      ...row,
      visitOn: notices.get(row.inspectionId)?.visitOn ?? visitOn!,
      halfDay: notices.get(row.inspectionId)?.halfDay ?? (halfDay as HalfDay),
      place: notices.get(row.inspectionId)?.place ?? place ?? '',
      number: documentCode(number, symbol ?? ''),
      contact: contacts.get(campaignId)!,
      coverage: coverage.get(row.inspectionId) ?? [],
    })),
  }
}

async function contactInWords({ db, settings }: Context, campaignId: string): Promise<string> {
  const { name, post, phone, email } = await contactOf(db, campaignId)
  return [name ?? post, settings.officeName, phone, email].filter(Boolean).join(', ')
}

/** Pieces that the press published, by visit. Whoever added one, and the office, may take it away. */
async function coverageOf(
  { db, viewer }: Context,
  inspectionIds: readonly string[],
): Promise<Map<string, CoverageView[]>> {
  const pieces = new Map<string, CoverageView[]>()
  if (inspectionIds.length === 0) return pieces
  const rows = await db
    .selectFrom('pressCoverage')
    .innerJoin('people', 'people.personId', 'pressCoverage.addedBy')
    .select(['inspectionId', 'coverageId', 'url', 'title', 'addedBy as adder', 'people.fullName as addedBy', 'addedAt'])
    .where('inspectionId', 'in', [...inspectionIds])
    .orderBy('addedAt')
    .orderBy('coverageOrder')
    .execute()
  for (const { inspectionId, adder, ...piece } of rows) {
    const mayRemove = holds(viewer, 'press.cover') && (adder === viewer.personId || viewer.roles.includes('planner'))
    pieces.set(inspectionId, [...(pieces.get(inspectionId) ?? []), { ...piece, mayRemove }])
  }
  return pieces
}

/** Keeps the address of a piece; the press only about visits that they were invited to. Refuses with `coverage-twice`. */
export const addCoverage: Act<typeof addContract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  if (viewer.roles.includes('planner')) {
    const inspection = await getInspectionRecord(context, inspectionId)
    if (inspection.kind !== 'planned') throw new Refusal('press-never-here')
  } else if (
    !(await invitedVisits(context)
      .select('inspections.inspectionId')
      .where('inspections.inspectionId', '=', inspectionId)
      .executeTakeFirst())
  )
    throw new Refusal('no-such-inspection')
  const kept = await db
    .insertInto('pressCoverage')
    .values({ inspectionId, ...body, addedBy: viewer.personId, addedAt: now })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'url']).doNothing())
    .returning('coverageId')
    .executeTakeFirst()
  if (!kept) throw new Refusal('coverage-twice')
  await record('press.coverage-add', kept.coverageId, body, inspectionId)
  return { done: true }
}

export const removeCoverage: Act<typeof removeContract> = async (context, { params }) => {
  const { db, viewer, record } = context
  const piece = await db
    .selectFrom('pressCoverage')
    .selectAll()
    .where('coverageId', '=', params.coverageId)
    .forUpdate()
    .executeTakeFirst()
  const isPlanner = viewer.roles.includes('planner')
  const isKnown =
    piece &&
    (isPlanner ||
      (await invitedVisits(context)
        .select('inspections.inspectionId')
        .where('inspections.inspectionId', '=', piece.inspectionId)
        .executeTakeFirst()))
  if (!piece || !isKnown) throw new Refusal('no-such-coverage')
  if (!isPlanner && piece.addedBy !== viewer.personId) throw new Refusal('not-your-coverage')
  await db.deleteFrom('pressCoverage').where('coverageId', '=', piece.coverageId).execute()
  const { url, title, inspectionId, coverageId } = piece
  await record('press.coverage-remove', coverageId, { url, title }, inspectionId)
  return { done: true }
}
