import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../dates/calendar-date.ts'
import type { Unit } from '../units/unit.ts'
import type { SheetRow } from './contract.ts'
import { mostSheetRows, pairKey, readSheet, registrationsFromRows, type SheetCell, sheetColumns } from './sheet.ts'

const catalogue: Unit[] = [
  { code: '11383', name: 'Lê Chân', type: 'ward', provinceCode: '31', aliases: [] },
  { code: '10660', name: 'Thạch Khôi', type: 'ward', provinceCode: '31', aliases: [] },
  { code: '11311', name: 'Thủy Nguyên', type: 'ward', provinceCode: '31', aliases: [] },
  { code: '31-SXD', name: 'Sở Xây dựng', type: 'department', provinceCode: '31', aliases: [] },
]
const ground = {
  year: 2026,
  catalogue,
  fields: [
    { fieldKey: 'institutions', name: 'Cải cách thể chế' },
    { fieldKey: 'admin-procedures', name: 'Cải cách thủ tục hành chính' },
  ],
  registered: new Set([pairKey('Kiểm tra hộ tịch', '11383')]),
}
const head: SheetCell[] = sheetColumns.map(({ heading }) => heading)
const line = (unit: SheetCell, time: SheetCell, more: Record<number, SheetCell> = {}): SheetCell[] => {
  const cells: SheetCell[] = [
    'Kiểm tra chứng thực',
    'Việc chứng thực',
    'Luật',
    'Cải cách thể chế',
    unit,
    time,
    'Lê Văn Mẫu, Trưởng phòng',
  ]
  for (const [at, cell] of Object.entries(more)) cells[Number(at)] = cell
  return cells
}
const rowsOf = (...lines: SheetCell[][]): SheetRow[] => {
  const read = readSheet([head, ...lines], ground)
  if ('sentence' in read) throw new Error(read.sentence)
  return read.rows
}
const blocked = (row: SheetRow) => row.problems.filter(({ blocks }) => blocks).map(({ sentence }) => sentence)

