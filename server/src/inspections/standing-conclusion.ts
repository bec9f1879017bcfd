import { sql } from 'kysely'

/**
 * Of an inspection's conclusions the one that counts: the valid notice, or the first draft while there is none. A replacement
 * that is being written, and what was replaced or withdrawn, count for no stage; so that at most one row is joined.
 */
export const isStandingConclusion = sql<boolean>`(
  conclusions.state = 'issued' or (conclusions.state in ('drafting', 'under-review') and conclusions.replaces is null)
)`
