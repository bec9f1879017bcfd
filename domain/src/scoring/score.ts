import { Refusal } from '../refusals.ts'
import type { Basis } from './basis.ts'
import { isOvertaken } from './basis.ts'
import { formatPoints, Points } from './points.ts'
import type { Criterion } from './sheet.ts'
import type { ScoreSide } from './states.ts'

/** What somebody gives a criterion. An explanation has words and no points; points taken back are null. */
export interface GivenScore {
  readonly points: number | null
  readonly choiceKey: string | null
  readonly reason: string
}

/** What already stands beside a score: points that it is held against. */
export interface Beside {
  readonly computed: number | null
  readonly self: number | null
  readonly team: number | null
}

/**
 * The points of a score as they are kept: a choice gives its own, whatever was sent with it. Refuses points above the maximum,
 * a choice that is none, and points where the criterion asks for a choice.
 */
export function pointsOf(
  criterion: Criterion,
  { points, choiceKey }: Pick<GivenScore, 'points' | 'choiceKey'>,
): number | null {
  const { way, label, maximum } = criterion
  if (way.kind === 'choice') {
    if (choiceKey === null && points === null) return null
    const choice = way.choices.find(({ key }) => key === choiceKey)
    if (!choice) throw new Refusal('no-such-choice', { label })
    return choice.points
  }
  if (choiceKey !== null) throw new Refusal('no-such-choice', { label })
  if (points === null) return null
  if (points > maximum || !Points.safeParse(points).success)
    throw new Refusal('points-out-of-range', { label, points: formatPoints(points), maximum: formatPoints(maximum) })
  return points
}

/** Why a score needs its reason written, as the middle of a sentence, or null: by whose word it is and what it differs from. */
export function reasonNeeded(
  criterion: Criterion,
  side: ScoreSide,
  points: number | null,
  beside: Beside,
): string | null {
  if (side === 'explanation') return 'giải trình phải có lời'
  if (points === null) return null
  const differs = (other: number | null) => other !== null && other !== points
  const { computed, self, team } = beside
  const rules: [boolean, string][] = [
    [side !== 'agreed' && differs(computed), `khác điểm tính từ số liệu (${formatPoints(computed)})`],
    [side === 'team' && differs(self), `khác điểm đơn vị tự chấm (${formatPoints(self)})`],
    [side === 'agreed' && differs(team), `khác điểm Đoàn chấm (${formatPoints(team)})`],
    [side === 'agreed' && team === null, 'Đoàn chưa chấm tiêu chí này'],
    [side !== 'agreed' && criterion.way.kind === 'manual', 'tiêu chí này chấm tay'],
    [
      side !== 'agreed' && computed === null && (criterion.way.kind === 'bands' || criterion.way.kind === 'linear'),
      'chưa đủ số liệu để tính điểm',
    ],
  ]
  return rules.find(([applies]) => applies)?.[1] ?? null
}

/** Refuses with `reason-for-score` where the reason is needed and not written. */
export function requireReason(criterion: Criterion, side: ScoreSide, given: GivenScore, beside: Beside): void {
  const why = reasonNeeded(criterion, side, given.points, beside)
  if (why !== null && given.reason.trim() === '') throw new Refusal('reason-for-score', { label: criterion.label, why })
}

/** One criterion as it stands for one unit, for the questions below. */
export interface Standing {
  readonly criterion: Criterion
  /** As the figures say now. */
  readonly computed: Basis | null
  readonly self: { readonly points: number | null } | null
  readonly team: { readonly points: number | null; readonly basis: Basis | null } | null
  readonly explanation: { readonly text: string } | null
  readonly agreed: { readonly points: number | null; readonly basis: Basis | null } | null
}

/** A point that has been given; null where it was taken back or never given. */
const given = (score: { readonly points: number | null } | null) => score?.points ?? null

/** What still keeps an act from being done, criterion by criterion, as the screen and the refusal say it. */
export function lackingFor(
  act: 'send' | 'show' | 'explain' | 'agree',
  all: readonly Standing[],
): { key: string; sentence: string }[] {
  const say = (broken: (one: Standing) => boolean, words: string) =>
    all.filter(broken).map(({ criterion }) => ({ key: criterion.key, sentence: `“${criterion.label}” ${words}` }))
  if (act === 'send') return say((one) => given(one.self) === null, 'chưa có điểm tự chấm')
  if (act === 'show')
    return [
      ...say((one) => given(one.team) === null, 'chưa có điểm Đoàn chấm'),
      ...say(
        (one) => given(one.team) !== null && isOvertaken(one.team!.basis, one.computed),
        'được chấm trên số liệu đã đổi; xem số mới rồi lưu lại điểm',
      ),
    ]
  if (act === 'explain')
    return say(
      (one) => differsFromSelf(one) && (one.explanation?.text ?? '') === '',
      'Đoàn chấm khác điểm tự chấm, chưa có giải trình',
    )
  return [
    ...say((one) => given(one.agreed) === null && given(one.team) === null, 'chưa có điểm nào để thống nhất'),
    ...say(
      (one) =>
        given(one.agreed) === null
          ? given(one.team) !== null && isOvertaken(one.team!.basis, one.computed)
          : isOvertaken(one.agreed!.basis, one.computed),
      'có số liệu đổi sau khi Đoàn chấm; ghi điểm thống nhất kèm lý do',
    ),
  ]
}

/** Whether the team scored otherwise than the unit itself; the unit then explains. */
export function differsFromSelf({ self, team }: Pick<Standing, 'self' | 'team'>): boolean {
  return given(self) !== null && given(team) !== null && given(self) !== given(team)
}
