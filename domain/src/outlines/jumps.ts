import { formatDate } from '../formats/dates.ts'
import { formatNumber } from '../formats/numbers.ts'
import { compileOutline } from './compile.ts'
import { type CheckResult, type Evaluation, named } from './evaluate.ts'
import { formatAnswer } from './format-answer.ts'
import { isFigure, isTyped, type JumpRule, type Outline, type OutlineItem } from './outline.ts'

/** Figures by item key that a report's own are held against; null where there are none, and then nothing is said. */
export interface EarlierFigures {
  /** Of the unit's accepted report of an earlier campaign. */
  readonly lastYear: { readonly year: number; readonly figures: Readonly<Record<string, number>> } | null
  /** Of the version that was sent before this one. `sentOn` is a date in Vietnam. */
  readonly lastSent: {
    readonly version: number
    readonly sentOn: string
    readonly figures: Readonly<Record<string, number>>
  } | null
}

export const noEarlierFigures: EarlierFigures = { lastYear: null, lastSent: null }

/** The beginning of the check key of a jump from the last campaign, and from a sent version: an explanation of one says nothing of another. */
const sinceLastYear = 'jump'
const sinceVersion = (version: number) => `jump-since-${version}`
const jumpKey = /^jump(?:-since-[0-9]+)?:(.+)$/

/**
 * How far a figure may be from the earlier one before it is asked about, by kind; `over` keeps small numbers from being asked
 * about because they are small. This product's own rule: the decision names none.
 */
const rulesByKind: Record<'number' | 'percent', JumpRule> = {
  number: { times: 2, over: 20 },
  percent: { points: 10 },
}
/** Money the same, by more than 500 million đồng in whatever unit it is asked. */
const moneyOver: Readonly<Record<string, number>> = {
  đồng: 500_000_000,
  'nghìn đồng': 500_000,
  'triệu đồng': 500,
  'tỷ đồng': 0.5,
}

/** The rule that asks about this item: its own, or that of its kind; null for what is no figure. */
export function jumpRuleOf(item: OutlineItem): JumpRule | null {
  if (!isFigure(item)) return null
  if (item.jump) return item.jump
  if (item.kind === 'money') return { times: 2, over: moneyOver[item.unit ?? 'đồng'] ?? moneyOver.đồng! }
  return rulesByKind[item.kind as 'number' | 'percent']
}

/** Differences below this are binary noise of decimals such as 95.6 - 85.6. */
const noise = 1e-9

/** Whether going from `before` to `now` is a jump by this rule; exactly at the limit it is none. */
export function isJump(rule: JumpRule, before: number, now: number): boolean {
  const [low, high] = before < now ? [before, now] : [now, before]
  if ('points' in rule) return high - low > rule.points + noise
  return high - low > rule.over + noise && high > low * rule.times + noise
}

/** Whether a jump of one of the outline's figures can be explained under this check key. */
export function isJumpKey(outline: Outline, checkKey: string): boolean {
  const item = compileOutline(outline).places.get(jumpKey.exec(checkKey)?.[1] ?? '')?.item
  return item !== undefined && isFigure(item) && isTyped(item)
}

/**
 * Typed figures that jumped, as warnings that want an explanation. A figure that an error is already about is not asked about
 * too: it has to be mended first.
 */
export function jumpResults(outline: Outline, { values, results }: Evaluation, earlier: EarlierFigures): CheckResult[] {
  const wrong = new Set(results.filter(({ level }) => level === 'error').flatMap(({ itemKeys }) => itemKeys))
  const { lastYear, lastSent } = earlier
  const baselines = [
    ...(lastYear ? [{ name: sinceLastYear, when: `năm ${lastYear.year}`, figures: lastYear.figures }] : []),
    ...(lastSent
      ? [
          {
            name: sinceVersion(lastSent.version),
            when: `bản gửi lần ${lastSent.version} ngày ${formatDate(lastSent.sentOn)}`,
            figures: lastSent.figures,
          },
        ]
      : []),
  ]
  return [...compileOutline(outline).places.values()].flatMap((place) => {
    const { item } = place
    const [rule, now] = [jumpRuleOf(item), values.get(item.key)]
    if (!rule || !isTyped(item) || typeof now !== 'number' || wrong.has(item.key)) return []
    return baselines.flatMap(({ name, when, figures }): CheckResult[] => {
      const before = figures[item.key]
      if (before === undefined || !isJump(rule, before, now)) return []
      const sentence = `${named(place)} là ${formatAnswer(item, now)}, ${when} là ${formatAnswer(item, before)}: ${howFar(rule, before, now)}. Kiểm tra lại số này; nếu đúng, hãy giải trình vì sao thay đổi nhiều.`
      return [
        { checkKey: `${name}:${item.key}`, level: 'warning', itemKeys: [item.key], sentence, clause: `So với ${when}` },
      ]
    })
  })
}

function howFar(rule: JumpRule, before: number, now: number): string {
  if ('points' in rule)
    return `${now > before ? 'tăng' : 'giảm'} ${formatNumber(Math.abs(now - before))} điểm phần trăm`
  if (before === 0) return 'trước đó chưa phát sinh'
  if (now === 0) return 'nay không phát sinh'
  return now > before ? `gấp hơn ${formatNumber(rule.times)} lần` : `chưa bằng 1/${formatNumber(rule.times)}`
}
