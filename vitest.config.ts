import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Generous: a limit is there for what hangs, never to judge how fast a busy machine is. Milliseconds. */
const testTimeout = 120_000

/**
 * What a test waits for by asking again and again, as long as a page or the background worker may take on a busy machine; the
 * library's own second would judge how fast it is.
 */
const poll = { poll: { timeout: 90_000 } } as const

/** For tests of functions that keep no state: their modules are loaded once, not once a file, which takes most of the time. */
const pure = { environment: 'node', isolate: false, pool: 'threads' } as const

/** What takes longest for its size: begun last, it would run alone while the other processors wait. */
const long = [
  'e2e/day-without-signal.test.ts',
  'e2e/every-role.test.ts',
  'e2e/one-unit.test.ts',
  'server/test/two-worlds.test.ts',
  'server/test/lifecycle.test.ts',
  'server/test/journeys/journeys.test.ts',
  'server/test/eight-writers.test.ts',
  'server/src/seed/illustrative/illustrative-season.test.ts',
  'server/src/scheduling/scheduling.test.ts',
  'server/src/thematic/sheet.test.ts',
]

/** The long files first, in the order of the list, then the others as always: the larger first. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(name))
      return place === -1 ? long.length : place
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/** One project per kind of test, so that `vitest --project rules` answers in seconds. */
export default defineConfig({
  test: {
    // Half of an act's time is waiting for PostgreSQL, so that no processor needs to be kept free.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
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
          expect: poll,
          testTimeout,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          // As above, after whatever else is asked for; a story waits for its pages much of the time, so none has a processor alone.
          // Two at once wait for each other too: every limit here is several times what the slowest needs on a busy machine.
          isolate: false,
          sequence: { groupOrder: 1 },
          globalSetup: ['server/test/global-setup.ts'],
          expect: poll,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
