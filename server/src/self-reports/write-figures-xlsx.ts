import { formatDate } from '@cchc/domain/formats/dates.ts'
import { harmlessText } from '@cchc/domain/formats/harmless-text.ts'
import { illustrativeMark } from '@cchc/domain/papers/compose-paper.ts'
import { computedWords, type FigureRow, figureHeads } from '@cchc/domain/self-reports/figure-sheet.ts'
import type { Cell, Row } from 'write-excel-file/node'
import { writeWorkbook } from '../documents/write-workbook.ts'

export interface FigureSheet {
  readonly unitName: string
  readonly outlineTitle: string
  readonly rows: readonly FigureRow[]
  readonly illustrative: boolean
  /** A sheet to be filled in: no values, and computed figures left to the product. */
  readonly blank: boolean
}

const grey = '#F2F4F7'
/** Always text, so that "=1+1" stays what somebody wrote. */
const words = (text: string, more: object = {}): Cell =>
  text === '' ? null : { value: harmlessText(text), type: String, wrap: true, alignVertical: 'top', ...more }
const head = (text: string): Cell =>
  words(text, { fontWeight: 'bold', backgroundColor: '#E8F1F8', borderStyle: 'thin' })

/** The figures of a report as a workbook: numbers and dates as such, the key of each item in a hidden first column. */
export async function writeFiguresXlsx({
  unitName,
  outlineTitle,
  rows,
  illustrative,
  blank,
}: FigureSheet): Promise<Buffer> {
  const note = `${blank ? 'Mẫu nhập số liệu' : 'Số liệu báo cáo phục vụ kiểm tra'} – ${unitName}`
  const data: Row[] = [
    [null, words(illustrative ? `${note} (${illustrativeMark})` : note, { fontWeight: 'bold', wrap: false })],
    Object.values(figureHeads).map(head),
    ...rows.map((row) => drawRow(row, blank)),
  ]
  const help = [
    [words('Đề cương'), words(outlineTitle)],
    [
      words('Nhập ở đâu'),
      words(
        'Chỉ nhập cột “Giá trị”, ở các dòng “Đơn vị nhập”. Cột mã chỉ mục ẩn ở đầu bảng giúp phần mềm nhận ra từng dòng; không xóa, không sửa.',
      ),
    ],
    [
      words('Cách viết số'),
      words(
        'Nhập số bình thường của Excel. Tỷ lệ nhập số phần trăm: 95,5 cho 95,5%. Tiền nhập theo đơn vị tính của dòng. Không phát sinh thì nhập 0.',
      ),
    ],
    [
      words('Nhập vào phần mềm'),
      words(
        'Mở báo cáo, chọn “Nhập từ Word, Excel”, chọn tệp này. Từng số được cho xem cạnh số đang có trước khi nhận.',
      ),
    ],
  ]
  return writeWorkbook([
    {
      sheet: 'Số liệu',
      data,
      stickyRowsCount: 2,
      columns: [0, 8, 58, 20, 16, 20, 30, 50].map((width) => ({ width })),
    },
    { sheet: 'Cách nhập', data: help, columns: [{ width: 24 }, { width: 90 }] },
  ])
}

function drawRow(
  { key, reference, name, unit, value, isDate, isComputed, field, guidance }: FigureRow,
  blank: boolean,
): Row {
  const look = isComputed ? { backgroundColor: grey } : {}
  return [
    words(key),
    words(reference),
    words(name),
    words(unit),
    blank ? (isComputed ? words('', look) : null) : valueCell(value, isDate, look),
    words(computedWords[`${isComputed}`]),
    words(field),
    words(guidance),
  ]
}

function valueCell(value: number | string | null, isDate: boolean, look: object): Cell {
  if (value === null) return null
  if (typeof value === 'number')
    return {
      value,
      type: Number,
      format: Number.isInteger(value) ? '#,##0' : '#,##0.##',
      alignVertical: 'top',
      ...look,
    }
  if (isDate) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' }
  return words(formatDate(value))
}
