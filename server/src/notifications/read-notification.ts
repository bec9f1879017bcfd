import type {
  readAllNotifications as allContract,
  readNotification as oneContract,
} from '@cchc/domain/notifications/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { ownNotifications } from './queries.ts'

/** Marks one as read; reading again changes nothing. It is the viewer's own matter, so no audit event tells of it. */
export const readNotification: Act<typeof oneContract> = async (context, { params }) => {
  const { notificationId } = params
  const known = await ownNotifications(context)
    .select('notificationId')
    .where('notificationId', '=', notificationId)
    .executeTakeFirst()
  if (!known) throw new Refusal('no-such-notification')
  await context.db
    .updateTable('notifications')
    .set({ readAt: context.now })
    .where('notificationId', '=', notificationId)
    .where('readAt', 'is', null)
    .execute()
  return { done: true }
}

export const readAllNotifications: Act<typeof allContract> = async ({ db, viewer, now }) => {
  await db
    .updateTable('notifications')
    .set({ readAt: now })
    .where('personId', '=', viewer.personId)
    .where('readAt', 'is', null)
    .execute()
  return { done: true }
}
