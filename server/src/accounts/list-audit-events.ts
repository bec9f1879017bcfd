import type { listAuditEvents as contract } from '@cchc/domain/accounts/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Act } from '../platform/serve.ts'

const pageSize = 200

/**
 * The newest events that the viewer may know; row-level security leaves out those of a secret inspection. A page goes on from an
 * event by its id: the order of rows itself would tell how much happened that is not shown. `no-such-event` where the viewer
 * knows none by that id.
 */
export const listAuditEvents: Act<typeof contract> = async ({ db }, { query }) => {
  let events = db
    .selectFrom('auditEvents')
    .leftJoin('people', 'people.personId', 'auditEvents.personId')
    .select(['eventId', 'at', 'people.fullName as personName', 'action', 'subjectId', 'details'])
    .orderBy('at', 'desc')
    .orderBy('eventOrder', 'desc')
    .limit(pageSize)
  if (query.action) events = events.where('action', '=', query.action)
  if (query.subjectId) events = events.where('subjectId', '=', query.subjectId)
  if (query.before) {
    const mark = db.selectFrom('auditEvents').select('eventId').where('eventId', '=', query.before)
    if (!(await mark.executeTakeFirst())) throw new Refusal('no-such-event')
    events = events.where(
      sql<boolean>`(audit_events.at, audit_events.event_order) < (
        select mark.at, mark.event_order from audit_events mark where mark.event_id = ${query.before})`,
    )
  }
  return { events: await events.execute() }
}
