import { dateOfDayNumber } from '../dates/calendar-date.ts'
import { foldText } from '../units/fold.ts'
import { matchUnitName } from '../units/match.ts'
import { type Unit, unitFullName } from '../units/unit.ts'
import type { RegistrationBody, SheetRow } from './contract.ts'
import type { ThematicPerson } from './guest.ts'
import { readWishedTime, type WishedTime } from './wished-time.ts'

/** A cell as a sheet holds it; a date cell is its day number since 1/1/1970. */
export type SheetCell = string | number | boolean | { readonly day: number } | null

/** The columns of the sheet in the template's order; a column is known by its heading, so they may be moved. */
export const sheetColumns = [
  { key: 'title', heading: 'Tên cuộc kiểm tra chuyên đề', known: /chuyen de|ten cuoc/, needed: true, width: 34 },
  { key: 'content', heading: 'Nội dung kiểm tra', known: /noi dung/, needed: true, width: 50 },
  { key: 'legalBasis', heading: 'Căn cứ', known: /can cu/, needed: false, width: 28 },
  { key: 'fields', heading: 'Lĩnh vực CCHC', known: /linh vuc/, needed: false, width: 24 },
  { key: 'unit', heading: 'Đơn vị được kiểm tra', known: /don vi|co quan|dia phuong/, needed: true, width: 30 },
  { key: 'time', heading: 'Thời gian dự kiến', known: /thoi gian|ngay/, needed: true, width: 24 },
  { key: 'people', heading: 'Người tham gia', known: /nguoi|thanh phan/, needed: false, width: 44 },
] as const
type ColumnKey = (typeof sheetColumns)[number]['key']

/** Rows below the heading that one sheet may have. */
export const mostSheetRows = 500
/** Rows at the top in which the heading is looked for. */
const headingWithin = 15

export interface SheetGround {
  readonly year: number
  readonly catalogue: readonly Unit[]
  readonly fields: readonly { readonly fieldKey: string; readonly name: string }[]
  /** Pairs of title and unit that the department has registered already, as `pairKey` writes them. */
  readonly registered: ReadonlySet<string>
}

/** What a sheet says, row by row, or why it is not such a sheet. Empty rows are left out. */
export function readSheet(
  cells: readonly (readonly SheetCell[])[],
  ground: SheetGround,
): { rows: SheetRow[] } | { sentence: string } {
  const heading = cells.slice(0, headingWithin).findIndex((row) => columnsOf(row).size >= 3)
  if (heading < 0)
    return {
      sentence: `Không thấy dòng tiêu đề trong ${headingWithin} dòng đầu. Dùng tệp mẫu: ${sheetColumns.map((column) => column.heading).join(', ')}.`,
    }
  const columns = columnsOf(cells[heading]!)
  const lacking = sheetColumns.filter(({ key, needed }) => needed && !columns.has(key))
  if (lacking.length > 0)
    return {
      sentence: `Thiếu cột ${lacking.map((column) => `“${column.heading}”`).join(', ')}. Thêm cột đó hoặc dùng tệp mẫu.`,
    }
  const filled = cells
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(heading + 1)
    .filter(({ row }) => [...columns.values()].some((at) => words(row[at] ?? null) !== ''))
  if (filled.length === 0)
    return { sentence: 'Dưới dòng tiêu đề chưa có dòng nào. Điền mỗi đơn vị một dòng rồi tải lại.' }
  if (filled.length > mostSheetRows)
    return { sentence: `Bảng có ${filled.length} dòng, quá giới hạn ${mostSheetRows} dòng. Chia thành nhiều tệp.` }
  const rows: SheetRow[] = []
  for (const { row, line } of filled) rows.push(readRow(row, line, columns, ground, rows))
  return { rows }
}

/** The first column of each heading, by what it holds; the narrower patterns come first. */
function columnsOf(row: readonly SheetCell[]): Map<ColumnKey, number> {
  const found = new Map<ColumnKey, number>()
  row.forEach((cell, at) => {
    const heading = foldText(words(cell))
    if (heading === '') return
    const column = sheetColumns.find(({ key, known }) => known.test(heading) && !found.has(key))
    if (column) found.set(column.key, at)
  })
  return found
}

function readRow(
  row: readonly SheetCell[],
  line: number,
  columns: ReadonlyMap<ColumnKey, number>,
  ground: SheetGround,
  earlier: readonly SheetRow[],
): SheetRow {
  const cellOf = (key: ColumnKey) => row[columns.get(key) ?? -1] ?? null
  const before = earlier.at(-1)
  // A title written once above its units is the usual way of such sheets; so are the words that go with it.
  const own = words(cellOf('title'))
  const goesOn = own === '' && before !== undefined
  const title = goesOn ? before.title : own
  const inherit = (key: 'content' | 'legalBasis') =>
    words(cellOf(key)) || (before && (goesOn || sameTitle(before.title, title)) ? before[key] : '')
  const fieldsText = words(cellOf('fields'))
  const unitText = words(cellOf('unit'))
  const match = matchUnitName(unitText, ground.catalogue)
  const { wish, text: timeText } = timeOf(cellOf('time'), ground.year)
  const { fieldKeys, unknown } = fieldsOf(fieldsText, ground.fields)
  const read = {
    line,
    title: title.slice(0, 500),
    content: inherit('content').slice(0, 5000),
    legalBasis: inherit('legalBasis').slice(0, 2000),
    fieldsText,
    fieldKeys: fieldsText === '' && goesOn ? before.fieldKeys : fieldKeys,
    unitText,
    verdict: match.verdict,
    unitCode: match.code,
    candidates: match.candidates,
    timeText,
    wish,
    people: words(cellOf('people')) === '' && goesOn ? before.people : peopleOf(words(cellOf('people'))),
  }
  return { ...read, problems: problemsOf(read, unknown, ground, earlier) }
}

