import { formatNumber } from '../formats/numbers.ts'
import type { Outline } from '../outlines/outline.ts'
import type { SheetCell } from '../thematic/sheet.ts'
import { foldText } from '../units/fold.ts'
import { criterionProblems } from './check-sheet.ts'
import { bandInWords } from './give-points.ts'
import { formatPoints, Points, pointDecimals } from './points.ts'
import { proposeSheetKey } from './propose-key.ts'
import { type RuleText, readRule } from './read-rule.ts'
import {
  audienceNames,
  audiences,
  type CriteriaGroup,
  type Criterion,
  criteriaOf,
  emptySheet,
  roundingNames,
  type ScoringSheet,
  SheetKey,
  type Way,
  wayNames,
} from './sheet.ts'
import { numberOf } from './sheet-number.ts'

/** A scoring sheet as rows of a workbook: one criterion a row, known by headings, so that columns may be moved. */

export const sheetFileColumns = [
  { key: 'group', heading: 'Nhóm', known: /^nhom/, needed: true, width: 28 },
  { key: 'key', heading: 'Mã tiêu chí', known: /^ma/, needed: false, width: 22 },
  { key: 'label', heading: 'Tiêu chí', known: /^tieu chi/, needed: true, width: 44 },
  { key: 'field', heading: 'Lĩnh vực', known: /^linh vuc/, needed: true, width: 26 },
  { key: 'appliesTo', heading: 'Áp dụng cho', known: /^ap dung/, needed: false, width: 24 },
  { key: 'maximum', heading: 'Điểm tối đa', known: /^diem toi da/, needed: true, width: 12 },
  { key: 'way', heading: 'Cách chấm', known: /^cach cham/, needed: true, width: 20 },
  { key: 'figure', heading: 'Số liệu', known: /^so lieu/, needed: false, width: 36 },
  { key: 'rule', heading: 'Quy tắc cho điểm', known: /^quy tac/, needed: false, width: 50 },
  { key: 'rounding', heading: 'Làm tròn', known: /^lam tron/, needed: false, width: 20 },
  { key: 'guidance', heading: 'Hướng dẫn', known: /^huong dan/, needed: false, width: 40 },
] as const
type ColumnKey = (typeof sheetFileColumns)[number]['key']

export interface SheetFileGround {
  readonly year: number
  readonly outline: Outline
  readonly fields: readonly { readonly fieldKey: string; readonly name: string }[]
}

export interface SheetFileProblem {
  readonly line: number
  readonly sentence: string
}

const headingWithin = 15
const mostCriteria = 500

/** A sheet's rows under its headings, as they are read again by `readSheetRows`. */
export function sheetRows(sheet: ScoringSheet, fields: SheetFileGround['fields']): (string | number)[][] {
  return criteriaOf(sheet).map(({ group, criterion }) => {
    const { way } = criterion
    const cells: Record<ColumnKey, string | number> = {
      group: group.title,
      key: criterion.key,
      label: criterion.label,
      field: fields.find(({ fieldKey }) => fieldKey === criterion.fieldKey)?.name ?? criterion.fieldKey,
      appliesTo: criterion.appliesTo.map((audience) => audienceNames[audience]).join('; '),
      maximum: criterion.maximum,
      way: wayNames[way.kind],
      figure: way.kind === 'bands' || way.kind === 'linear' ? way.figure : '',
      rule: ruleText(way),
      rounding: way.kind === 'linear' ? `${roundingNames[way.rounding.direction]}; ${way.rounding.decimals}` : '',
      guidance: criterion.guidance,
    }
    return sheetFileColumns.map(({ key }) => cells[key])
  })
}

/** A rule as a cell holds it: "dưới 80: 0; từ 80: 1; từ 95: 2", "0 điểm tại 50; tối đa tại 100", "Có: 2; Không: 0". */
function ruleText(way: Way): string {
  if (way.kind === 'bands')
    return way.bands
      .map(
        (band, at) => `${band.from === null ? bandInWords(way, at) : `từ ${exact(band.from)}`}: ${exact(band.points)}`,
      )
      .join('; ')
  if (way.kind === 'linear') return `0 điểm tại ${exact(way.zeroAt)}; tối đa tại ${exact(way.fullAt)}`
  return way.kind === 'choice'
    ? way.choices.map(({ label, points }) => `${label.replaceAll(';', ',')}: ${exact(points)}`).join('; ')
    : ''
}

const exact = (figure: number) => formatNumber(figure, 12).replaceAll('.', '')

