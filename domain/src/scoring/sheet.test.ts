import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outline } from '../outlines/outline.ts'
import { sampleOutline } from './cases/outline.ts'
import { sampleSheet } from './cases/sheet.ts'
import { checkSheet } from './check-sheet.ts'
import { applySheetEdit, beginSheetHistory, redoSheetEdit, type SheetEdit, undoSheetEdit } from './edit-sheet.ts'
import { figureOf, figuresToScore } from './figures.ts'
import { type Criterion, type ScoringSheet, ScoringSheet as SheetShape } from './sheet.ts'
import { readSheetRows, sheetFileColumns, sheetRows } from './sheet-file.ts'

const outline: Outline = sampleOutline
const fields = [
  { fieldKey: 'admin-procedures', name: 'Cải cách thủ tục hành chính' },
  { fieldKey: 'steering', name: 'Chỉ đạo, điều hành' },
]
const ground = { outline, fieldKeys: fields.map(({ fieldKey }) => fieldKey) }
const changed = (key: string, changes: Partial<Criterion>): ScoringSheet => ({
  ...sampleSheet,
  groups: sampleSheet.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((one) => (one.key === key ? { ...one, ...changes } : one)),
  })),
})

describe('what is wrong with a sheet', () => {
  test('nothing with a sound one', () => {
    expect(checkSheet(sampleSheet, ground)).toEqual([])
  })

  test.each<[string, ScoringSheet, string]>([
    ['no criterion', { ...sampleSheet, groups: [] }, 'chưa có tiêu chí nào'],
    ['no name', changed('dung-han', { label: ' ' }), 'chưa có tên'],
    ['no maximum', changed('sang-kien', { maximum: 0 }), 'chưa có điểm tối đa'],
    ['for nobody', changed('dung-han', { appliesTo: [] }), 'chưa áp dụng cho ai'],
    ['a strange field', changed('dung-han', { fieldKey: 'la' }), 'đợt kiểm tra không có'],
    ['a band over the maximum', changed('dung-han', { maximum: 2 }), 'nhiều hơn điểm tối đa 2'],
    ['a maximum never reached', changed('dung-han', { maximum: 4 }), 'không mức nào cho đủ 4'],
    ['a choice over the maximum', changed('ke-hoach', { maximum: 1 }), 'nhiều hơn điểm tối đa 1'],
    [
      'an unknown item',
      changed('dung-han', { way: { ...sampleSheet.groups[0]!.criteria[0]!.way, figure: 'khong.co' } as never }),
      'không có chỉ mục',
    ],
    [
      'a text is no figure',
      changed('hai-long', {
        way: {
          kind: 'linear',
          figure: 'admin-procedures.initiatives',
          zeroAt: 0,
          fullAt: 1,
          rounding: { decimals: 0, direction: 'up' },
        },
      }),
      'phải cho ra một con số',
    ],
    [
      'a line without length',
      changed('hai-long', {
        way: {
          kind: 'linear',
          figure: 'admin-procedures.received',
          zeroAt: 1,
          fullAt: 1,
          rounding: { decimals: 0, direction: 'up' },
        },
      }),
      'trùng nhau',
    ],
    [
      'bands out of order',
      changed('dung-han', {
        way: {
          kind: 'bands',
          figure: 'admin-procedures.received',
          bands: [
            { from: null, points: 0 },
            { from: 9, points: 3 },
            { from: 9, points: 1 },
          ],
        },
      }),
      'tăng dần',
    ],
    [
      'a key used twice',
      { ...sampleSheet, groups: [...sampleSheet.groups, { ...sampleSheet.groups[1]!, key: 'g' }] },
      'đã có ở chỗ khác',
    ],
  ])('%s', (_, sheet, words) => {
    const sentences = checkSheet(sheet, ground).map(({ sentence }) => sentence)
    expect(
      sentences.some((sentence) => sentence.includes(words)),
      sentences.join('\n'),
    ).toBe(true)
  })
})

describe('figures', () => {
  const answers = {
    'admin-procedures.received': 120,
    'admin-procedures.resolved': 100,
    'admin-procedures.on-time': 95,
  }
  const verified = (figures: Record<string, number>) =>
    new Map(
      Object.entries(figures).map(([key, value]) => [key, { verified: value, reason: 'Đếm lại', verifiedBy: 'Đoàn' }]),
    )
  const rate = 'admin-procedures.on-time-rate'

  test.each<[string, Record<string, number>, number, string]>([
    ['as reported', {}, 95, 'reported'],
    ['verified itself', { [rate]: 90 }, 90, 'verified'],
    ['worked out anew from a verified one', { 'admin-procedures.on-time': 80 }, 80, 'reworked'],
    ['its own verification wins', { 'admin-procedures.on-time': 80, [rate]: 79 }, 79, 'verified'],
    ['another item’s verification does not touch it', { 'admin-procedures.received': 130 }, 95, 'reported'],
  ])('a computed rate %s', (_, found, value, origin) => {
    expect(figuresToScore(outline, 'commune', answers, verified(found)).get(rate)).toMatchObject({
      value,
      origin,
      reported: 95,
    })
  })

  test('a missing figure is named and gives none', () => {
    const figures = figuresToScore(outline, 'commune', {}, new Map())
    expect(figureOf(outline, rate, figures)).toEqual({ value: null, used: [], missing: [rate] })
    expect(
      figureOf(
        outline,
        'rate(admin_procedures__on_time, admin_procedures__resolved)',
        figuresToScore(
          outline,
          'commune',
          { 'admin-procedures.on-time': 1, 'admin-procedures.resolved': 0 },
          new Map(),
        ),
      ).value,
    ).toBeNull()
  })
})

