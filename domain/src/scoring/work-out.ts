import { itemName, type Outline, outlineItems } from '../outlines/outline.ts'
import type { Basis } from './basis.ts'
import { figureOf } from './figures.ts'
import { pointsForFigure, wayInWords } from './give-points.ts'
import type { ScoredFigure } from './scored-figure.ts'
import { type Criterion, readsFigure } from './sheet.ts'

/** Works a criterion out over a unit's figures; null for a criterion that reads no figure. */
export function workOut(
  criterion: Criterion,
  outline: Outline,
  figures: ReadonlyMap<string, ScoredFigure>,
  versions: Pick<Basis, 'reportVersion' | 'minutesVersion'>,
): Basis | null {
  const { way, maximum } = criterion
  if (!readsFigure(way)) return null
  const { value, used, missing } = figureOf(outline, way.figure, figures)
  return {
    figure: way.figure,
    value,
    figures: used,
    missing: missing.map((key) => nameOf(outline, key)),
    rule: wayInWords(criterion),
    points: value === null ? null : pointsForFigure(way, maximum, value),
    ...versions,
  }
}

function nameOf(outline: Outline, key: string): string {
  const place = outlineItems(outline).find(({ item }) => item.key === key)
  return place ? itemName(place.item) : key
}
