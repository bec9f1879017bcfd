import { biome, generators, runTogether, tsc, vitest } from './tasks.ts'

/** `npm run check`: everything that answers in seconds: types, lint, boundaries, rules, generated files. */
const tasks = [
  vitest('rules', 'shape'),
  tsc('server'),
  tsc('web'),
  tsc('domain/tsconfig.test.json'),
  tsc('domain'),
  ...generators('--check'),
  biome,
]
if (!(await runTogether(tasks))) process.exitCode = 1
