import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import { sql } from 'kysely'
import { type Ground, withContext } from '../platform/context.ts'
import type { Tasks } from '../platform/worker.ts'
import { remindToday } from './remind-today.ts'

/**
 * Every day at 7:00 in Việt Nam. The house reminds as the secretary, so that it sees what the secretary sees; an installation
 * without one reminds nobody.
 */
export const reminderTasks: Tasks = {
  'reminders.daily': {
    at: '0 0 * * *',
    runAtTime: async (ground) => {
      const viewer = await secretaryOf(ground)
      if (viewer) await withContext(ground, viewer, remindToday)
    },
  },
}

async function secretaryOf({ database }: Ground): Promise<Viewer | undefined> {
  const person = await database
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'roles', 'unitCode'])
    .where('disabled', '=', false)
    .where(sql<boolean>`roles && array['planner', 'standing-deputy']`)
    .orderBy(sql`'planner' = any(roles)`, 'desc')
    .orderBy('personId')
    .limit(1)
    .executeTakeFirst()
  return person && { ...person, roles: person.roles as Role[] }
}
