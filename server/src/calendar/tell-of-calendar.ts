import { changeInWords } from '@cchc/domain/calendar/change.ts'
import type { CalendarChange, CalendarEffects } from '@cchc/domain/calendar/contract.ts'
import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { sql } from 'kysely'
import { visibleInspections } from '../inspections/queries.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'

const kind = 'calendar.edit'

/**
 * Tells each unit that knows of its visit where its report's deadline has moved to, and the secretaries what they have to
 * see to. No unannounced visit is among the effects: what is told here leaves the house or is counted.
 */
export async function tellOfCalendar(
  context: Context,
  changes: readonly CalendarChange[],
  { deadlines, visits }: CalendarEffects,
): Promise<void> {
  const known = await unitsOf(
    context,
    [...deadlines, ...visits].map(({ inspectionId }) => inspectionId),
  )
  const why = `Lịch nghỉ thay đổi: ${changes.map(changeInWords).join('; ')}.`
  const moved = deadlines.filter(({ inspectionId }) => known.has(inspectionId))
  const reports = moved.filter(({ what }) => what === 'report')
  for (const { inspectionId, announced, visitOn, from, to } of reports) {
    if (!announced) continue
    const title = `Hạn gửi báo cáo chuyển từ ${formatDate(from)} sang ${formatDate(to)}`
    const body = `${why} Buổi kiểm tra ${formatDateWithWeekday(visitOn)} không đổi; báo cáo gửi chậm nhất hết ${formatDateWithWeekday(to)}.`
    await tell(context, {
      personIds: await peopleOfUnit(context, known.get(inspectionId)!),
      inspectionId,
      kind,
      title,
      body,
      link: `/bao-cao/${inspectionId}`,
      mail: { subject: `${title} (kiểm tra cải cách hành chính)`, body },
    })
  }
  const stranded = visits.filter(({ inspectionId }) => known.has(inspectionId))
  if (moved.length + stranded.length === 0) return
  await tell(context, {
    personIds: await secretaries(context),
    inspectionId: null,
    kind,
    title: [
      moved.length > 0 ? `${moved.length} hạn đã chuyển vì lịch nghỉ thay đổi` : 'Lịch nghỉ thay đổi',
      ...(stranded.length > 0 ? [`${stranded.length} buổi kiểm tra rơi vào ngày nghỉ, cần dời`] : []),
    ].join('; '),
    body: [
      why,
      ...moved.map(
        ({ unitName, what, from, to }) =>
          `${unitName}: hạn ${what === 'report' ? 'gửi báo cáo' : 'kết luận'} ${formatDate(from)} → ${formatDate(to)}.`,
      ),
      ...stranded.map(({ unitName, visitOn }) => `${unitName}: buổi kiểm tra ${formatDate(visitOn)} cần dời.`),
    ].join('\n'),
    link: '/lich',
  })
}

/** The unit of each inspection that may be spoken of. */
async function unitsOf({ db, viewer }: Context, inspectionIds: readonly string[]): Promise<Map<string, string>> {
  if (inspectionIds.length === 0) return new Map()
  const rows = await visibleInspections(db, viewer)
    .select(['inspectionId', 'unitCode'])
    .where('inspectionId', 'in', inspectionIds)
    .execute()
  return new Map(rows.map(({ inspectionId, unitCode }) => [inspectionId, unitCode]))
}

async function secretaries({ db }: Context): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where(sql<boolean>`'planner' = any(roles)`)
    .where('disabled', '=', false)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
