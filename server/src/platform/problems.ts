import { Refusal, type RefusalCode } from '@cchc/domain/refusals.ts'
import { z } from 'zod'

/** The database's last word, translated: constraint → refusal. */
const constraintRefusals: Record<string, RefusalCode> = {
  one_planned_inspection_per_unit_and_year: 'unit-visited-once-a-year',
  one_visit_per_half_day: 'slot-taken',
  one_place_per_person_and_half_day: 'person-elsewhere',
  one_document_per_number_and_year: 'number-taken',
  one_draft_per_inspection: 'replacement-under-way',
  one_valid_notice_per_inspection: 'notice-valid-already',
  one_running_campaign_per_year: 'campaign-running-already',
  one_schedule_under_way: 'schedule-under-way',
  one_sheet_draft_per_campaign: 'sheet-draft-already',
  one_sheet_per_version: 'sheet-draft-already',
  one_campaign_per_decision: 'decision-already-imported',
  one_leader_per_team: 'one-leader-only',
  one_seat_per_person: 'one-seat-per-person',
  one_budget_line_per_code: 'budget-code-taken',
  user_username_key: 'username-taken',
}

/** Unique and exclusion constraints. */
const clashCodes = new Set(['23505', '23P01'])
/** The database is away, or broke off one of two transactions that waited for each other: trying again helps. */
const awayCodes = new Set(['40P01', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001', '08003'])

/** Turns whatever an act threw into a refusal, or undefined when it is a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof z.ZodError) return new Refusal('bad-input', { problems: describe(error) }, error.issues)
  const { code, constraint, message } = (error ?? {}) as { code?: string; constraint?: string; message?: string }
  if (code && clashCodes.has(code) && constraint && constraintRefusals[constraint])
    return new Refusal(constraintRefusals[constraint])
  if ((code && awayCodes.has(code)) || message?.includes('Connection terminated')) return new Refusal('database-away')
  return undefined
}

function describe(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'nội dung'} ${issue.message}`)
    .join('; ')
}
