import { sumPoints } from './points.ts'
import type { ExportedUnit, Rank, ScoringExport, ScoringResults } from './results-contract.ts'
import { type Audience, criteriaOf, type ScoringSheet, sheetFor } from './sheet.ts'

/** Totals and ranks of a campaign's scores. */

/** Points by group and together, over the criteria of one kind of unit. */
export function totalsOf(
  sheet: ScoringSheet,
  audience: Audience,
  points: ReadonlyMap<string, number>,
): Pick<ExportedUnit, 'byGroup' | 'total' | 'maximum'> {
  const own = sheetFor(sheet, audience)
  const byGroup = own.groups.map(({ key: groupKey, criteria }) => ({
    groupKey,
    points: sumPoints(criteria.map(({ key }) => points.get(key) ?? 0)),
    maximum: sumPoints(criteria.map(({ maximum }) => maximum)),
  }))
  return {
    byGroup,
    total: sumPoints(byGroup.map((group) => group.points)),
    maximum: sumPoints(criteriaOf(own).map(({ criterion }) => criterion.maximum)),
  }
}

type Ranked = Pick<ExportedUnit, 'inspectionId' | 'audience' | 'sheetId' | 'total'>

/**
 * Places by inspection id: 1 + the number of units with more points, among those of the same kind and sheet that have points.
 * Equal totals share a place, and the next place is left out.
 */
export function ranksOf(units: readonly Ranked[]): Map<string, Rank> {
  const among = (unit: Ranked) =>
    units.filter((other) => other.total !== null && other.audience === unit.audience && other.sheetId === unit.sheetId)
  return new Map(
    units.flatMap((unit): [string, Rank][] => {
      if (unit.total === null) return []
      const group = among(unit)
      return [
        [
          unit.inspectionId,
          {
            place: 1 + group.filter(({ total }) => total! > unit.total!).length,
            tied: group.filter(({ total }) => total === unit.total).length,
            of: group.length,
          },
        ],
      ]
    }),
  )
}

/** "2/14", and where it is shared "2/14 (3 đơn vị cùng hạng)"; nothing without a rank. */
export function rankInWords(rank: Rank | null): string {
  if (!rank) return ''
  return `${rank.place}/${rank.of}${rank.tied > 1 ? ` (${rank.tied} đơn vị cùng hạng)` : ''}`
}

/** "Đã thống nhất điểm 24/27 đơn vị; thứ hạng chỉ tính trong 24 đơn vị này." */
export function completenessOf(units: readonly Pick<ExportedUnit, 'total'>[]): ScoringExport['completeness'] {
  const agreed = units.filter(({ total }) => total !== null).length
  const sentence =
    units.length === 0
      ? 'Chưa có đơn vị nào để chấm điểm.'
      : agreed === units.length
        ? `Đã thống nhất điểm cả ${units.length} đơn vị.`
        : `Đã thống nhất điểm ${agreed}/${units.length} đơn vị; thứ hạng chỉ tính trong các đơn vị này, chưa phải kết quả cuối cùng.`
  return { agreed, units: units.length, sentence }
}

/** What the screen is drawn from. */
export function resultsOf(exported: ScoringExport): ScoringResults {
  return {
    ...exported,
    units: exported.units.map((unit) => ({
      ...unit,
      points: unit.points.map(({ criterionKey, points }) => ({ criterionKey, points })),
    })),
  }
}
