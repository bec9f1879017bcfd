import { roundTo } from '../formats/numbers.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import {
  type Answers,
  appliesToUnit,
  isFigure,
  itemName,
  type Outline,
  type OutlineItem,
  outlineItems,
  type UnitKind,
} from '../outlines/outline.ts'
import { Refusal } from '../refusals.ts'
import type { VerifiedFigure } from './contract.ts'
import { figureDifference } from './figure-difference.ts'

/** What the team recorded about one figure. */
export type Verification = Pick<VerifiedFigure, 'verified' | 'reason' | 'verifiedBy' | 'revision'>

const notVerified: Verification = { verified: null, reason: '', verifiedBy: null, revision: 0 }

/** Decimals that a computed figure is shown with; the team checks what the report shows, not the endless fraction behind it. */
const shownDecimals = 2

/** Every figure this unit is asked, typed or computed, with what it reported beside what was verified, in printed order. */
export function figuresToVerify(
  outline: Outline,
  unitKind: UnitKind,
  answers: Answers,
  verifications: ReadonlyMap<string, Verification>,
): VerifiedFigure[] {
  const places = outlineItems(outline).filter(({ item }) => isFigure(item) && appliesToUnit(item, unitKind))
  const { values } = evaluateOutline(outline, answers)
  return places.map(({ section, item }) => {
    const reported = reportedFigure(item, values.get(item.key))
    const verification = verifications.get(item.key) ?? notVerified
    return {
      itemKey: item.key,
      label: itemName(item),
      sectionTitle: section.title,
      fieldKey: item.fieldKey,
      kind: item.kind as VerifiedFigure['kind'],
      unit: item.unit,
      reported,
      ...verification,
      difference: figureDifference(reported, verification.verified),
    }
  })
}

/** Figures as they were stated, with what a change of the minutes verifies anew. */
export function correctedFigures(
  stated: readonly VerifiedFigure[],
  corrections: readonly (Pick<Verification, 'verified' | 'reason'> & { readonly itemKey: string })[],
): VerifiedFigure[] {
  return stated.map((figure) => {
    const anew = corrections.find(({ itemKey }) => itemKey === figure.itemKey)
    if (!anew) return figure
    const { verified, reason } = anew
    return { ...figure, verified, reason, difference: figureDifference(figure.reported, verified) }
  })
}

/** Refuses a verified figure that no such figure can be (`wrong-kind-of-answer`), or one that differs without a reason (`reason-for-difference`). */
export function requireSoundVerification(
  figure: Pick<VerifiedFigure, 'label' | 'kind' | 'reported'>,
  { verified, reason }: Pick<Verification, 'verified' | 'reason'>,
): void {
  if (verified === null) return
  const { kind, fits } = bounds[figure.kind]
  if (!fits(verified)) throw new Refusal('wrong-kind-of-answer', { label: figure.label, kind })
  const differs = (figureDifference(figure.reported, verified) ?? 0) !== 0
  if (differs && reason === '') throw new Refusal('reason-for-difference', { label: figure.label })
}

const bounds: Record<VerifiedFigure['kind'], { kind: string; fits: (value: number) => boolean }> = {
  number: { kind: 'một số đếm, nguyên và không âm', fits: (value) => Number.isInteger(value) && value >= 0 },
  percent: { kind: 'một tỷ lệ từ 0 đến 100', fits: (value) => value >= 0 && value <= 100 },
  money: { kind: 'một số tiền không âm', fits: (value) => value >= 0 },
}

function reportedFigure(item: OutlineItem, value: unknown): number | null {
  if (typeof value !== 'number') return null
  return item.formula === null ? value : roundTo(value, shownDecimals)
}
