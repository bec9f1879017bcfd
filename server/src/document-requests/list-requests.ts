import type {
  listDocumentRequests,
  listInspectionRequests,
  RequestView,
} from '@cchc/domain/document-requests/contract.ts'
import { askingRefusal } from '@cchc/domain/document-requests/states.ts'
import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getInspectionRecord } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { requestDetails, requestView, selectRequests } from './queries.ts'

/** Owed and overdue first, then owed, then those that the team has to look at, then the rest. */
const rank = ({ workingDaysLeft, state }: RequestView) =>
  workingDaysLeft !== null ? (workingDaysLeft < 0 ? 0 : 1) : state === 'answered' ? 2 : 3

export const listDocumentRequestsAct: Act<typeof listDocumentRequests> = async (context, { params }) => {
  const rows = await selectRequests(context).where('inspections.campaignId', '=', params.campaignId).execute()
  const calendar = await readCalendar(context.db)
  const requests = rows.map((row) => requestView(row, context, calendar))
  return { requests: requests.sort((a, b) => rank(a) - rank(b)) }
}

export const listInspectionRequestsAct: Act<typeof listInspectionRequests> = async (context, { params }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  const rows = await selectRequests(context).where('documentRequests.inspectionId', '=', params.inspectionId).execute()
  return {
    requests: await requestDetails(context, rows),
    mayAsk: askingRefusal(context.viewer, { ...inspection, state: inspection.state as InspectionState }) === null,
  }
}
