import type { getStructure as contract } from '@cchc/domain/conclusions/board-contract.ts'
import type { Act } from '../platform/serve.ts'
import { structureView } from './structure-view.ts'

/** Which points each paragraph of the draft came from; refuses with `no-such-conclusion` while there is none. */
export const getStructure: Act<typeof contract> = (context, { params }) => structureView(context, params.inspectionId)
