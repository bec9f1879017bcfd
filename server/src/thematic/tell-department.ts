import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { sql } from 'kysely'
import { inspectionsUnderYearRule } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import { moveThematic, type ThematicRecord } from './queries.ts'

/** Tells a department's coordinators what became of one of its thematic inspections, in the product and by mail. */
export async function tellDepartment(
  context: Context,
  inspection: Pick<ThematicRecord, 'inspectionId' | 'registrationId' | 'agencyCode' | 'title'>,
  { kind, title, body }: { kind: string; title: string; body: string },
): Promise<void> {
  await tell(context, {
    personIds: await holdersOf(context, 'thematic-coordinator', inspection.agencyCode),
    inspectionId: inspection.inspectionId,
    kind,
    title,
    body,
    link: `/chuyen-de/${inspection.registrationId}`,
    mail: { subject: title, body: `${body}\n\nChuyên đề: ${inspection.title}.` },
  })
}

/** Tells those of the office who hold a role, of a department's registration. */
export async function tellOffice(
  context: Context,
  role: 'planner' | 'standing-deputy',
  telling: { kind: string; title: string; body: string; link: string; inspectionId: string | null },
): Promise<void> {
  await tell(context, { ...telling, personIds: await holdersOf(context, role) })
}

async function holdersOf({ db }: Pick<Context, 'db'>, role: string, unitCode?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('disabled', '=', false)
    .where(sql<boolean>`${role} = any (roles)`)
    .$if(unitCode !== undefined, (query) => query.where('unitCode', '=', unitCode!))
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** "sáng 17/09/2026"; "ngày sẽ thông báo sau" while it has none. */
export function visitInWords({ visitOn, halfDay }: { visitOn: string | null; halfDay: string | null }): string {
  if (!visitOn) return 'ngày sẽ thông báo sau'
  return `${halfDay ? `${halfDayNames[halfDay as HalfDay].toLowerCase()} ` : ''}${formatDate(visitOn)}`
}

/** Tells every department whose inspection is merged into a visit that the visit has moved; nobody where none is. */
export async function tellGuestsOfMove(
  context: Context,
  host: { inspectionId: string; visitOn: string | null; halfDay: string | null; reason: string | null },
): Promise<void> {
  for (const guest of await guestsOf(context, host.inspectionId)) {
    await tellDepartment(context, guest, {
      kind: 'inspection.move',
      title: `${guest.unitName}: buổi kiểm tra chung dời sang ${visitInWords(host)}`,
      body: host.reason ? `Lý do: ${host.reason}.` : 'Lịch của buổi kiểm tra chung đã thay đổi.',
    })
  }
}

/** A common visit falls away: what was merged into it is registered again, and its departments are told. */
export async function releaseGuests(context: Context, hostId: string, reason: string): Promise<void> {
  for (const guest of await guestsOf(context, hostId)) {
    await moveThematic(context, guest, 'unmerge', { mergedInto: null })
    await context.record('thematic.unmerge', guest.inspectionId, { hostId, reason }, guest.inspectionId)
    await tellDepartment(context, guest, {
      kind: 'thematic.unmerge',
      title: `${guest.unitName}: không còn buổi kiểm tra chung`,
      body: `Chuyên đề trở lại trạng thái đã đăng ký, chờ quyết định mới. Lý do: ${reason}.`,
    })
  }
}

async function guestsOf({ db }: Context, hostId: string) {
  const rows = await inspectionsUnderYearRule(db)
    .innerJoin('thematicRegistrations', 'thematicRegistrations.registrationId', 'inspections.registrationId')
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'thematicRegistrations.registrationId',
      'inspections.state',
      'thematicRegistrations.agencyCode',
      'thematicRegistrations.title',
      'units.fullName as unitName',
    ])
    .where('inspections.mergedInto', '=', hostId)
    .orderBy('inspections.inspectionId')
    .execute()
  return rows
}
