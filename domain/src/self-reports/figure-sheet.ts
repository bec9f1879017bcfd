import { upperFirst } from '../formats/upper-first.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import { fieldName } from '../outlines/fields.ts'
import {
  type AnswerValue,
  isFigure,
  itemName,
  type Outline,
  type OutlineItem,
  outlineItems,
  sectionReference,
} from '../outlines/outline.ts'

/** The figures of a report as the rows of a sheet: one an item, known by the key in the hidden first column. */
export interface FigureRow {
  readonly key: string
  /** "II.2". */
  readonly reference: string
  readonly name: string
  readonly unit: string
  /** A number, a date YYYY-MM-DD, or null while there is none. */
  readonly value: number | string | null
  readonly isDate: boolean
  readonly isComputed: boolean
  readonly field: string
  readonly guidance: string
}

/** What stands over the columns; `key` is the column that an import knows the rows by. */
export const figureHeads = {
  key: 'Mã chỉ mục',
  reference: 'Mục',
  name: 'Chỉ tiêu',
  unit: 'Đơn vị tính',
  value: 'Giá trị',
  computed: 'Cách có số liệu',
  field: 'Lĩnh vực',
  guidance: 'Hướng dẫn',
} as const
export const computedWords = { true: 'Phần mềm tự tính', false: 'Đơn vị nhập' } as const

/** Every figure and date that the outline asks for, with its answer; computed ones from the answers. */
export function figureRows(outline: Outline, answers: Readonly<Record<string, AnswerValue | null>>): FigureRow[] {
  const { values } = evaluateOutline(outline, answers)
  return outlineItems(outline)
    .filter(({ item }) => isFigure(item) || item.kind === 'date')
    .map(({ part, section, item }) => {
      const value = values.get(item.key) ?? null
      return {
        key: item.key,
        reference: sectionReference(part, section),
        name: upperFirst(itemName(item)),
        unit: item.unit ?? (item.kind === 'date' ? 'ngày/tháng/năm' : ''),
        value: typeof value === 'number' || typeof value === 'string' ? value : null,
        isDate: item.kind === 'date',
        isComputed: item.formula !== null,
        field: fieldName(section.fieldKey),
        guidance: guidanceFor(item),
      }
    })
}

function guidanceFor(item: OutlineItem): string {
  if (item.formula !== null) return 'Không cần nhập; phần mềm tính từ các số khác.'
  const own = item.guidance ?? ''
  const how =
    item.kind === 'percent'
      ? 'Nhập số phần trăm, ví dụ 95,5 cho 95,5%.'
      : item.kind === 'money'
        ? `Nhập theo ${item.unit ?? 'đồng'}.`
        : item.kind === 'date'
          ? 'Nhập ngày, ví dụ 30/06/2026.'
          : 'Nhập số; không phát sinh thì nhập 0.'
  return [own, how].filter(Boolean).join(' ')
}
