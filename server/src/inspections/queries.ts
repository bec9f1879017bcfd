import { isBoundToOwn, mayBeTold, readsEveryUnit, type Viewer } from '@cchc/domain/access/permissions.ts'
import {
  type InspectionAct,
  type InspectionState,
  inspectionStateNames,
  nextInspectionState,
  openedStates,
} from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { expressionBuilder, type Selectable } from 'kysely'
import type { Context, Db } from '../platform/context.ts'
import type { DB, Inspections } from '../platform/schema.ts'

export type InspectionRecord = Selectable<Inspections>

/** Before its notice is issued a visit is the team's own affair; its unit learns of it then. */
const statesKnownToUnit: InspectionState[] = ['announced', 'visited', 'concluded', 'closed', 'opened']

/**
 * The one door to the table: every inspection that this viewer may know. An unannounced one is not there before it is opened
 * on site, for nobody: those in its circle find it through `unannouncedInspections` alone, so that no list, count, calendar
 * or export shows it over somebody's shoulder. Row-level security behind it says the same to those outside the circle.
 * A department's coordinator sees its own thematic ones and the common visits that they are merged into.
 * Basis: QĐ 2251/QĐ-UBND, mục II.2, II.3, III.3, III.4b.
 */
export function visibleInspections(db: Db, viewer: Viewer) {
  const all = db
    .selectFrom('inspections')
    .where((eb) => eb.or([eb('inspections.kind', '<>', 'unannounced'), openedTo(viewer)]))
  return isBoundToOwn(viewer) ? all.where(ownOf(viewer)) : all
}

/** Of a unit's people, what their unit has been told of; of a department's coordinator, what is the department's own. */
function ownOf(viewer: Viewer) {
  const eb = expressionBuilder<DB, 'inspections'>()
  const own = viewer.unitCode ?? '-'
  const ofUnit = eb.and([
    eb('inspections.unitCode', '=', own),
    eb('inspections.kind', '<>', 'thematic'),
    eb('inspections.state', 'in', statesKnownToUnit),
  ])
  if (!viewer.roles.includes('thematic-coordinator')) return ofUnit
  const registered = eb.selectFrom('thematicRegistrations').select('registrationId').where('agencyCode', '=', own)
  const hosts = eb
    .selectFrom('inspections as guests')
    .select('guests.mergedInto')
    .where('guests.state', '=', 'merged')
    .where('guests.registrationId', 'in', registered)
  return eb.or([
    ...(viewer.roles.some((role) => role !== 'thematic-coordinator') ? [ofUnit] : []),
    eb('inspections.registrationId', 'in', registered),
    eb('inspections.inspectionId', 'in', hosts),
  ])
}

/** The same without thematic ones: what the team itself schedules, visits and concludes. A department's own have their own acts. */
export function teamInspections(db: Db, viewer: Viewer) {
  return visibleInspections(db, viewer).where('inspections.kind', '<>', 'thematic')
}

/**
 * Planned and thematic inspections of any unit, for the rule of once a year alone, whoever asks: what a viewer is shown of
 * them is for the caller to decide. Never holds an unannounced one.
 */
export function inspectionsUnderYearRule(db: Db) {
  return db.selectFrom('inspections').where('inspections.kind', 'in', ['planned', 'thematic'])
}

/** The second leaf of the door: unannounced inspections that the viewer has been told of, and those that have been opened. */
export function unannouncedInspections(db: Db, viewer: Viewer) {
  return db
    .selectFrom('inspections')
    .where('inspections.kind', '=', 'unannounced')
    .where((eb) => eb.or([openedTo(viewer), toldTo(viewer)]))
}

/** Whether an unannounced inspection has been opened and this viewer reads its unit's. */
function openedTo(viewer: Viewer) {
  const eb = expressionBuilder<DB, 'inspections'>()
  const isOpened = eb('inspections.state', 'in', [...openedStates])
  if (readsEveryUnit(viewer)) return isOpened
  const isOfUnit = viewer.roles.some((role) => role === 'unit-officer' || role === 'unit-head')
  return isOfUnit ? eb.and([isOpened, eb('inspections.unitCode', '=', viewer.unitCode ?? '-')]) : eb.lit(false)
}

/** Whether this viewer is in the circle of an inspection; whoever administers never is. */
function toldTo(viewer: Viewer) {
  const eb = expressionBuilder<DB, 'inspections'>()
  if (!mayBeTold(viewer)) return eb.lit(false)
  return eb.exists(
    eb
      .selectFrom('inspectionCircle')
      .select('inspectionCircle.personId')
      .whereRef('inspectionCircle.inspectionId', '=', 'inspections.inspectionId')
      .where('inspectionCircle.personId', '=', viewer.personId),
  )
}

/** One inspection of the team's that the viewer may know, or `no-such-inspection`. */
export async function getInspectionRecord(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  inspectionId: string,
): Promise<InspectionRecord> {
  const row = await teamInspections(db, viewer)
    .selectAll('inspections')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return row
}

/** The same, locked until the transaction ends. */
export async function getInspectionForUpdate(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  inspectionId: string,
): Promise<InspectionRecord> {
  const row = await teamInspections(db, viewer)
    .selectAll('inspections')
    .where('inspectionId', '=', inspectionId)
    .forUpdate('inspections')
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-inspection')
  return row
}

const actWords: Record<InspectionAct, string> = {
  schedule: 'xếp lịch',
  announce: 'thông báo lịch',
  visit: 'kết thúc buổi kiểm tra',
  conclude: 'ban hành kết luận',
  close: 'đóng hồ sơ',
  cancel: 'hủy',
  order: 'ra lệnh kiểm tra',
  open: 'công bố tại chỗ',
  revise: 'sửa sau khi có lệnh',
  merge: 'lồng ghép',
  separate: 'kiểm tra riêng',
  unmerge: 'rút lại quyết định',
  finish: 'đóng hồ sơ',
  reopen: 'mở lại hồ sơ',
  unconclude: 'thu hồi kết luận',
}

/** The state this act leads to; refuses with `wrong-state` when the table does not list it. */
export function stateAfter(inspection: Pick<InspectionRecord, 'state'>, act: InspectionAct): InspectionState {
  const state = inspection.state as InspectionState
  const next = nextInspectionState(state, act)
  if (!next)
    throw new Refusal('wrong-state', {
      act: actWords[act],
      what: 'cuộc kiểm tra',
      state: inspectionStateNames[state],
      way: 'Tải lại trang để xem bước hiện tại.',
    })
  return next
}

/** Refuses with `wrong-state` while the session on site is open: a visit under way is neither moved nor cancelled. */
export async function requireNoOpenSession(
  { db }: Pick<Context, 'db'>,
  inspectionId: string,
  act: string,
): Promise<void> {
  const open = await db
    .selectFrom('visits')
    .select('inspectionId')
    .where('inspectionId', '=', inspectionId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open)
    throw new Refusal('wrong-state', {
      act,
      what: 'cuộc kiểm tra',
      state: 'Đang kiểm tra',
      way: 'Kết thúc buổi kiểm tra trước.',
    })
}

/** Moves an inspection on by an act of the state table, in the caller's transaction, with its audit event. */
export async function setInspectionState(
  context: Context,
  inspectionId: string,
  act: InspectionAct,
): Promise<InspectionRecord> {
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const state = stateAfter(inspection, act)
  const row = await context.db
    .updateTable('inspections')
    .set((eb) => ({ state, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await context.record(`inspection.${act}`, inspectionId, { from: inspection.state, to: state }, inspectionId)
  return row
}
