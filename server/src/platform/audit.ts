import type { Db } from './context.ts'

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
  await db
    .insertInto('auditEvents')
    .values({ ...event, details: JSON.stringify(event.details) })
    .execute()
}