describe('a sheet as rows', () => {
  const heading = sheetFileColumns.map((column) => column.heading)
  const read = (rows: (string | number)[][]) => readSheetRows([heading, ...rows], { year: 2026, outline, fields })
  const row = (cells: Partial<Record<(typeof sheetFileColumns)[number]['key'], string | number>>) =>
    sheetFileColumns.map(({ key }) => cells[key] ?? '')
  const sound = { group: 'A', label: 'Tiêu chí', field: 'Chỉ đạo, điều hành', maximum: 2, way: 'Chấm tay' }

  test('is read as it was written, also with its columns moved', () => {
    const rows = sheetRows(sampleSheet, fields)
    const forth = read(rows)
    const order = [...heading.keys()].toReversed()
    const back = readSheetRows(
      [heading, ...rows].map((cells) => order.map((at) => cells[at]!)),
      { year: 2026, outline, fields },
    )
    expect(back).toEqual(forth)
    expect(forth).toMatchObject({ problems: [] })
    const criteria = 'sheet' in forth ? forth.sheet.groups.flatMap((group) => group.criteria) : []
    expect(criteria.map(({ key, maximum, way }) => [key, maximum, way.kind])).toEqual([
      ['dung-han', 3, 'bands'],
      ['hai-long', 2.5, 'linear'],
      ['ke-hoach', 2, 'choice'],
      ['sang-kien', 1, 'manual'],
    ])
    expect(criteria[0]!.way).toEqual(sampleSheet.groups[0]!.criteria[0]!.way)
    expect(criteria[1]).toEqual(sampleSheet.groups[0]!.criteria[1])
  })

  test.each<[Parameters<typeof row>[0], string]>([
    [{ maximum: 'ba' }, 'Dòng 2: điểm tối đa “ba” không đọc được'],
    [{ maximum: -1 }, 'không đọc được'],
    [{ field: 'Lạ' }, 'lĩnh vực “Lạ” không có'],
    [{ way: 'Theo cảm tính' }, 'cách chấm “Theo cảm tính” không có'],
    [{ way: 'Lựa chọn', rule: 'Có; Không: 0' }, 'lựa chọn “Có” không đọc được'],
    [{ way: 'Số liệu, theo mức', rule: 'khoảng 5: 1', figure: 'admin-procedures.received' }, 'mức “khoảng 5: 1”'],
    [{ way: 'Số liệu, tăng đều', rule: 'x', figure: 'admin-procedures.received' }, 'quy tắc “x” không đọc được'],
    [{ way: 'Số liệu, theo mức', rule: 'dưới 5: 0; từ 5: 2', figure: 'khong.co' }, 'không có chỉ mục'],
    [{ key: 'Mã Lạ' }, 'mã “Mã Lạ” không hợp lệ'],
    [{ appliesTo: 'Trung ương' }, 'Chỉ ghi'],
    [{ group: '' }, 'chưa ghi nhóm'],
  ])('%o is said with its row', (cells, words) => {
    const answer = read([row({ ...sound, ...cells })])
    const sentences = 'problems' in answer ? answer.problems.map(({ sentence }) => sentence) : []
    expect(
      sentences.some((sentence) => sentence.startsWith('Dòng 2:') && sentence.includes(words)),
      sentences.join('\n'),
    ).toBe(true)
  })

  test('whatever stands in the cells, what is read is a sheet', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom('Lựa chọn', 'Chấm tay', 'a: 1; b: 2', 'từ 3: x', '=1+1'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 11, maxLength: 11 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const answer = read(rows as (string | number)[][])
          return 'sentence' in answer || SheetShape.safeParse(answer.sheet).success
        },
      ),
    )
  })
})

test('every edit can be undone and done again', () => {
  const keys = ['dung-han', 'hai-long', 'ke-hoach', 'nhom-khac', 'khong-co']
  const key = fc.constantFrom(...keys)
  const by = fc.constantFrom(-1 as const, 1 as const)
  const edit: fc.Arbitrary<SheetEdit> = fc.oneof(
    fc.record({ act: fc.constant('add-group' as const), title: fc.string() }),
    fc.record({ act: fc.constant('add-criterion' as const), groupKey: key, fieldKey: fc.constant('steering') }),
    fc.record({ act: fc.constant('move-criterion' as const), key, by }),
    fc.record({ act: fc.constant('move-group' as const), key, by }),
    fc.record({ act: fc.constant('remove-criterion' as const), key }),
    fc.record({ act: fc.constant('remove-group' as const), key }),
    fc.record({ act: fc.constant('change-criterion' as const), key, changes: fc.record({ label: fc.string() }) }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const done = edits.reduce(applySheetEdit, beginSheetHistory(sampleSheet))
      let history = done
      while (history.past.length > 0) history = undoSheetEdit(history)
      expect(history.present).toEqual(sampleSheet)
      while (history.future.length > 0) history = redoSheetEdit(history)
      expect(history.present).toEqual(done.present)
      const given = done.present.groups.flatMap((group) => [group.key, ...group.criteria.map((one) => one.key)])
      expect(new Set(given).size).toBe(given.length)
    }),
  )
})