/** What a workbook's rows say, and everything that is wrong, each with its row; or why it is no such workbook. */
export function readSheetRows(
  cells: readonly (readonly SheetCell[])[],
  ground: SheetFileGround,
): { sheet: ScoringSheet; problems: SheetFileProblem[] } | { sentence: string } {
  const heading = cells.slice(0, headingWithin).findIndex((row) => columnsOf(row).size >= 4)
  if (heading < 0)
    return {
      sentence: `Không thấy dòng tiêu đề trong ${headingWithin} dòng đầu. Dùng tệp mẫu: ${sheetFileColumns.map((column) => column.heading).join(', ')}.`,
    }
  const columns = columnsOf(cells[heading]!)
  const lacking = sheetFileColumns.filter(({ key, needed }) => needed && !columns.has(key))
  if (lacking.length > 0)
    return {
      sentence: `Thiếu cột ${lacking.map((column) => `“${column.heading}”`).join(', ')}. Thêm cột đó hoặc dùng tệp mẫu.`,
    }
  const rows = cells
    .map((row, index) => ({
      line: index + 1,
      at: (key: ColumnKey) => wordsOf(row[columns.get(key) ?? -1] ?? null),
      row,
    }))
    .slice(heading + 1)
    .filter(({ at }) => sheetFileColumns.some(({ key }) => at(key) !== ''))
  if (rows.length === 0)
    return { sentence: 'Dưới dòng tiêu đề chưa có dòng nào. Ghi mỗi tiêu chí một dòng rồi tải lại.' }
  if (rows.length > mostCriteria)
    return { sentence: `Bảng có ${rows.length} dòng, quá giới hạn ${mostCriteria} tiêu chí. Bỏ bớt dòng rồi tải lại.` }

  const problems: SheetFileProblem[] = []
  const groups: CriteriaGroup[] = []
  const taken = new Set<string>()
  for (const { line, at } of rows) {
    const say = (sentence: string) => problems.push({ line, sentence: `Dòng ${line}: ${sentence}` })
    const group = groupOf(groups, at('group'), taken)
    if (!group) {
      say('chưa ghi nhóm, và phía trên cũng chưa có nhóm nào. Ghi tên nhóm vào cột “Nhóm”.')
      continue
    }
    const criterion = readCriterion(at, ground, taken, say)
    group.criteria.push(criterion)
    for (const sentence of criterionProblems(criterion, {
      outline: ground.outline,
      fieldKeys: ground.fields.map(({ fieldKey }) => fieldKey),
    }))
      if (!problems.some((one) => one.line === line)) say(sentence)
  }
  return { sheet: { ...emptySheet(ground.year), groups }, problems }
}

type Say = (sentence: string) => void

function readCriterion(
  at: (key: ColumnKey) => string,
  { fields }: SheetFileGround,
  taken: Set<string>,
  say: Say,
): Criterion {
  const label = at('label').slice(0, 500)
  const field = fields.find(
    ({ fieldKey, name }) => fieldKey === at('field') || foldText(name) === foldText(at('field')),
  )
  if (!field)
    say(
      `lĩnh vực “${at('field')}” không có trong đợt kiểm tra. Chọn một trong: ${fields.map(({ name }) => name).join('; ')}.`,
    )
  const maximum = numberOf(at('maximum'))
  if (maximum === null || !Points.safeParse(maximum).success)
    say(
      `điểm tối đa “${at('maximum')}” không đọc được. Ghi một số từ 0 đến 1000, tối đa ${pointDecimals} chữ số sau dấu phẩy.`,
    )
  return {
    key: keyOf(at('key'), label, taken, say),
    label,
    fieldKey: field?.fieldKey ?? fields[0]?.fieldKey ?? 'general',
    appliesTo: audiencesOf(at('appliesTo'), say),
    maximum: maximum !== null && Points.safeParse(maximum).success ? maximum : 0,
    way: wayOf({ way: at('way'), figure: at('figure').slice(0, 500), rule: at('rule'), rounding: at('rounding') }, say),
    guidance: at('guidance').slice(0, 2000),
  }
}

function wayOf(text: RuleText & { way: string }, say: Say): Way {
  const wanted = foldText(text.way)
  const kind = (Object.keys(wayNames) as Way['kind'][]).find(
    (one) => foldText(wayNames[one]) === wanted || one === wanted,
  )
  if (!kind) {
    say(`cách chấm “${text.way}” không có. Chọn một trong: ${Object.values(wayNames).join('; ')}.`)
    return { kind: 'manual' }
  }
  return readRule(kind, text, say)
}

