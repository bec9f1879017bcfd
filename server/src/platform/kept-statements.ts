import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'

const mark = '/* kept */'

/**
 * Marks a statement that is asked many times a second, after its first word: `query.modifyFront(kept)`. Each connection then
 * keeps it as PostgreSQL has planned it; planning costs more than asking where row-level security looks through several tables.
 * For statements whose text is always the same, not for lists of varying length.
 */
export const kept: RawBuilder<unknown> = sql.raw(mark)

const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `kept_${names.size + 1}`
  names.set(text, name)
  return name
}

/** A connection that keeps the marked statements. */
export class KeepingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the library's own overloads are passed on as they are
  override query(...given: any[]): any {
    const [text, values, ...rest] = given
    if (typeof text === 'string' && text.slice(0, 40).includes(mark))
      return super.query({ name: nameOf(text), text, values }, ...(rest as []))
    return super.query(...(given as [string]))
  }
}
