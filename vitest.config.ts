import { defineConfig } from 'vitest/config'

/** Generous: a limit is there for what hangs, never to judge how fast a busy machine is. Milliseconds. */
const testTimeout = 120_000

/** For tests of functions that keep no state: their modules are loaded once, not once a file, which takes most of the time. */
const pure = { environment: 'node', isolate: false, pool: 'threads' } as const

/** One project per kind of test, so that `vitest --project rules` answers in seconds. */
export default defineConfig({
  test: {
    // Half of an act's time is waiting for PostgreSQL, so that no processor needs to be kept free.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          include: ['domain/src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
          ...pure,
          testTimeout,
        },
      },
      { test: { name: 'shape', include: ['*.test.ts'], ...pure, testTimeout } },
      {
        test: {
          name: 'acts',
          include: ['server/**/*.test.ts'],
          environment: 'node',
          // Each file has a database of its own; the modules keep nothing between files and are loaded once a worker.
          isolate: false,
          globalSetup: ['server/test/global-setup.ts'],
          testTimeout,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          // As above; one worker, after whatever else is asked for.
          isolate: false,
          sequence: { groupOrder: 1 },
          globalSetup: ['server/test/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
