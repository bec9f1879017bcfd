import type { InspectionAct } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { stateAfter } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { lockUnannounced, type UnannouncedRecord } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/** Moves a secret inspection on by one act of the state table, for one of its circle who read this revision; others do not find it. */
export async function moveSecret(
  context: Context,
  inspectionId: string,
  act: InspectionAct,
  revision: number,
): Promise<UnannouncedRecord> {
  const row = await lockUnannounced(context, inspectionId)
  if (!row.isTold) throw new Refusal('no-such-inspection')
  const state = stateAfter(row, act)
  if (row.revision !== revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Cuộc kiểm tra đột xuất' },
      await unannouncedView(context, inspectionId),
    )
  await context.db
    .updateTable('inspections')
    .set((eb) => ({ state, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  return row
}
