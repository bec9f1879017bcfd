import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, InspectionParams, Instant, Line, Revision, Text } from '../shapes.ts'

/** An amount in đồng; whether it is one that can be is asked by `amountProblem`, which says how to mend it. */
const Amount = z.number()

const BudgetLineBody = z.object({
  code: Line,
  name: Line,
  approved: Amount,
  /** Where the money comes from: "nguồn kinh phí CCHC". */
  source: Text,
  note: Text,
  closed: z.boolean(),
})

export const BudgetLineView = z.object({
  budgetLineId: Id,
  code: z.string(),
  name: z.string(),
  approved: z.number(),
  source: z.string(),
  note: z.string(),
  /** No more costs are entered. */
  closed: z.boolean(),
  spent: z.number(),
  /** Negative when more was spent than approved. */
  left: z.number(),
  revision: Revision,
})
export type BudgetLineView = z.infer<typeof BudgetLineView>

export const CostView = z.object({
  costId: Id,
  budgetLineId: Id,
  spentOn: CalendarDate,
  what: z.string(),
  /** Đồng; negative in a reversal. */
  amount: z.number(),
  documentNumber: z.string(),
  visitOn: CalendarDate.nullable(),
  inspectionId: Id.nullable(),
  unitName: z.string().nullable(),
  evidence: z.object({ name: z.string(), size: z.number().int() }).nullable(),
  /** The cost that this one takes back. */
  reverses: Id.nullable(),
  /** The reversal that took it back. */
  reversedBy: Id.nullable(),
  reason: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  revision: Revision,
})
export type CostView = z.infer<typeof CostView>

export const LedgerView = z.object({
  lines: z.array(BudgetLineView),
  costs: z.array(CostView),
  months: z.array(
    z.object({
      month: z.string(),
      spent: z.number(),
      byLine: z.array(z.object({ budgetLineId: Id, spent: z.number() })),
    }),
  ),
  totals: z.object({ approved: z.number(), spent: z.number(), left: z.number() }),
})
export type LedgerView = z.infer<typeof LedgerView>

export const getLedger = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/ledger',
  access: 'ledger.read',
  summary:
    'Budget lines and costs of a campaign with totals by line and month; costs of an unannounced inspection only since it was opened',
  params: CampaignParams,
  reply: LedgerView,
})

export const addBudgetLine = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/budget-lines',
  access: 'ledger.edit',
  summary: 'Add a budget line',
  params: CampaignParams,
  body: BudgetLineBody.omit({ closed: true }),
  reply: LedgerView,
})

export const saveBudgetLine = endpoint({
  method: 'PUT',
  path: '/budget-lines/:budgetLineId',
  access: 'ledger.edit',
  summary: 'Change a budget line, or close it; none is deleted',
  params: z.object({ budgetLineId: Id }),
  body: BudgetLineBody.extend({ revision: Revision }),
  reply: LedgerView,
})

const CostBody = z.object({
  budgetLineId: Id,
  spentOn: CalendarDate,
  what: Line,
  amount: Amount,
  documentNumber: Text,
  visitOn: CalendarDate.nullable(),
})

export const recordCost = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/costs',
  access: 'ledger.edit',
  summary:
    'Enter an actual cost; with the id of an unannounced inspection it is known to its circle alone until that is opened',
  params: CampaignParams,
  body: CostBody.extend({ inspectionId: Id.nullable() }),
  reply: CostView,
})

export const saveCost = endpoint({
  method: 'PUT',
  path: '/costs/:costId',
  access: 'ledger.edit',
  summary: 'Change a cost that has not been taken back; the inspection that it is for stays',
  params: z.object({ costId: Id }),
  body: CostBody.extend({ revision: Revision }),
  reply: CostView,
})

export const reverseCost = endpoint({
  method: 'POST',
  path: '/costs/:costId/reverse',
  access: 'ledger.edit',
  summary: 'Take a cost back by a row of the opposite amount, with the reason; both stay',
  params: z.object({ costId: Id }),
  body: z.object({ revision: Revision, reason: Line }),
  reply: CostView,
})

export const attachEvidence = endpoint({
  method: 'POST',
  path: '/costs/:costId/evidence',
  access: 'ledger.edit',
  summary: 'Keep the invoice or receipt of a cost',
  params: z.object({ costId: Id }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  reply: CostView,
})

export const downloadEvidence = endpoint({
  method: 'GET',
  path: '/costs/:costId/evidence',
  access: 'ledger.read',
  summary: 'The invoice or receipt of a cost',
  params: z.object({ costId: Id }),
  reply: { bytes: 'application/octet-stream' },
})

export const downloadLedger = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/ledger/file',
  access: 'ledger.read',
  summary: 'The ledger as an Excel workbook: lines, months, costs',
  params: CampaignParams,
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})

export const listInspectionCosts = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/costs',
  access: 'ledger.read',
  summary: 'The costs of one unannounced inspection, for those who may know it',
  params: InspectionParams,
  reply: z.object({ costs: z.array(CostView) }),
})
