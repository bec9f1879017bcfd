import { item } from '../../../outlines/cases/sample.ts'
import { Outline, type TableCell } from '../../../outlines/outline.ts'

/** Made-up drafts whose tables answer table questions, each with what must be proposed and what must be said. */

const training = item('training.classes', 'table', {
  label: 'Các lớp tập huấn, bồi dưỡng về cải cách hành chính',
  columns: [
    { key: 'name', label: 'Tên lớp tập huấn', kind: 'text' },
    { key: 'held', label: 'Ngày tổ chức', kind: 'date' },
    { key: 'people', label: 'Số người tham dự', kind: 'number' },
    { key: 'cost', label: 'Kinh phí (triệu đồng)', kind: 'money' },
  ],
})
const columns = [
  { key: 'field', label: 'Lĩnh vực', kind: 'text' as const },
  { key: 'received', label: 'Số hồ sơ tiếp nhận', kind: 'number' as const },
  { key: 'resolved', label: 'Số hồ sơ đã giải quyết', kind: 'number' as const },
  { key: 'rate', label: 'Tỷ lệ đúng hạn (%)', kind: 'percent' as const },
]
const counter = item('counter.by-field', 'table', { label: 'Kết quả tiếp nhận trực tiếp theo lĩnh vực', columns })
const online = item('online.by-field', 'table', { label: 'Kết quả tiếp nhận trực tuyến theo lĩnh vực', columns })

const section = (key: string, number: string, title: string, items: (typeof training)[]) => ({
  key,
  number,
  title,
  fieldKey: 'general',
  items,
})
export const tableOutline = Outline.parse({
  title: 'Đề cương minh họa năm 2026',
  note: '',
  parts: [
    {
      key: 'p',
      number: 'II',
      title: 'Kết quả thực hiện',
      sections: [
        section('staff', '1', 'Đào tạo, bồi dưỡng công chức', [
          training,
          item('training.total', 'number', { label: 'Tổng số công chức được bồi dưỡng', unit: 'người' }),
        ]),
        section('counter', '2', 'Tiếp nhận trực tiếp', [counter]),
        section('online', '3', 'Tiếp nhận trực tuyến', [online]),
      ],
    },
  ],
  checks: [],
})

type Rows = readonly Readonly<Record<string, TableCell>>[]
export interface TableCase {
  readonly name: string
  /** A line a paragraph, rows of cells for a table. */
  readonly blocks: readonly (string | readonly (readonly string[])[])[]
  readonly letters?: (text: string) => string
  /** By item: the rows, and a piece of what is said of them when they are not sure. */
  readonly expected: Readonly<Record<string, { readonly rows: Rows; readonly doubt?: string }>>
  /** Pieces of what is listed as not placed, each with its reason. */
  readonly unplaced?: readonly string[]
}

const heads = ['STT', 'Tên lớp tập huấn', 'Ngày tổ chức', 'Số người tham dự', 'Kinh phí (triệu đồng)']
const lines = [
  ['1', 'Kỹ năng tiếp dân', '12/3/2026', '1.234', '12,5'],
  ['2', 'Dịch vụ công trực tuyến', '05/06/2026', '40', '1.234,5'],
]
const rows = [
  { name: 'Kỹ năng tiếp dân', held: '2026-03-12', people: 1234, cost: 12.5 },
  { name: 'Dịch vụ công trực tuyến', held: '2026-06-05', people: 40, cost: 1234.5 },
]
const staff = '1. Đào tạo, bồi dưỡng công chức'
const third = ['3', 'Soạn thảo văn bản', '01/07/2026', '25', '7']
const thirdRow = { name: 'Soạn thảo văn bản', held: '2026-07-01', people: 25, cost: 7 }
const fieldHeads = ['Lĩnh vực', 'Số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết', 'Tỷ lệ đúng hạn (%)']
const fieldLines = [
  ['Đất đai', '1.250', '1.200', '98,5'],
  ['Hộ tịch', '310', '310', '100%'],
]
const fieldRows = [
  { field: 'Đất đai', received: 1250, resolved: 1200, rate: 98.5 },
  { field: 'Hộ tịch', received: 310, resolved: 310, rate: 100 },
]

