import type { getHeard as contract } from '@cchc/domain/fieldwork/heard-contract.ts'
import { writerRefusal } from '@cchc/domain/fieldwork/rules.ts'
import type { Act } from '../platform/serve.ts'
import { getVisitGround, readRoster, standingOf } from './queries.ts'

/**
 * Whose device may still keep something of an open session: what is unsent there is refused once the session has ended, and the
 * server cannot know of it. Refuses with `not-on-roster`.
 */
export const getHeard: Act<typeof contract> = async (context, { params: { inspectionId } }) => {
  const { db, viewer } = context
  const ground = await getVisitGround(context, inspectionId)
  const roster = await readRoster(db, inspectionId)
  const refusal = writerRefusal(standingOf(viewer, ground, roster))
  if (refusal) throw refusal
  if (ground.visitState !== 'open') return { heard: [], silent: [] }
  const heard = await db
    .selectFrom('fieldCommands')
    .innerJoin('people', 'people.personId', 'fieldCommands.personId')
    .select((eb) => ['people.personId', 'people.fullName', eb.fn.max('fieldCommands.receivedAt').as('lastAt')])
    .where('fieldCommands.inspectionId', '=', inspectionId)
    .groupBy(['people.personId', 'people.fullName'])
    .orderBy('lastAt')
    .orderBy('people.fullName')
    .execute()
  const recorders = await db
    .selectFrom('auditEvents')
    .select('personId')
    .distinct()
    .where('inspectionId', '=', inspectionId)
    .where('at', '>=', ground.startedAt!)
    .execute()
  const known = new Set([viewer.personId, ...heard.map((row) => row.personId), ...recorders.map((row) => row.personId)])
  return {
    heard: heard.map(({ personId, ...row }) => ({ ...row, mine: personId === viewer.personId })),
    silent: roster.flatMap(({ personId, fullName }) =>
      personId !== null && fullName !== null && !known.has(personId) ? [{ fullName }] : [],
    ),
  }
}
