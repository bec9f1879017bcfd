import { sql } from 'kysely'
import type { Db } from './context.ts'
import { kept } from './kept-statements.ts'

/** One line of the append-only history. `details` is plain JSON. */
export interface AuditEvent {
  readonly at: string
  readonly personId: string | null
  readonly action: string
  readonly subjectId: string
  readonly inspectionId: string | null
  readonly details: Record<string, unknown>
}

/** Appends an event in the transaction of the change it tells of. */
export async function record(db: Db, event: AuditEvent): Promise<void> {
  const { at, personId, action, subjectId, inspectionId, details } = event
  await sql`insert ${kept} into audit_events (at, person_id, action, subject_id, inspection_id, details)
    values (${at}, ${personId}, ${action}, ${subjectId}, ${inspectionId}, ${JSON.stringify(details)})`.execute(db)
}
