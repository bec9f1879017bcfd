import type { saveMinutes as contract } from '@cchc/domain/fieldwork/contract.ts'
import { decideWrite } from '@cchc/domain/fieldwork/decide-command.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { openSession } from './open-session.ts'
import { requirePen } from './pen.ts'
import { visitView } from './visit-view.ts'

/**
 * Keeps the words of the minutes. A stale revision is refused with what stands, unless what stands is the very same; while
 * somebody else holds the pen it is `pen-elsewhere`.
 */
export const saveMinutes: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { inspectionId } = params
  const { revision, ...words } = body
  await openSession(context, inspectionId, 'write-session')
  await requirePen(context, inspectionId)
  const before = await visitView(context, inspectionId)
  const same = Object.entries(words).every(([name, text]) => before.session[name as keyof typeof words] === text)
  const write = decideWrite({ revision: before.session.revision, same }, revision)
  if (write === 'unchanged') return before
  if (write === 'clash')
    throw new Refusal('changed-meanwhile', { what: 'Nội dung biên bản' }, { theirs: before.session })
  await db
    .updateTable('visits')
    .set((eb) => ({ ...words, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record('visit.minutes', inspectionId, words, inspectionId)
  return visitView(context, inspectionId)
}
