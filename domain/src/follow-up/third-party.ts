import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { Refusal } from '../refusals.ts'
import { type ThirdPartyAct, thirdPartyActNames } from './third-party-contract.ts'

interface Step {
  readonly step: ThirdPartyAct
  readonly onDay: CalendarDate
  readonly letter: string
  readonly note: string
}

/** What may follow what; the key is the last step, `none` before the first. It may be sent on again, to somebody else. */
const next: Record<ThirdPartyAct | 'none', readonly ThirdPartyAct[]> = {
  none: ['sent-on', 'closed'],
  'sent-on': ['sent-on', 'answered', 'closed'],
  answered: ['sent-on', 'answered', 'closed'],
  closed: [],
}

/** What can be written down next about a recommendation to a third party. */
export function nextThirdPartyActs(steps: readonly Pick<Step, 'step'>[]): readonly ThirdPartyAct[] {
  return next[steps.at(-1)?.step ?? 'none']
}

/** Why this step cannot be written down, or null: out of turn, in the future, before the last, sent on without a letter, closed without a why. */
export function thirdPartyRefusal(step: Step, before: readonly Step[], today: CalendarDate): Refusal | null {
  const last = before.at(-1)
  const rules: [boolean, string][] = [
    [
      !nextThirdPartyActs(before).includes(step.step),
      last ? `bước trước đó là “${thirdPartyActNames[last.step]}”` : 'kiến nghị chưa được chuyển đi',
    ],
    [step.onDay > today, `ngày ${formatDate(step.onDay)} chưa đến`],
    [last !== undefined && step.onDay < last.onDay, `ngày ${formatDate(step.onDay)} trước bước gần nhất`],
    [step.step === 'sent-on' && step.letter === '', 'chưa ghi số, ký hiệu văn bản chuyển'],
    [step.step !== 'sent-on' && step.note === '', 'chưa ghi nội dung trả lời hoặc lý do kết thúc'],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  return broken ? new Refusal('third-party-step', { step: thirdPartyActNames[step.step], why: broken[1] }) : null
}
