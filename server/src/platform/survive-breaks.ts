import type pg from 'pg'

/**
 * Lets the process outlive connections that break (a restarted server, a cut line): an idle one is dropped by its pool, and one in
 * use fails the query that is asked of it next. Unheard, either event would end the process.
 */
export function surviveBreaks<P extends pg.Pool>(pool: P): P {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
