import type { ParseArgsConfig } from 'node:util'

/** One command of `cchc`. The table of commands must load fast, so `run` imports what it needs when it is called. */
export interface Command {
  /** The words after `cchc`, e.g. `decision read`. */
  readonly name: string
  /** How it is called, after the name: `DATE [--days 3]`. */
  readonly usage: string
  readonly summary: { readonly vi: string; readonly en: string }
  /** More lines of help: options, formats, examples. */
  readonly help: { readonly vi: string; readonly en: string }
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes besides options. */
  readonly words: { readonly least: number; readonly most: number }
  /** Does the work and answers with the exit code: 0 done, 1 refused. Refusals may be thrown as well. */
  run(call: Call): Promise<0 | 1>
}

/** What a command is called with. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes one line of the answer to stdout. */
  print(line: string): void
  /** Writes one line of remarks or refusals to stderr. */
  remark(line: string): void
}

/** The command line itself is wrong: exit code 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** The command was understood and refused; the message is the whole sentence for the person: exit code 1. */
export class Refused extends Error {
  override name = 'Refused'
}
