import type { Context } from '../platform/context.ts'

/** The viewer's own notifications; row-level security says the same and leaves out those of a secret inspection. */
export function ownNotifications({ db, viewer }: Pick<Context, 'db' | 'viewer'>) {
  return db.selectFrom('notifications').where('personId', '=', viewer.personId)
}