function audiencesOf(text: string, say: Say): Criterion['appliesTo'] {
  if (text === '') return [...audiences]
  const parts = text.split(/[;\n]/).map((part) => foldText(part))
  const found = audiences.filter((audience) =>
    parts.some(
      (part) =>
        foldText(audienceNames[audience]) === part || part === audience || part === foldText(shortNames[audience]),
    ),
  )
  if (found.length < parts.filter((part) => part !== '').length)
    say(
      `“Áp dụng cho” ghi “${text}”. Chỉ ghi “${audienceNames.department}”, “${audienceNames.commune}”, hoặc để trống nếu áp dụng cho tất cả.`,
    )
  return found.length > 0 ? found : [...audiences]
}
const shortNames = { department: 'sở', commune: 'xã' } as const

function keyOf(text: string, label: string, taken: Set<string>, say: Say): string {
  const wanted = text.toLowerCase()
  if (wanted !== '' && !SheetKey.safeParse(wanted).success)
    say(
      `mã “${text}” không hợp lệ: mã gồm chữ thường không dấu và số, nối bằng gạch ngang hoặc dấu chấm. Sửa mã, hoặc để trống để tự đặt.`,
    )
  else if (wanted !== '' && taken.has(wanted)) say(`mã “${text}” đã dùng ở dòng trên. Mỗi tiêu chí có một mã riêng.`)
  const key =
    wanted !== '' && SheetKey.safeParse(wanted).success && !taken.has(wanted) ? wanted : proposeSheetKey(taken, label)
  taken.add(key)
  return key
}

/** The group a row belongs to: the one it names, wherever it began, or that of the row above. */
function groupOf(groups: CriteriaGroup[], title: string, taken: Set<string>): CriteriaGroup | undefined {
  if (title === '') return groups.at(-1)
  const known = groups.find((group) => foldText(group.title) === foldText(title))
  if (known) return known
  const key = proposeSheetKey(taken, `nhom ${title}`)
  taken.add(key)
  const group = { key, title: title.slice(0, 500), criteria: [] as Criterion[] }
  groups.push(group)
  return group
}

function columnsOf(row: readonly SheetCell[]): Map<ColumnKey, number> {
  const columns = new Map<ColumnKey, number>()
  row.forEach((cell, at) => {
    const words = foldText(wordsOf(cell))
    const column = sheetFileColumns.find(({ key, known }) => known.test(words) && !columns.has(key))
    if (column) columns.set(column.key, at)
  })
  return columns
}

function wordsOf(cell: SheetCell): string {
  if (cell === null || typeof cell === 'object') return ''
  if (typeof cell === 'number') return exactCell(cell)
  return String(cell).replace(/^'/, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}
const exactCell = (figure: number) => String(figure).replace('.', ',')

/** One line of help a column, for the template. */
export const sheetFileHelp: readonly string[] = [
  'Mỗi tiêu chí một dòng. Dòng để trống cột “Nhóm” thuộc nhóm của dòng trên.',
  'Mã tiêu chí: chữ thường không dấu; giữ nguyên qua các năm để so sánh. Để trống thì hệ thống tự đặt.',
  `Áp dụng cho: “${audienceNames.department}”, “${audienceNames.commune}”, cách nhau bằng dấu chấm phẩy; để trống là tất cả.`,
  `Cách chấm: ${Object.values(wayNames).join('; ')}.`,
  'Số liệu: mã một chỉ mục của đề cương, hoặc biểu thức, ví dụ rate(muc__dung_han, muc__da_giai_quyet).',
  `Quy tắc của “${wayNames.bands}”: dưới 80: 0; từ 80: 1; từ 95: 2 (mốc được tính vào mức của nó).`,
  `Quy tắc của “${wayNames.linear}”: 0 điểm tại 50; tối đa tại 100. Làm tròn: ${Object.values(roundingNames).join(', ')}; rồi số chữ số sau dấu phẩy (0, 1, 2).`,
  `Quy tắc của “${wayNames.choice}”: Có: 2; Một phần: 1; Không: 0.`,
  `“${wayNames.manual}” không có quy tắc; người chấm ghi điểm và lý do.`,
  `Điểm: từ 0 đến ${formatPoints(1000)}, tối đa hai chữ số sau dấu phẩy. Phần mềm không có sẵn tiêu chí, điểm hay trọng số nào.`,
]
