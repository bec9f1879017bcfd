import { isOwed, type RequestState, requestRefusal } from '@cchc/domain/document-requests/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import { getRequest, standingOf } from './queries.ts'

/** Files of an answer hang at its round: the unit changes them until it answers, and the team sees them from then on. */
export const evidenceOfRequest: AttachmentOwner = {
  async open(context, requestId) {
    const request = await getRequest(context, requestId)
    const refusal = requestRefusal('answer', context.viewer, standingOf(request))
    const round = String(request.round)
    const isDraft = isOwed(request.state as RequestState)
    return {
      inspectionId: request.inspectionId,
      refusal: (place) => refusal ?? (place === round ? null : new Refusal('no-such-request')),
      hides: (place) => isDraft && place === round && context.viewer.unitCode !== request.unitCode,
    }
  },
  changed: async () => undefined,
}
