import { createHash, randomBytes } from 'node:crypto'
import { belongsToOffice, type Role, type Viewer, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { type InspectionState, inspectionStateNames } from '@cchc/domain/inspections/states.ts'
import type {
  getCalendarFeed as getContract,
  readCalendarFeed as readContract,
  renewCalendarFeed as renewContract,
  revokeCalendarFeed as revokeContract,
} from '@cchc/domain/notifications/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import { type Context, type Ground, withContext } from '../platform/context.ts'
import type { Act, PublicAct } from '../platform/serve.ts'
import { type CalendarVisit, visitCalendar } from './visit-calendar.ts'

/** Whether the viewer's calendar has an address. The address itself cannot be shown again: only its hash is kept. */
export const getCalendarFeed: Act<typeof getContract> = async ({ db, viewer }) => {
  const feed = await db
    .selectFrom('calendarFeeds')
    .select('createdAt')
    .where('personId', '=', viewer.personId)
    .executeTakeFirst()
  return { since: feed?.createdAt ?? null }
}

/** Gives the viewer's calendar a new address that nobody can guess; an earlier one ends. */
export const renewCalendarFeed: Act<typeof renewContract> = async ({ db, viewer, now, record }) => {
  const token = randomBytes(32).toString('base64url')
  const row = { personId: viewer.personId, tokenSha256: hashOf(token), createdAt: now }
  await db
    .insertInto('calendarFeeds')
    .values(row)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
    .execute()
  await record('calendar-feed.renew', viewer.personId)
  return { path: `/api/feeds/${token}.ics`, since: now }
}

export const revokeCalendarFeed: Act<typeof revokeContract> = async ({ db, viewer, record }) => {
  await db.deleteFrom('calendarFeeds').where('personId', '=', viewer.personId).execute()
  await record('calendar-feed.revoke', viewer.personId)
  return { done: true }
}

/**
 * A person's visits by the secret address alone, seen as that person sees them. A wrong, revoked or locked person's address
 * answers `no-such-feed`, all alike.
 */
export const readCalendarFeed: PublicAct<typeof readContract> = async ({ ground }, { params }) => {
  const token = /^([\w-]{20,100})\.ics$/.exec(params.token)?.[1]
  const viewer = token ? await ownerOf(ground, token) : null
  if (!viewer) throw new Refusal('no-such-feed')
  const text = await withContext(ground, viewer, calendarOf, { readOnly: true })
  return { name: 'lich-kiem-tra.ics', mediaType: 'text/calendar; charset=utf-8', bytes: Buffer.from(text) }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

async function ownerOf({ database }: Ground, token: string): Promise<Viewer | null> {
  const person = await database
    .selectFrom('calendarFeeds')
    .innerJoin('people', 'people.personId', 'calendarFeeds.personId')
    .select(['people.personId', 'fullName', 'post', 'roles', 'unitCode'])
    .where('tokenSha256', '=', hashOf(token))
    .where('disabled', '=', false)
    .executeTakeFirst()
  return person ? { ...person, roles: person.roles as Role[] } : null
}

/** Once the unit has been told. */
const told: InspectionState[] = ['announced', 'visited', 'concluded', 'closed']

/**
 * The visits that concern this person. Calendars are copied to other companies' servers, so no unannounced inspection is ever
 * among them, not even for its circle and not after it was opened.
 */
function concerning({ db, viewer }: Context) {
  const ahead = visibleInspections(db, viewer)
    .where('inspections.kind', '<>', 'unannounced')
    .where('inspections.visitOn', 'is not', null)
    .where('inspections.halfDay', 'is not', null)
  if (worksForInspectedUnit(viewer)) return ahead.where('inspections.state', 'in', told)
  if (belongsToOffice(viewer)) return ahead.where('inspections.state', 'in', ['scheduled', 'separate', ...told])
  if (viewer.roles.includes('city-viewer')) return ahead.where('inspections.state', 'in', told)
  const onRoster = db
    .selectFrom('inspectionRoster')
    .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
    .select('inspectionRoster.inspectionId')
    .where('teamMembers.personId', '=', viewer.personId)
  const invited = db
    .selectFrom('pressInvitations')
    .select('pressInvitations.inspectionId')
    .where('pressInvitations.personId', '=', viewer.personId)
  return viewer.roles.includes('press')
    ? ahead.where('inspections.state', 'in', told).where('inspections.inspectionId', 'in', invited)
    : ahead
        .where('inspections.state', 'in', ['scheduled', 'separate', ...told])
        .where('inspections.inspectionId', 'in', onRoster)
}

async function calendarOf(context: Context): Promise<string> {
  const rows = await concerning(context)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.place',
      'inspections.state',
      'inspections.reportDueOn',
      'inspections.revision',
      'units.fullName',
    ])
    .orderBy('inspections.visitOn')
    .orderBy('inspections.halfDay', 'desc')
    .orderBy('inspections.inspectionId')
    .execute()
  const visits = rows.map(
    (row): CalendarVisit => ({
      inspectionId: row.inspectionId,
      visitOn: row.visitOn!,
      halfDay: row.halfDay as HalfDay,
      place: row.place ?? '',
      summary: `Kiểm tra CCHC: ${row.fullName}`,
      description: [
        inspectionStateNames[row.state as InspectionState],
        row.reportDueOn ? `Hạn gửi báo cáo: ${formatDate(row.reportDueOn)}` : '',
      ]
        .filter(Boolean)
        .join('. '),
      sequence: row.revision,
    }),
  )
  const { settings, mail, now, viewer } = context
  const organiser = { name: settings.officeName, email: mail.fromAddress }
  return visitCalendar(visits, 'publish', organiser, now, `Kiểm tra CCHC – ${viewer.fullName}`)
}
