import { foldText } from '../units/fold.ts'

const mostLetters = 48

/** A key for a new group, criterion or choice, from its words; never one that is taken. */
export function proposeSheetKey(taken: ReadonlySet<string>, words: string): string {
  const slug =
    foldText(words)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, mostLetters)
      .replaceAll(/^-|-$/g, '') || 'tieu-chi'
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
