import { z } from 'zod'
import { FieldKey } from '../outlines/fields.ts'
import { Points } from './points.ts'

/**
 * A scoring sheet as data: groups, criteria, and how each criterion gives points. The product brings no criterion, no maximum
 * and no weight of its own. Basis: this product's own; QĐ 2251/QĐ-UBND, mục I.1, wants results for the PAR index and for the
 * assessment of heads and sets no sheet.
 */

/** What a criterion or group is known by over versions and years: `thu-tuc.dung-han`. Never given to another criterion. */
export const SheetKey = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*$/,
    'mã gồm chữ thường không dấu và số, nối bằng gạch ngang hoặc dấu chấm, ví dụ thu-tuc.dung-han',
  )
const Words = z.string().trim().max(500)

/** How worked-out points are rounded; bands and choices give theirs as they are written. */
export const Rounding = z.object({
  decimals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  direction: z.enum(['nearest', 'down', 'up']),
})
export type Rounding = z.infer<typeof Rounding>
export const roundingNames: Record<Rounding['direction'], string> = {
  nearest: 'làm tròn gần nhất',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
}

/** From this figure on (included) so many points; the first band is for everything below the second and has no `from`. */
export const Band = z.object({ from: z.number().nullable(), points: Points })
export type Band = z.infer<typeof Band>

export const Choice = z.object({ key: SheetKey, label: Words, points: Points })
export type Choice = z.infer<typeof Choice>

/** The key of an outline's item, or CEL over the `celName`s of items. */
const FigureSource = z.string().trim().max(500)

export const Way = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bands'), figure: FigureSource, bands: z.array(Band).max(20) }),
  /** No points at `zeroAt`, the maximum at `fullAt`, in a straight line between; `zeroAt` may be the larger one. */
  z.object({
    kind: z.literal('linear'),
    figure: FigureSource,
    zeroAt: z.number(),
    fullAt: z.number(),
    rounding: Rounding,
  }),
  z.object({ kind: z.literal('choice'), choices: z.array(Choice).max(20) }),
  z.object({ kind: z.literal('manual') }),
])
export type Way = z.infer<typeof Way>
export type FigureWay = Extract<Way, { kind: 'bands' | 'linear' }>

export const wayNames: Record<Way['kind'], string> = {
  bands: 'Số liệu, theo mức',
  linear: 'Số liệu, tăng đều',
  choice: 'Lựa chọn',
  manual: 'Chấm tay',
}

export const audiences = ['department', 'commune'] as const
export type Audience = (typeof audiences)[number]
export const audienceNames: Record<Audience, string> = { department: 'Sở, ban, ngành', commune: 'Xã, phường, đặc khu' }

export const Criterion = z.object({
  key: SheetKey,
  label: Words,
  /** Whose member of the team scores it. */
  fieldKey: FieldKey,
  appliesTo: z.array(z.enum(audiences)),
  maximum: Points,
  way: Way,
  guidance: z.string().trim().max(2000).default(''),
})
export type Criterion = z.infer<typeof Criterion>

export const CriteriaGroup = z.object({
  key: SheetKey,
  title: Words,
  criteria: z.array(Criterion).max(200),
})
export type CriteriaGroup = z.infer<typeof CriteriaGroup>

export const ScoringSheet = z.object({
  title: z.string().trim().max(300),
  note: z.string().trim().max(2000).default(''),
  groups: z.array(CriteriaGroup).max(60),
})
export type ScoringSheet = z.infer<typeof ScoringSheet>

export const emptySheet = (year: number): ScoringSheet => ({
  title: `Phiếu chấm điểm năm ${year}`,
  note: '',
  groups: [],
})

/** Every criterion with its group, in order. */
export function criteriaOf(sheet: ScoringSheet): { group: CriteriaGroup; criterion: Criterion }[] {
  return sheet.groups.flatMap((group) => group.criteria.map((criterion) => ({ group, criterion })))
}

export function findCriterion(sheet: ScoringSheet, key: string): Criterion | undefined {
  return criteriaOf(sheet).find(({ criterion }) => criterion.key === key)?.criterion
}

/** Which criteria a unit of the catalogue is scored by; everything that is no department counts as a commune. */
export const audienceOf = (unitType: string): Audience => (unitType === 'department' ? 'department' : 'commune')

/** The sheet as it is for one kind of unit; groups without a criterion left fall away. */
export function sheetFor(sheet: ScoringSheet, audience: Audience): ScoringSheet {
  const groups = sheet.groups
    .map((group) => ({ ...group, criteria: group.criteria.filter(({ appliesTo }) => appliesTo.includes(audience)) }))
    .filter(({ criteria }) => criteria.length > 0)
  return { ...sheet, groups }
}

export const readsFigure = (way: Way): way is FigureWay => way.kind === 'bands' || way.kind === 'linear'
