import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { item, outline as outlineOf } from '../../outlines/cases/sample.ts'
import { Outline } from '../../outlines/outline.ts'
import { heldOutDrafts, knownDrafts } from './cases/all-drafts.ts'
import { makeDraft, rate } from './cases/sketch.ts'
import { type DraftBlock, lookCloselyBelow } from './draft.ts'
import { readDraft } from './read-draft.ts'

const seed = new URL('../../../../server/seed/outline-2026.json', import.meta.url)
const outline = Outline.parse(JSON.parse(readFileSync(seed, 'utf8')))
const lines = (...texts: string[]): DraftBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', label: '', runs: [{ text }] }))
const read = (...texts: string[]) => readDraft(lines(...texts), outline)
const figuresOf = (...texts: string[]) =>
  Object.fromEntries(
    read(...texts).proposals.flatMap(({ key, value }) => (typeof value === 'number' ? [[key, value]] : [])),
  )

describe('drafts of varied form', () => {
  test.each([...knownDrafts, ...heldOutDrafts].map((sketch) => [sketch.name, sketch] as const))(
    '%s: no figure surely in a wrong item, whatever the numbers',
    (_, sketch) => {
      for (const numbers of [3, 11]) {
        const draft = makeDraft(sketch, outline, numbers)
        expect(rate(draft, readDraft(draft.blocks, outline).proposals, lookCloselyBelow).wrong).toEqual([])
      }
    },
  )

  test.each([
    ['made with', knownDrafts],
    ['only measured with', heldOutDrafts],
  ] as const)('at least nine figures of ten land, in drafts the reader was %s', (_, sketches) => {
    const rates = [5].flatMap((numbers) =>
      sketches.map((sketch) => {
        const draft = makeDraft(sketch, outline, numbers)
        return rate(draft, readDraft(draft.blocks, outline).proposals, lookCloselyBelow)
      }),
    )
    const share =
      rates.reduce((sum, { landed }) => sum + landed, 0) / rates.reduce((sum, { expected }) => sum + expected, 0)
    expect(share, rates.flatMap(({ missed }) => missed).join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})

describe('one item', () => {
  test('of two different figures proposes the better, doubtfully, and names the other', () => {
    const { proposals } = read(
      '2. Cải cách thủ tục hành chính',
      'Tổng số hồ sơ TTHC tiếp nhận: 1.250 hồ sơ.',
      'Tổng số hồ sơ TTHC tiếp nhận: 1.520 hồ sơ.',
    )
    const received = proposals.find(({ key }) => key === 'admin-procedures.received')!
    expect(received.confidence).toBeLessThan(lookCloselyBelow)
    expect([received.value, ...received.others.map(({ value }) => value)].sort()).toEqual([1250, 1520])
  })

  test('of the same figure twice is sure of it', () => {
    const { proposals } = read(
      '2. Cải cách thủ tục hành chính',
      'Tổng số hồ sơ TTHC tiếp nhận: 1.250 hồ sơ.',
      'Như trên, tổng số hồ sơ TTHC tiếp nhận là 1.250 hồ sơ.',
    )
    expect(proposals.filter(({ key }) => key === 'admin-procedures.received')).toMatchObject([
      { value: 1250, others: [] },
    ])
  })

  test('between two equally good ones names both and is doubtful', () => {
    const twins = outlineOf([
      item('a.one', 'number', { label: 'Số cuộc họp', unit: 'cuộc' }),
      item('a.two', 'number', { label: 'Số cuộc họp', unit: 'cuộc' }),
    ])
    const { proposals } = readDraft(lines('Số cuộc họp: 12 cuộc'), twins)
    expect(proposals).toHaveLength(1)
    expect([proposals[0]!.key, ...proposals[0]!.rivals].sort()).toEqual(['a.one', 'a.two'])
    expect(proposals[0]!.confidence).toBeLessThan(lookCloselyBelow)
  })
})

describe('nothing to report', () => {
  test.each([
    ['Số hồ sơ quá hạn: Không phát sinh.', { 'admin-procedures.overdue': 0 }],
    ['Số hồ sơ quá hạn: Không', { 'admin-procedures.overdue': 0 }],
    ['Số hồ sơ quá hạn: không có', { 'admin-procedures.overdue': 0 }],
    ['Số hồ sơ quá hạn: … hồ sơ', {}],
  ])('%s', (text, expected) => {
    expect(figuresOf('2. Cải cách thủ tục hành chính', text)).toEqual(expected)
  })
})

describe('texts', () => {
  test('stand under their question until the next one, with their lists', () => {
    const { proposals } = read(
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
      '1. Với thành phố.',
      'Đề nghị bố trí kinh phí:',
      '- Nâng cấp đường truyền;',
      '- Bổ sung máy quét.',
      '2. Với Bộ, ngành Trung ương',
      'Không.',
    )
    expect(Object.fromEntries(proposals.map(({ key, value }) => [key, value]))).toEqual({
      'proposals.city': {
        blocks: [
          { kind: 'paragraph', runs: [{ text: 'Đề nghị bố trí kinh phí:' }] },
          {
            kind: 'list',
            ordered: false,
            items: [
              { level: 0, runs: [{ text: 'Nâng cấp đường truyền;' }] },
              { level: 0, runs: [{ text: 'Bổ sung máy quét.' }] },
            ],
          },
        ],
      },
      'proposals.ministries': 'Không.',
    })
  })

  test('the day up to which figures count is read from the sentence that says it', () => {
    const { proposals } = read('Số liệu báo cáo tính từ ngày 15/12/2025 đến ngày 10/9/2026.')
    expect(proposals).toMatchObject([{ key: 'general.data-until', value: '2026-09-10' }])
  })
})

test('what has no place is listed with its reason', () => {
  const { unplaced } = read('2. Cải cách thủ tục hành chính', 'Phường có 27 tổ dân phố và 31.250 nhân khẩu.')
  expect(unplaced.length).toBeGreaterThan(0)
  for (const { why } of unplaced) expect(why).toMatch(/\p{L}/u)
})

test('any text at all is read without failing, and proposes only items of the outline', () => {
  const keys = new Set(
    outline.parts.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ key }) => key))),
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '1.',
      'II. Kết quả',
      '12,5%',
      ':',
      '45/50',
      'Không phát sinh',
      '2. Cải cách TTHC',
      'tỷ đồng',
      '|||',
    ),
  )
  const paragraph = fc.array(text, { maxLength: 4 }).map((parts): DraftBlock => {
    return { kind: 'paragraph', label: '', runs: parts.map((part) => ({ text: part })) }
  })
  const table = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }).map(
    (rows): DraftBlock => ({
      kind: 'table',
      rows: rows.map((row) => row.map((cell) => ({ runs: [{ text: cell }] }))),
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, table), { maxLength: 6 }), (blocks) => {
      const { proposals } = readDraft(blocks, outline)
      expect(proposals.every(({ key, confidence }) => keys.has(key) && confidence >= 0 && confidence <= 1)).toBe(true)
      expect(new Set(proposals.map(({ key }) => key)).size).toBe(proposals.length)
    }),
    { numRuns: 40 },
  )
})