export const tableCases: readonly TableCase[] = [
  {
    name: 'right: the heads of the question, with ordinals and Vietnamese numbers',
    blocks: [staff, [heads, ...lines]],
    expected: { 'training.classes': { rows } },
  },
  {
    name: 'columns in another order',
    blocks: [staff, [heads, ...lines].map(([no, name, held, people, cost]) => [no!, cost!, people!, name!, held!])],
    expected: { 'training.classes': { rows } },
  },
  {
    name: 'a head over two columns, and numbers of the columns under it',
    blocks: [
      '2. Tiếp nhận trực tiếp',
      [
        ['Lĩnh vực', 'Số hồ sơ', 'Số hồ sơ', 'Tỷ lệ đúng hạn (%)'],
        ['Lĩnh vực', 'tiếp nhận', 'đã giải quyết', 'Tỷ lệ đúng hạn (%)'],
        ['(1)', '(2)', '(3)', '(4)'],
        ...fieldLines,
      ],
    ],
    expected: { 'counter.by-field': { rows: fieldRows } },
  },
  {
    name: 'another unit of money in the head is converted',
    blocks: [
      staff,
      [
        [...heads.slice(0, 4), 'Kinh phí (đồng)'],
        ['1', 'Kỹ năng tiếp dân', '12/3/2026', '30 người', '12.500.000'],
      ],
    ],
    expected: { 'training.classes': { rows: [{ ...rows[0], people: 30 }] } },
  },
  {
    name: 'the unit of money in the caption',
    blocks: [
      staff,
      'Bảng 1. Các lớp tập huấn (đơn vị tính: nghìn đồng)',
      [
        [...heads.slice(0, 4), 'Kinh phí'],
        ['1', 'Kỹ năng tiếp dân', '12/3/2026', '30', '12.500'],
      ],
    ],
    expected: { 'training.classes': { rows: [{ ...rows[0], people: 30 }] } },
  },
  {
    name: 'no unit of money anywhere is doubtful',
    blocks: [
      staff,
      [
        [...heads.slice(0, 4), 'Kinh phí'],
        ['1', 'Kỹ năng tiếp dân', '12/3/2026', '30', '12,5'],
      ],
    ],
    expected: { 'training.classes': { rows: [{ ...rows[0], people: 30 }], doubt: 'không ghi đơn vị tiền' } },
  },
  {
    name: 'a column too many is told of and the rest stands',
    blocks: [
      staff,
      [
        [...heads, 'Giảng viên'],
        [...lines[0]!, 'Sở Nội vụ'],
        [...lines[1]!, ''],
      ],
    ],
    expected: { 'training.classes': { rows } },
    unplaced: ['Giảng viên: Sở Nội vụ'],
  },
  {
    name: 'a column too few is doubtful',
    blocks: [staff, [heads, ...lines].map((cells) => cells.slice(0, 4))],
    expected: {
      'training.classes': { rows: rows.map((row) => ({ ...row, cost: null })), doubt: 'không có cột “Kinh phí' },
    },
  },
  {
    name: 'a row of totals that agrees is no row',
    blocks: [staff, [heads, ...lines, ['', 'Tổng cộng', '', '1.274', '1.247']]],
    expected: { 'training.classes': { rows } },
    unplaced: ['Tổng cộng | 1.274'],
  },
  {
    name: 'a row of totals that does not agree is doubtful',
    blocks: [staff, [heads, ...lines, ['', 'Cộng', '', '1.275', '1.247']]],
    expected: { 'training.classes': { rows, doubt: 'dòng tổng khác tổng các dòng ở “Số người tham dự”' } },
    unplaced: ['Cộng | 1.275'],
  },
  {
    name: 'empty cells, dashes and dots are no answers, an empty row is none',
    blocks: [
      staff,
      [heads, ['1', 'Kỹ năng tiếp dân', '', '-', '…'], ['2', '', '', '', ''], ['3', 'Lưu trữ', '', '', 'không']],
    ],
    expected: {
      'training.classes': {
        rows: [
          { name: 'Kỹ năng tiếp dân', held: null, people: null, cost: null },
          { name: 'Lưu trữ', held: null, people: null, cost: 0 },
        ],
      },
    },
  },
  {
    name: 'a cell that cannot be read is left empty, told of, and makes the table doubtful',
    blocks: [staff, [heads, ['1', 'Kỹ năng tiếp dân', '12/3/2026', 'khoảng 30–40', '12,5'], lines[1]!]],
    expected: { 'training.classes': { rows: [{ ...rows[0], people: null }, rows[1]!], doubt: '“khoảng 30–40”' } },
    unplaced: ['khoảng 30–40'],
  },
  {
    name: 'the name of a group of rows is told of',
    blocks: [
      staff,
      [heads, ['I', 'Lớp do thành phố mở', '', '', ''], lines[0]!, Array(5).fill('Lớp do phường mở'), lines[1]!],
    ],
    expected: { 'training.classes': { rows } },
    unplaced: ['Lớp do thành phố mở', 'Lớp do phường mở'],
  },
  {
    name: 'two questions with like columns are told apart by the section',
    blocks: ['3. Tiếp nhận trực tuyến', [fieldHeads, ...fieldLines]],
    expected: { 'online.by-field': { rows: fieldRows } },
  },
  {
    name: 'and by the caption',
    blocks: ['Kết quả tiếp nhận trực tiếp theo lĩnh vực:', [fieldHeads, ...fieldLines]],
    expected: { 'counter.by-field': { rows: fieldRows } },
  },
  {
    name: 'without a place both are proposed, neither surely',
    blocks: ['PHỤ LỤC', [fieldHeads, ...fieldLines]],
    expected: {
      'counter.by-field': { rows: fieldRows, doubt: 'khớp cả “Kết quả tiếp nhận trực tuyến' },
      'online.by-field': { rows: fieldRows, doubt: 'khớp cả “Kết quả tiếp nhận trực tiếp' },
    },
  },
  {
    name: 'two tables for one question: the first is proposed, doubtfully',
    blocks: [staff, [heads, ...lines], 'Số liệu năm ngoái để đối chiếu:', [heads, ['1', ...third.slice(1)]]],
    expected: { 'training.classes': { rows, doubt: 'nhiều giá trị khác nhau' } },
    unplaced: ['Số liệu năm ngoái để đối chiếu'],
  },
  {
    name: 'two columns for one: this year’s, and the other is told of',
    blocks: [
      '2. Tiếp nhận trực tiếp',
      [
        [
          'Lĩnh vực',
          'Số hồ sơ tiếp nhận năm 2025',
          'Số hồ sơ tiếp nhận năm 2026',
          'Số hồ sơ đã giải quyết',
          'Tỷ lệ đúng hạn (%)',
        ],
        ['Đất đai', '999', '1.250', '1.200', '98,5'],
      ],
    ],
    expected: { 'counter.by-field': { rows: [fieldRows[0]!] } },
    unplaced: ['Số hồ sơ tiếp nhận năm 2025: 999'],
  },
  {
    name: 'letters taken apart (NFD)',
    blocks: [staff, [heads, ...lines]],
    letters: (text) => text.normalize('NFD'),
    expected: { 'training.classes': { rows } },
  },
  {
    name: 'cut over two pages, the heads again',
    blocks: [staff, [heads, ...lines], '(tiếp theo)', [heads, third]],
    expected: { 'training.classes': { rows: [...rows, thirdRow] } },
  },
  {
    name: 'a cell of the second half that cannot be read is told of by its own place',
    blocks: [staff, [heads, ...lines], '(tiếp theo)', [heads, [...third.slice(0, 3), '45/50', '7']]],
    expected: {
      'training.classes': { rows: [...rows, { ...thirdRow, people: null }], doubt: 'đoạn 4, dòng 2, cột “Số người' },
    },
    unplaced: ['45/50'],
  },
  {
    name: 'the heads again in the middle of one table',
    blocks: [staff, [heads, ...lines, heads, third]],
    expected: { 'training.classes': { rows: [...rows, thirdRow] } },
  },
  {
    name: 'cut in two without heads, counting on',
    blocks: [staff, [heads, ...lines], [third]],
    expected: { 'training.classes': { rows: [...rows, thirdRow] } },
  },
  {
    name: 'none fitting: a table of something else is no answer',
    blocks: [
      staff,
      [
        ['TT', 'Tên đường', 'Chiều dài (m)'],
        ['1', 'Lê Lợi', '1.200'],
        ['2', 'Cầu Đất', '800'],
      ],
    ],
    expected: {},
    unplaced: ['1.200', '800'],
  },
  {
    name: 'in another section: proposed, not surely',
    blocks: ['3. Tiếp nhận trực tuyến', [heads, ...lines]],
    expected: { 'training.classes': { rows, doubt: 'phần khác của bản nháp' } },
  },
]