function problemsOf(
  row: Omit<SheetRow, 'problems'>,
  unknownFields: readonly string[],
  { catalogue, registered, year }: SheetGround,
  earlier: readonly SheetRow[],
): SheetRow['problems'] {
  const problems: SheetRow['problems'] = []
  const block = (sentence: string) => problems.push({ sentence, blocks: true })
  const warn = (sentence: string) => problems.push({ sentence, blocks: false })
  if (row.title === '') block('Chưa ghi tên cuộc kiểm tra chuyên đề.')
  if (row.content === '') block('Chưa ghi nội dung kiểm tra.')
  if (row.unitText === '') block('Chưa ghi đơn vị được kiểm tra.')
  else if (row.verdict === 'slip') block(`“${row.unitText}” có thể viết sai. Chọn đúng đơn vị trong danh mục.`)
  else if (row.verdict === 'unknown') block(`Không có đơn vị nào tên “${row.unitText}” trong danh mục. Chọn đơn vị.`)
  else if (row.verdict === 'tone-mark') {
    const unit = catalogue.find(({ code }) => code === row.unitCode)
    if (unit) warn(`“${row.unitText}” được hiểu là ${unitFullName(unit)}.`)
  }
  if (row.timeText === '')
    block('Chưa ghi thời gian. Ghi ngày (17/9/2026), khoảng ngày (15-19/9) hoặc tháng (tháng 9).')
  else if (row.wish === null) block(`Không hiểu thời gian “${row.timeText}”. Ghi 17/9/2026, 15-19/9 hoặc tháng 9.`)
  else if (row.wish.from.slice(0, 4) !== String(year) || row.wish.to.slice(0, 4) !== String(year))
    block(`Thời gian “${row.timeText}” không thuộc năm ${year} của đợt kiểm tra.`)
  if (unknownFields.length > 0)
    warn(`Chưa nhận ra lĩnh vực ${unknownFields.map((name) => `“${name}”`).join(', ')}; bỏ qua.`)
  const twin = row.unitCode && earlier.find((one) => sameTitle(one.title, row.title) && one.unitCode === row.unitCode)
  if (twin) block(`Trùng với dòng ${twin.line}: cùng chuyên đề, cùng đơn vị.`)
  if (row.unitCode && registered.has(pairKey(row.title, row.unitCode)))
    block('Chuyên đề này tại đơn vị này đã được đăng ký.')
  return problems
}

/** One writing for a title and a unit, to find the same pair again. */
export function pairKey(title: string, unitCode: string): string {
  return `${foldText(title)}|${unitCode}`
}

const sameTitle = (a: string, b: string) => foldText(a) === foldText(b)

function words(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return dateInWords(cell.day)
  return String(cell)
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

function dateInWords(day: number): string {
  const [year, month, date] = dateOfDayNumber(day).split('-')
  return `${date}/${month}/${year}`
}

function timeOf(cell: SheetCell, year: number): { wish: WishedTime | null; text: string } {
  const text = words(cell)
  // A number alone ("9") is neither a day nor a month for certain.
  return { wish: typeof cell === 'number' || typeof cell === 'boolean' ? null : readWishedTime(text, year), text }
}

function fieldsOf(text: string, fields: SheetGround['fields']): { fieldKeys: string[]; unknown: string[] } {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const keyOf = (part: string) => fields.find(({ name }) => foldText(name) === foldText(part))?.fieldKey
  return {
    fieldKeys: [...new Set(parts.flatMap((part) => keyOf(part) ?? []))],
    unknown: parts.filter((part) => keyOf(part) === undefined),
  }
}

/** "Nguyễn Văn Mẫu, Trưởng phòng; Trần Thị Thử, Chuyên viên". */
function peopleOf(text: string): ThematicPerson[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.replace(/^\s*(?:[-–+•]|\d{1,2}[.)])\s*/u, '').trim())
    .filter((part) => part !== '')
    .slice(0, 30)
    .map((part) => {
      const [fullName = '', ...post] = part.split(/\s*[,–]\s*/u)
      return { fullName: fullName.slice(0, 200), post: post.join(', ').slice(0, 300), personId: null }
    })
    .filter(({ fullName }) => fullName !== '')
}

/** Rows that a person has confirmed, put together by title: one registration with its units. Rows with a problem are left out. */
export function registrationsFromRows(
  rows: readonly Pick<SheetRow, 'title' | 'content' | 'legalBasis' | 'fieldKeys' | 'unitCode' | 'wish' | 'people'>[],
): RegistrationBody[] {
  const byTitle = new Map<string, RegistrationBody>()
  for (const row of rows) {
    if (row.unitCode === null || row.wish === null || row.title === '' || row.content === '') continue
    const key = foldText(row.title)
    const known = byTitle.get(key)
    const unit = { unitCode: row.unitCode, wish: row.wish }
    if (!known) {
      const { title, content, legalBasis, fieldKeys, people } = row
      byTitle.set(key, { title, content, legalBasis, fieldKeys: [...fieldKeys], people: [...people], units: [unit] })
    } else if (!known.units.some(({ unitCode }) => unitCode === unit.unitCode)) {
      known.units.push(unit)
      const isNew = (person: ThematicPerson) => !known.people.some(({ fullName }) => fullName === person.fullName)
      known.people.push(...row.people.filter(isNew))
    }
  }
  return [...byTitle.values()]
}
