import type { listAuditEvents as contract } from '@cchc/domain/accounts/contract.ts'
import type { Act } from '../platform/serve.ts'

const pageSize = 200

/** The newest events that the viewer may know; row-level security leaves out those of a secret inspection. */
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
  if (query.before) events = events.where('at', '<', query.before)
  return { events: await events.execute() }
}
