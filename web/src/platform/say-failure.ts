import { toast } from '../ui/toasts.ts'
import { sentenceOf } from './refusal.ts'

/** Says why something did not come about, over whatever is on screen: for acts that have no form to show it in. */
export function sayFailure(error: unknown): void {
  toast({ tone: 'error', text: sentenceOf(error) })
}
