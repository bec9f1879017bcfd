import { holds, type Viewer } from '../access/permissions.ts'
import type { SynthesisView } from './contract.ts'

/** What this person may do to the synthesis report now: write and issue it until it has been issued. */
export function synthesisActions(viewer: Pick<Viewer, 'roles'>, isIssued: boolean): SynthesisView['actions'] {
  return holds(viewer, 'synthesis.draft') && !isIssued ? ['edit', 'issue'] : []
}
