import type { listGuests as contract } from '@cchc/domain/thematic/contract.ts'
import type { Act } from '../platform/serve.ts'
import { readGuests } from './queries.ts'

/** What is merged into a visit, for everybody who may know the visit. */
export const listGuests: Act<typeof contract> = async (context, { params }) => ({
  guests: await readGuests(context, params.inspectionId),
})
