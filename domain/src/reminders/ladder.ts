/**
 * Who is reminded of a due date, and when. Steps are working days left until it: 7, 3, 1, 0 (the day itself), and negative
 * ones once it has passed. Basis: QĐ 2251/QĐ-UBND, mục IV.3 (the report is due); the steps are this product's own.
 */
export type Audience = 'officers' | 'head' | 'office'

/** From the day on which so many working days are left, and whom it reaches; the last row goes on until the thing is done. */
const rungs: readonly { readonly step: number; readonly to: readonly Audience[] }[] = [
  { step: 7, to: ['officers'] },
  { step: 3, to: ['officers'] },
  { step: 1, to: ['officers', 'head'] },
  { step: 0, to: ['officers', 'head'] },
  { step: -1, to: ['officers', 'head', 'office'] },
]

/** After the date: on the first and the third working day, then once in five, so that the reminder stays one. */
const isOverdueStep = (step: number) => step === -1 || step === -3 || step % 5 === 0

/**
 * The step to take now, or null when there is none: the latest that has been reached, unless it or a later one was taken
 * before. A step whose day was missed (the machine was off) is made up for once, not one by one.
 * `left` is `workingDaysLeft`; `taken` are the steps taken for this very due date; `leftWhenTold` is what was left when the
 * unit learnt of the thing: what it has just been told of, it is not reminded of.
 */
export function dueStep(
  left: number,
  taken: readonly number[],
  leftWhenTold = Number.POSITIVE_INFINITY,
): number | null {
  const reached = left >= 0 ? rungs.findLast(({ step }) => step >= left)?.step : lastOverdueStep(left)
  if (reached === undefined || reached >= leftWhenTold) return null
  return taken.some((step) => step <= reached) ? null : reached
}

function lastOverdueStep(left: number): number {
  for (let step = left; ; step += 1) if (isOverdueStep(step)) return step
}

/** Whom a step reaches. What lies with the head already is no longer the officers' to do. */
export function audienceOf(step: number, isWithHead: boolean): readonly Audience[] {
  const to = rungs.findLast((rung) => rung.step >= step)?.to ?? []
  if (!isWithHead) return to
  return ['head', ...to.filter((audience) => audience === 'office')]
}
