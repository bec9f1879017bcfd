import { endedWith } from '../papers/clean-text.ts'

/** The lines of what was recorded, without the marks that somebody typed before them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s*/u, '').trim())
    .filter((line) => line !== '')
}

/** The same on one line, without an end mark. */
export function oneLine(text: string): string {
  return linesOf(text)
    .map((line) => endedWith('', line))
    .join('; ')
}

/** A field's name in the middle of a sentence; an abbreviation keeps its capitals. */
export function insideList(fieldName: string): string {
  return fieldName.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase('vi'))
}
