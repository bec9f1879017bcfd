import type {
  CalendarImport,
  ImportedEvent,
  importCalendarFile as importContract,
  previewCalendarFile as previewContract,
} from '@cchc/domain/availability/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { requireMayKeep, type Subject, selectBusyTimes, subjectOf } from './busy-times.ts'
import type { CalendarEvent } from './read-calendar.ts'
import { readCalendarFile } from './read-calendar-file.ts'
import { tellOfBusy } from './tell-of-busy.ts'

type Asked = Parameters<Act<typeof importContract>>[1]

/** What importing a calendar file would do; keeps nothing. */
export const previewCalendarFile: Act<typeof previewContract> = async (context, input) => {
  const { plan } = await planImport(context, input)
  return plan
}

/**
 * Sets the busy times of the events in a calendar file: new ones are added, those known by their UID changed, those cancelled
 * since removed. Events of earlier imports that the file does not name stay. Times that were entered by hand are not touched.
 */
export const importCalendarFile: Act<typeof importContract> = async (context, input) => {
  const { db, viewer, now, record } = context
  // Two imports of one file at once: the second finds what the first has kept.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar of ${JSON.stringify(subjectOf(viewer, input.query))}`}, 0))`.execute(
    db,
  )
  const { subject, plan } = await planImport(context, input)
  const changing = plan.events.filter(({ change }) => change !== 'same')
  for (const { uid, title, times } of changing) {
    await ofSubject(db.deleteFrom('busyTimes'), subject).where('calendarUid', '=', uid).execute()
    if (times.length === 0) continue
    await db
      .insertInto('busyTimes')
      .values(
        times.map(({ from, to, halfDay }) => ({
          ...subject,
          fromOn: from,
          toOn: to,
          halfDay,
          reason: title,
          calendarUid: uid,
          enteredBy: viewer.personId,
          enteredAt: now,
        })),
      )
      .execute()
  }
  await tellOfBusy(
    context,
    subject,
    changing.flatMap(({ times }) => times),
  )
  const count = (change: ImportedEvent['change']) => plan.events.filter((event) => event.change === change).length
  await record('busy-time.import', subject.personId ?? subject.unitCode, {
    ...subject,
    added: count('new'),
    changed: count('changed'),
    removed: count('removed'),
  })
  return plan
}

async function planImport(context: Context, { params, query, file }: Asked) {
  if (!file) throw new Refusal('no-file')
  const subject = subjectOf(context.viewer, query)
  await requireMayKeep(context, subject)
  const { periodFrom, periodTo } = await getSettledCampaign(context.db, params.campaignId)
  const events = await readCalendarFile(file, { from: periodFrom, to: periodTo })
  return { subject, plan: await compare(context, subject, events) }
}

/** The events of a file against what was imported before. */
async function compare({ db }: Context, subject: Subject, events: readonly CalendarEvent[]): Promise<CalendarImport> {
  const rows = await ofSubject(selectBusyTimes(db), subject).where('calendarUid', 'is not', null).execute()
  const leftOut = { cancelled: 0, free: 0, outside: 0 }
  const listed = events.flatMap(({ uid, title, times, leftOut: why }): ImportedEvent[] => {
    const before = rows.filter((row) => row.calendarUid === uid)
    if (why) leftOut[why]++
    if (before.length === 0) return times.length > 0 ? [{ uid, title, change: 'new', times: [...times] }] : []
    const same =
      JSON.stringify(before.map(({ fromOn, toOn, halfDay, reason }) => [fromOn, toOn, halfDay, reason])) ===
      JSON.stringify(times.map(({ from, to, halfDay }) => [from, to, halfDay, title]))
    const change = times.length === 0 ? 'removed' : same ? 'same' : 'changed'
    return [{ uid, title, change, times: [...times] }]
  })
  return { events: listed, leftOut }
}

// biome-ignore lint/suspicious/noExplicitAny: selects and deletes alike are narrowed
function ofSubject<Q extends { where(column: any, operator: any, value: any): Q }>(query: Q, subject: Subject): Q {
  return subject.personId === null
    ? query.where('unitCode', '=', subject.unitCode)
    : query.where('personId', '=', subject.personId)
}
