import { Refusal, type RefusalCode } from '../refusals.ts'
import type { OutstandingPoint } from './progress.ts'

/** What blocks sending, in the order in which it is refused. A figure below target blocks nothing. */
const refusals: readonly [OutstandingPoint['kind'], RefusalCode][] = [
  ['error', 'report-has-errors'],
  ['unanswered', 'report-incomplete'],
  ['remark', 'remark-open'],
  ['warning', 'explanation-needed'],
]

/** Why a report with these points cannot be sent, with all of them in the details; null when it can. */
export function sendingRefusal(points: readonly OutstandingPoint[]): Refusal | null {
  for (const [kind, code] of refusals) {
    const blocking = points.filter((point) => point.kind === kind && point.blocks)
    if (blocking.length > 0)
      return new Refusal(code, { count: blocking.length, first: blocking[0]!.sentence }, { points })
  }
  return null
}
