import { foldText } from '../../units/fold.ts'
import { isUnitName } from '../../units/match.ts'
import type { Unit } from '../../units/unit.ts'

const startsWithType =
  /^(?:sở|ban|thanh tra|văn phòng|phường|xã|đặc khu|ubnd|ủy ban|uỷ ban|công an|bộ chỉ huy|chi cục|báo)(?:\s|$)/iu
/** Department names that hold a comma of their own, in any spelling. */
const holdsComma = /^(?:so )?van hoa$/u
const LONGEST_NAME_IN_PIECES = 3

/**
 * Splits "Khoa học và Công nghệ, Tư pháp, Văn hóa, Thể thao và Du lịch" into names. Commas, semicolons and "và" part
 * names unless the pieces together are one name of the catalogue.
 */
export function splitNames(text: string, catalogue: readonly Unit[]): string[] {
  const pieces = text
    .replace(/[\s.;:]+$/u, '')
    .split(/\s*[,;]\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^\.+$/u.test(piece))
  const names: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const taken = piecesOfName(pieces, at, catalogue)
    names.push(...splitAtAnd(pieces.slice(at, at + taken).join(', '), catalogue))
    at += taken
  }
  return names
}

function piecesOfName(pieces: readonly string[], at: number, catalogue: readonly Unit[]): number {
  if (isUnitName(pieces[at]!, catalogue)) return 1
  for (let count = Math.min(LONGEST_NAME_IN_PIECES, pieces.length - at); count > 1; count--) {
    const joined = pieces.slice(at, at + count).join(', ')
    if (splitAtAnd(joined, catalogue).some((name) => name.includes(',') && isUnitName(name, catalogue))) return count
  }
  return holdsComma.test(foldText(pieces[at]!)) && /^thể thao/iu.test(pieces[at + 1] ?? '') ? 2 : 1
}

function splitAtAnd(name: string, catalogue: readonly Unit[]): string[] {
  if (isUnitName(name, catalogue)) return [name]
  for (const and of [...name.matchAll(/\s+và\s+/giu)].reverse()) {
    const left = name.slice(0, and.index)
    const right = name.slice(and.index + and[0].length)
    if (startsWithType.test(right) || (isUnitName(left, catalogue) && isUnitName(right, catalogue)))
      return [...splitAtAnd(left, catalogue), right]
  }
  return [name.replace(/^và\s+/iu, '')]
}
