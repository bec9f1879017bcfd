import { documentTasks } from './documents/jobs.ts'
import { evidenceTasks } from './evidence/jobs.ts'
import { notificationTasks } from './notifications/jobs.ts'
import type { Tasks } from './platform/worker.ts'
import { reminderTasks } from './reminders/jobs.ts'
import { schedulingTasks } from './scheduling/jobs.ts'

/** Every job of the product by the name it is queued under. */
export const tasks: Tasks = {
  ...documentTasks,
  ...evidenceTasks,
  ...notificationTasks,
  ...schedulingTasks,
  ...reminderTasks,
}
