import { harmlessText } from '@cchc/domain/formats/harmless-text.ts'

/** A cell of a number, or of words that no sheet program takes for a formula. */
export function harmlessCell(value: string | number) {
  return typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top' as const }
    : { value: harmlessText(value), type: String, wrap: true, alignVertical: 'top' as const }
}

export const headCell = (value: string) => ({ ...harmlessCell(value), fontWeight: 'bold' as const })
