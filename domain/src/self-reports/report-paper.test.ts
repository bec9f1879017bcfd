import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Outline, outlineFor, outlineItems } from '../outlines/outline.ts'
import type { Block, Paper } from '../papers/paper.ts'
import type { SelfReportView } from './contract.ts'
import { reportPaper } from './report-paper.ts'

const seed = new URL('../../../server/seed/outline-2026.json', import.meta.url)
const content: unknown = JSON.parse(readFileSync(seed, 'utf8'))
const outline = Outline.parse((content as { outline?: unknown }).outline ?? content)

const view = (changes: Partial<SelfReportView>): SelfReportView => ({
  selfReportId: '0199a000-0000-7000-8000-000000000001',
  inspectionId: '0199a000-0000-7000-8000-000000000002',
  unitCode: '1',
  unitName: 'Phường Đông Hải',
  unitType: 'ward',
  advisory: false,
  state: 'drafting',
  outline,
  answers: [],
  explanations: {},
  visitOn: '2026-09-23',
  dataFrom: '2025-12-15',
  dueOn: '2026-09-18',
  counted: [],
  why: null,
  workingDaysLeft: 3,
  sentAt: null,
  verdict: null,
  daysLate: null,
  fingerprint: null,
  remarks: [],
  version: 0,
  correction: null,
  extendedTo: null,
  actions: [],
  ...changes,
})
const paperOf = (changes: Partial<SelfReportView>, illustrative = true) =>
  reportPaper({ view: view(changes), provinceName: 'thành phố Hải Phòng', illustrative, year: 2026 })
const answer = (itemKey: string, value: string | number) => ({
  itemKey,
  value,
  revision: 1,
  savedBy: 'Trần H.',
  savedAt: '2026-09-14T02:00:00Z',
})
const words = (block: Block) =>
  'runs' in block ? block.runs.map((run) => run.text).join('') : 'text' in block ? `${block.label} ${block.text}` : ''
const textOf = (paper: Paper) => paper.blocks.map(words).join('\n')

describe('reportPaper', () => {
  it.each([
    ['ward', false, 'commune'],
    ['department', false, 'department'],
    ['department', true, 'advisory-department'],
  ] as const)(
    'prints every item of a %s (advisory: %s) in the order of the outline',
    (unitType, advisory, unitKind) => {
      const text = textOf(paperOf({ unitType, advisory })).toLocaleLowerCase('vi')
      let from = 0
      for (const { item } of outlineItems(outlineFor(outline, unitKind))) {
        const at = text.indexOf(item.label.toLocaleLowerCase('vi'), from)
        expect(at, item.key).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    },
  )

  it('prints figures as papers write them, computed ones too, and texts line by line', () => {
    const answers = [
      answer('admin-procedures.resolved', 12105),
      answer('admin-procedures.on-time', 11984),
      answer('admin-procedures.online-rate', 91.4),
      answer('steering.resources', 'Dòng một\n- gạch đầu dòng'),
    ]
    const text = textOf(paperOf({ answers }))
    expect(text).toContain('Số hồ sơ đã giải quyết: 12.105 hồ sơ')
    expect(text).toContain('Đạt tỷ lệ: 99%')
    expect(text).toContain('Tỷ lệ hồ sơ trực tuyến: 91,4%')
    expect(text).toContain('Dòng một\ngạch đầu dòng')
  })

  it('carries the explanations with what they explain', () => {
    const text = textOf(
      paperOf({
        answers: [answer('admin-procedures.satisfaction-rate', 94.2)],
        explanations: { 'below-target:admin-procedures.satisfaction-rate': 'Đang sắp xếp lại bộ phận một cửa.' },
      }),
    )
    expect(text).toContain('Giải trình: Đang sắp xếp lại bộ phận một cửa.')
  })

  it('is dated once it is sent, and not again while it is being mended', () => {
    const sentAt = '2026-09-15T20:00:00Z'
    expect(paperOf({ state: 'sent', sentAt }).issuedOn).toBe('2026-09-16')
    expect(paperOf({ state: 'returned', sentAt }).issuedOn).toBeNull()
  })

  it('is marked where the data is illustrative', () => {
    expect(paperOf({}).printed.illustrativeMark).toMatch(/minh họa/)
    expect(paperOf({}, false).printed.illustrativeMark).toBeNull()
  })

  it('lists the files that go with it by the item they back, and nothing where there are none', () => {
    const file = { name: 'a.pdf', caption: '', pageFrom: null, pageTo: null }
    const evidence = [
      {
        ...file,
        place: 'admin-procedures.on-time',
        name: 'so-theo-doi.pdf',
        caption: 'Bảng 2',
        pageFrom: 3,
        pageTo: 5,
      },
      { ...file, place: 'admin-procedures.resolved' },
      { ...file, place: 'no.longer-asked' },
    ]
    const paper = reportPaper({
      view: view({}),
      provinceName: 'thành phố Hải Phòng',
      illustrative: true,
      year: 2026,
      evidence,
    })
    const last = paper.blocks.findLast((block) => 'rows' in block)
    const rows =
      last && 'rows' in last ? last.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join(''))) : []
    expect(rows.map(([number, , name, pages]) => [number, name, pages])).toEqual([
      ['1', 'a.pdf', ''],
      ['2', 'so-theo-doi.pdf: Bảng 2', 'tr. 3–5'],
    ])
    expect(textOf(paper)).toContain('Tài liệu minh chứng kèm theo:')
    expect(textOf(paperOf({}))).not.toContain('Tài liệu minh chứng')
  })
})
