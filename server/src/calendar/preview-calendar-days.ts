import type { previewCalendarDays as contract } from '@cchc/domain/calendar/contract.ts'
import type { Act } from '../platform/serve.ts'
import { readEffects } from './read-effects.ts'

/** What changing these days would move; changes nothing. */
export const previewCalendarDays: Act<typeof contract> = (context, { body }) => readEffects(context, body.changes)
