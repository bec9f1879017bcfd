import { generators, runTogether } from './tasks.ts'

/** `npm run generate`: rewrites every generated file that is kept in the repository. */
if (!(await runTogether(generators()))) process.exitCode = 1
