import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import type { Warning } from '@cchc/domain/unannounced/contract.ts'
import { warningsOf } from '@cchc/domain/unannounced/rules.ts'
import { readBusyPeople, readBusyUnits } from '../availability/queries.ts'
import { readCalendar } from '../calendar/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { UnannouncedRecord } from './queries.ts'

type Asked = Pick<UnannouncedRecord, 'inspectionId' | 'campaignId' | 'unitCode' | 'visitOn' | 'halfDay' | 'state'>

/** What stands beside a secret inspection: for its circle alone. One that has been opened, or ended, has no warnings any more. */
export async function readWarnings(context: Context, secret: Asked): Promise<Warning[]> {
  if (secret.state !== 'proposed' && secret.state !== 'ordered') return []
  const { db } = context
  const people = await db
    .selectFrom('unannouncedPeople')
    .innerJoin('people', 'people.personId', 'unannouncedPeople.personId')
    .select(['people.personId', 'people.fullName'])
    .where('inspectionId', '=', secret.inspectionId)
    .orderBy('unannouncedPeople.position')
    .execute()
  const { visitOn, halfDay } = secret
  const applies = (busy: { halfDay: string | null }) => busy.halfDay === null || busy.halfDay === halfDay
  const busy = visitOn
    ? await readBusyPeople(
        db,
        people.map(({ personId }) => personId),
        visitOn,
        visitOn,
      )
    : new Map<string, never[]>()
  const unitBusy = visitOn ? await readBusyUnits(db, [secret.unitCode], visitOn, visitOn) : new Map<string, never[]>()
  return warningsOf(
    { unitCode: secret.unitCode, visitOn, halfDay: halfDay as HalfDay | null },
    {
      visits: await visitsBeside(context, secret, people),
      busy: people.flatMap(({ personId, fullName }) =>
        (busy.get(personId) ?? []).filter(applies).map(({ reason }) => ({ fullName, reason })),
      ),
      unitBusy: (unitBusy.get(secret.unitCode) ?? []).filter(applies).map(({ reason }) => reason),
      calendar: await readCalendar(db),
    },
  )
}

/** The unit's own visits of the campaign, and whoever's on the same day. */
async function visitsBeside(
  { db, viewer }: Context,
  { campaignId, unitCode, visitOn }: Asked,
  going: readonly { personId: string; fullName: string }[],
) {
  const rows = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.state',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.kind', '<>', 'unannounced')
    .where('inspections.state', 'not in', ['cancelled', 'merged', 'registered'])
    .where('inspections.visitOn', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('inspections.unitCode', '=', unitCode),
        visitOn ? eb('inspections.visitOn', '=', visitOn) : eb.lit(false),
      ]),
    )
    .orderBy('inspections.visitOn')
    .execute()
  const ids = rows.map(({ inspectionId }) => inspectionId)
  const rosters = ids.length
    ? await db
        .selectFrom('inspectionRoster')
        .innerJoin('teamMembers', 'teamMembers.teamMemberId', 'inspectionRoster.teamMemberId')
        .select(['inspectionId', 'teamMembers.personId'])
        .where('inspectionId', 'in', ids)
        .execute()
    : []
  return rows.map(({ inspectionId, state, ...row }) => ({
    unitCode: row.unitCode,
    unitName: row.unitName,
    visitOn: row.visitOn!,
    halfDay: row.halfDay as HalfDay,
    isMade: ['visited', 'concluded', 'closed'].includes(state),
    people: going
      .filter(({ personId }) =>
        rosters.some((seat) => seat.inspectionId === inspectionId && seat.personId === personId),
      )
      .map(({ fullName }) => fullName),
  }))
}
