import type {
  countUnread as countContract,
  listNotifications as listContract,
} from '@cchc/domain/notifications/contract.ts'
import type { Act } from '../platform/serve.ts'
import { ownNotifications } from './queries.ts'

/** Enough for a season; older ones are read on the thing itself. */
const most = 200

/** What the viewer was told, newest first. */
export const listNotifications: Act<typeof listContract> = async (context) => ({
  notifications: await ownNotifications(context)
    .select(['notificationId', 'kind', 'title', 'body', 'link', 'at', 'readAt'])
    // Those of one act by their words: an id is drawn by lot.
    .orderBy('at', 'desc')
    .orderBy('title')
    .orderBy('link')
    .orderBy('notificationId')
    .limit(most)
    .execute(),
})

/** How many wait, for the bell. */
export const countUnread: Act<typeof countContract> = async (context) => {
  const { unread } = await ownNotifications(context)
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { unread }
}
