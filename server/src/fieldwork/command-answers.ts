import type { CommandOutcome, SentCommand } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context, Db } from '../platform/context.ts'

/** Two sendings of one device at one visit go one after the other; those of different devices beside each other. */
export async function lockDevice(db: Db, inspectionId: string, deviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commands ${inspectionId} ${deviceId}`}, 0))`.execute(db)
}

/** The answers that commands of this visit were given. */
export async function readAnswers(
  db: Db,
  inspectionId: string,
  ids: readonly string[],
): Promise<Map<string, CommandOutcome>> {
  const rows = await db
    .selectFrom('fieldCommands')
    .select(['commandId', 'outcome'])
    .where('inspectionId', '=', inspectionId)
    .where('commandId', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ commandId, outcome }) => [commandId, outcome as unknown as CommandOutcome]))
}

/** Remembers the first answer for ever. Where another device sent the same command at this very moment, this sending is tried again. */
export async function keepAnswer(
  { db, viewer, now }: Context,
  inspectionId: string,
  deviceId: string,
  { commandId, order, madeAt, kind, record }: SentCommand,
  outcome: CommandOutcome,
): Promise<void> {
  const kept = await db
    .insertInto('fieldCommands')
    .values({
      inspectionId,
      commandId,
      deviceId,
      personId: viewer.personId,
      deviceOrder: order,
      madeAt,
      kind,
      record,
      revision: outcome.outcome === 'done' ? outcome.revision : null,
      outcome: JSON.stringify(outcome),
      receivedAt: now,
    })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'commandId']).doNothing())
    .returning('commandId')
    .executeTakeFirst()
  if (!kept) throw new Refusal('database-away')
}

export async function readSessionState(db: Db, inspectionId: string): Promise<VisitView['state']> {
  const visit = await db
    .selectFrom('visits')
    .select('state')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return (visit?.state ?? 'not-started') as VisitView['state']
}

/** Which of these files stand on the findings of this inspection, by the hash of what was sent. */
export async function readFilesUp(db: Db, inspectionId: string, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('attachments')
    .select('sentSha256')
    .where('inspectionId', '=', inspectionId)
    .where('ownerKind', '=', 'finding')
    .where('removedAt', 'is', null)
    .where('sentSha256', 'in', [...hashes])
    .execute()
  return new Set(rows.map(({ sentSha256 }) => sentSha256))
}
