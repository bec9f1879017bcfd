import { recordRefusal, type VisitStanding } from '@cchc/domain/fieldwork/rules.ts'
import type { Context } from '../platform/context.ts'
import { getVisitGround, readRoster, standingOf, type VisitGround } from './queries.ts'

/** Who must wait for whom: those who record beside each other never do; whoever writes the session's own row, and the closing, do. */
export type SessionUse = 'record' | 'record-finding' | 'write-session' | 'close'

export interface OpenSession {
  readonly ground: VisitGround
  readonly standing: VisitStanding
}

/**
 * The open session of a visit, for one of its writers, kept from being closed until the transaction ends. Refuses with
 * `no-such-inspection`, `not-on-roster` or `session-not-open`. The session is locked before the inspection, always.
 */
export async function openSession(context: Context, inspectionId: string, use: SessionUse): Promise<OpenSession> {
  const { db, viewer } = context
  const row = db.selectFrom('visits').select('state').where('inspectionId', '=', inspectionId)
  const locked = {
    record: row.forKeyShare(),
    'record-finding': row.forKeyShare(),
    'write-session': row.forNoKeyUpdate(),
    close: row.forUpdate(),
  }[use]
  const visitState = (await locked.executeTakeFirst())?.state ?? null
  const ground = await getVisitGround(context, inspectionId)
  const standing = standingOf(viewer, { ...ground, visitState }, await readRoster(db, inspectionId))
  const refusal = recordRefusal(standing, use === 'record-finding' ? 'findings' : 'anything')
  if (refusal) throw refusal
  return { ground, standing }
}
