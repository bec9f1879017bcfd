import type { ConclusionText, ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { partsOfText, textOfParts } from '@cchc/domain/conclusions/notice-structure.ts'
import type { Draft } from '../documents/draft-desk.ts'

/** The two parts of a notice that are written field by field. */
export type FieldPart = 'results' | 'shortcomings'

/** The titles that the notice prints over its parts; the editor uses them too, so that each is found in the paper. */
export const printedTitles = {
  overview: 'Khái quát',
  results: 'Kết quả đạt được',
  shortcomings: 'Tồn tại, hạn chế',
  causes: 'Nguyên nhân',
  recommendations: 'Yêu cầu, kiến nghị',
  execution: 'Tổ chức thực hiện',
} as const

/** The key of one field's text among the parts of a draft. */
export function partKey(part: FieldPart, fieldKey: string): string {
  return `${part}.${fieldKey}`
}

/** What the screen calls a part: "Nguyên nhân", "Tồn tại, hạn chế: Cải cách thể chế". */
export function partName(key: string, fields: ConclusionView['fields']): string {
  const [part = '', ...rest] = key.split('.')
  const field = fields.find(({ fieldKey }) => fieldKey === rest.join('.'))
  return [printedTitles[part as keyof typeof printedTitles] ?? part, ...(field ? [field.name] : [])].join(': ')
}

/** The notice's own words as texts by key. */
export function draftOf({ revision, text }: Pick<ConclusionView, 'revision' | 'text'>): Draft {
  return { revision, parts: partsOfText(text) }
}

/** Back from texts by key; fields in the given order, those without words left out. */
export function textOf({ parts }: Draft, fields: ConclusionView['fields']): ConclusionText {
  return textOfParts(parts, fields)
}
