/**
 * A reason why the program cannot start or go on, worded for the person at the terminal: one or a few plain Vietnamese
 * sentences that say what is wrong and how to mend it. `main.ts` and the command line print it without a stack and exit with 1.
 */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** The system's error code (`EACCES`, `42501` …) of anything thrown, or undefined. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : undefined
}

/** What anything thrown has to say for itself, on one line. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(errorText).join('; ')
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim()
}
