import type { StructureView } from '@cchc/domain/conclusions/board-contract.ts'
import type { ConclusionText } from '@cchc/domain/conclusions/contract.ts'
import { partsOfText } from '@cchc/domain/conclusions/notice-structure.ts'

/** A line as it is printed and as it is typed, made alike: no list mark, single blanks, no end mark. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/^\s*[-–—•+]\s*/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,:]+$/u, '')
    .trim()

/** The piece that a printed paragraph, list item or table cell came from; undefined for what nobody drafted from the board. */
export function pieceOfParagraph(
  printed: string,
  text: ConclusionText,
  { ties, pieces }: Pick<StructureView, 'ties' | 'pieces'>,
): string | undefined {
  const wanted = bare(printed)
  if (wanted === '') return undefined
  for (const [part, words] of Object.entries(partsOfText(text)))
    for (const [index, line] of words.split('\n').entries())
      if (bare(line) === wanted && ties[part]?.[index]) return ties[part][index]
  return pieces.find(({ recommendationId, now }) => recommendationId !== null && bare(now) === wanted)?.key
}