describe('a sheet', () => {
  it('is read by its headings, wherever they stand', () => {
    const [row] = rowsOf(line('Phường Lê Chân', '17/9/2026'))
    expect(row).toMatchObject({
      line: 2,
      verdict: 'exact',
      unitCode: '11383',
      wish: { from: '2026-09-17', to: '2026-09-17' },
      fieldKeys: ['institutions'],
      people: [{ fullName: 'Lê Văn Mẫu', post: 'Trưởng phòng', personId: null }],
      problems: [],
    })
    const turned = (cells: SheetCell[]) => [null, ...cells.toReversed()]
    const read = readSheet([['Đăng ký năm 2026'], [], turned(head), turned(line('Phường Lê Chân', 'tháng 9'))], ground)
    expect(read).toMatchObject({
      rows: [{ line: 4, unitCode: '11383', wish: { from: '2026-09-01', to: '2026-09-30' } }],
    })
  })
  it.each([
    ['Phường Lê Chân', 'exact', '11383', 0],
    ['phường Thuỷ Nguyên', 'tone-mark', '11311', 0],
    ['UBND phường Lê Chân', 'exact', '11383', 0],
    ['Xây dựng', 'tone-mark', '31-SXD', 0],
    ['Phường Thạch Khê', 'slip', null, 1],
    ['Le Chan', 'slip', null, 1],
    ['Phường Không Có', 'unknown', null, 1],
    ['', 'unknown', null, 1],
  ])('unit “%s” is %s and nothing doubtful is accepted', (unit, verdict, code, problems) => {
    const [row] = rowsOf(line(unit, '17/9/2026'))
    expect([row!.verdict, row!.unitCode, blocked(row!).length]).toEqual([verdict, code, problems])
  })
  it.each([
    [{ day: dayNumber('2026-09-17') }, '2026-09-17', '2026-09-17'],
    ['17/09/2026', '2026-09-17', '2026-09-17'],
    ['tháng 9', '2026-09-01', '2026-09-30'],
    ['15-19/9', '2026-09-15', '2026-09-19'],
  ])('time %j is read', (time, from, to) => {
    expect(rowsOf(line('Phường Lê Chân', time))[0]).toMatchObject({ wish: { from, to }, problems: [] })
  })
  it.each([9, true, 'sớm nhất có thể', '31/9/2026', '17/9/2025', { day: dayNumber('2027-01-04') }])(
    'time %j says what is wrong',
    (time) => {
      expect(blocked(rowsOf(line('Phường Lê Chân', time as SheetCell))[0]!)).toHaveLength(1)
    },
  )
  it('goes on with the title, words and people of the row above where a row has only its unit', () => {
    const [, second] = rowsOf(
      line('Phường Lê Chân', '17/9/2026'),
      line('Phường Thủy Nguyên', 'tháng 10', { 0: null, 1: null, 2: null, 3: null, 6: null }),
    )
    expect(second).toMatchObject({
      title: 'Kiểm tra chứng thực',
      content: 'Việc chứng thực',
      fieldKeys: ['institutions'],
    })
    expect(second!.people).toHaveLength(1)
  })
  it('tells of a row that is there twice, of one registered already, and of a field it does not know', () => {
    const rows = rowsOf(
      line('Phường Lê Chân', '17/9/2026'),
      line('Phường Lê Chân', '18/9/2026', { 0: 'KIỂM TRA CHỨNG THỰC' }),
      line('Phường Lê Chân', '18/9/2026', { 0: 'Kiểm tra hộ tịch' }),
      line('Phường Thủy Nguyên', '18/9/2026', { 3: 'Cải cách thể chế; Đất đai' }),
    )
    expect(blocked(rows[1]!)).toEqual([expect.stringContaining('dòng 2')])
    expect(blocked(rows[2]!)).toEqual([expect.stringContaining('đã được đăng ký')])
    expect(rows[3]!.problems).toEqual([{ sentence: expect.stringContaining('Đất đai'), blocks: false }])
  })
  it.each([
    ['no heading', [['a', 'b'], ['c']], 'dòng tiêu đề'],
    ['a column missing', [head.filter((_, at) => at !== 4), []], 'Đơn vị được kiểm tra'],
    ['no rows', [head], 'chưa có dòng nào'],
    [
      'too many rows',
      [head, ...Array.from({ length: mostSheetRows + 1 }, () => line('Lê Chân', '1/9'))],
      'quá giới hạn',
    ],
  ] as [string, SheetCell[][], string][])('with %s is refused with a sentence', (_, cells, sentence) => {
    expect(readSheet(cells, ground)).toEqual({ sentence: expect.stringContaining(sentence) })
  })
  it('never throws, and never gives a code to a doubtful unit', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.integer({ min: -700_000, max: 90_000 }).map((day) => ({ day })),
      fc.constantFrom(...catalogue.map(({ name }) => name)),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }), (cells) => {
        const read = readSheet([head, ...cells] as SheetCell[][], ground)
        if ('sentence' in read) return
        for (const row of read.rows) {
          expect(row.unitCode !== null).toBe(row.verdict === 'exact' || row.verdict === 'tone-mark')
          if (row.wish === null || row.unitCode === null) expect(blocked(row).length).toBeGreaterThan(0)
        }
      }),
    )
  })
  it('becomes one registration a title, each unit once', () => {
    const rows = rowsOf(
      line('Phường Lê Chân', '17/9/2026'),
      line('Phường Thủy Nguyên', 'tháng 10', { 6: 'Trần Thị Thử, Chuyên viên' }),
      line('Phường Lê Chân', '18/9/2026'),
      line('Phường Thạch Khê', '18/9/2026'),
      line('Phường Lê Chân', '18/9/2026', { 0: 'Kiểm tra hòa giải' }),
    )
    expect(
      registrationsFromRows(rows).map(({ title, units, people }) => [
        title,
        units.map(({ unitCode }) => unitCode),
        people.length,
      ]),
    ).toEqual([
      ['Kiểm tra chứng thực', ['11383', '11311'], 2],
      ['Kiểm tra hòa giải', ['11383'], 1],
    ])
  })
})
