import { quickTasks, runTogether } from './tasks.ts'

/** `npm run check`: everything that answers in seconds. */
if (!(await runTogether(quickTasks()))) process.exitCode = 1
