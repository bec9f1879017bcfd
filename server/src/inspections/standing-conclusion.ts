import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { readsDrafts } from '@cchc/domain/conclusions/rules.ts'
import { sql } from 'kysely'

/**
 * Of an inspection's conclusions the one that counts: the valid notice, or the first draft while there is none. A replacement
 * that is being written, and what was replaced or withdrawn, count for no stage; so that at most one row is joined.
 */
export const isStandingConclusion = sql<boolean>`(
  conclusions.state = 'issued' or (conclusions.state in ('drafting', 'under-review') and conclusions.replaces is null)
)`

/** The same as far as the viewer reads it: a draft is nothing yet for whoever is outside the team, as row-level security says too. */
export function standingConclusionFor(viewer: Viewer) {
  return readsDrafts(viewer) ? isStandingConclusion : sql<boolean>`conclusions.state = 'issued'`
}
