import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkOutline } from '../outlines/check-outline.ts'
import { outlineItems } from '../outlines/outline.ts'
import { CommuneRow, type Unit, unitsFromRows } from '../units/unit.ts'
import { readDecision } from './decision/read-decision.ts'
import { outlineFromProposal } from './outline-from-proposal.ts'
import { gapsOf, planFromProposal } from './plan.ts'

const seed = (name: string) => readFileSync(new URL(`../../../server/seed/${name}`, import.meta.url), 'utf8')
const departments: Unit[] = JSON.parse(seed('hai-phong-departments.json')).map(
  (row: { code: string; name: string; aliases: string[] }) => ({
    ...row,
    type: 'department' as const,
    provinceCode: '31',
  }),
)
const communes = unitsFromRows(
  CommuneRow.array().parse(JSON.parse(seed('hai-phong-units.json'))),
  '31',
  JSON.parse(seed('hai-phong-units-extra.json')),
)
const proposal = readDecision(seed('decision-2251.txt'), [...departments, ...communes])
const plan = planFromProposal(proposal, departments, [
  { outlineVersionId: 'b7a5c9e0-0000-4000-8000-000000000001', year: 2026 },
])
const reviewed = {
  ...plan,
  conclusionWorkingDays: 10,
  remedyWorkingDays: 20,
  units: plan.units.map((unit) =>
    unit.unitCode ? unit : { ...unit, unitCode: unit.text.includes('Thạch') ? '11002' : '11140', confirmed: true },
  ),
}

describe('the plan of the real decision', () => {
  test('is proposed whole', () => {
    expect(plan).toMatchObject({
      year: 2026,
      number: '2251',
      symbol: 'QĐ-UBND',
      periodFrom: '2026-07-01',
      periodTo: '2026-11-30',
      dataFrom: '2025-12-15',
      leadWorkingDays: 3,
    })
    expect(plan.units).toHaveLength(27)
    expect(plan.team.map(({ role }) => role)).toEqual([
      'leader',
      'standing-deputy',
      ...Array(5).fill('deputy'),
      ...Array(6).fill('member'),
      'secretary',
    ])
  })

  test('leaves slips and unfixed days to a person', () => {
    const sentences = gapsOf(plan, proposal).map(({ sentence }) => sentence)
    expect(sentences.filter((sentence) => sentence.includes('chưa được xác nhận'))).toHaveLength(2)
    expect(sentences).toContain('Chưa có số ngày làm việc để ban hành kết luận.')
    expect(sentences).toContain('Chưa có số ngày làm việc để khắc phục.')
  })

  test('may be issued once a person has settled them', () => {
    expect(gapsOf(reviewed, proposal)).toEqual([])
  })

  test.each<[string, Partial<typeof reviewed>, RegExp]>([
    [
      'two lines on one unit',
      {
        units: reviewed.units.map((unit) => ({
          ...unit,
          unitCode: unit.text === 'Phường Hải Dương' ? '11383' : unit.unitCode,
        })),
      },
      /cùng một đơn vị/,
    ],
    ['a period that ends before it begins', { periodTo: '2026-06-01' }, /sớm hơn/],
    [
      'two leaders',
      { team: [...reviewed.team, { role: 'leader', post: 'Trưởng đoàn', agencyCode: null, fieldKeys: [] }] },
      /một Trưởng đoàn/,
    ],
    ['the outline of the paper, with its doubts open', { outlineVersionId: null }, /hai số liệu/],
    ['no units', { units: [] }, /Chưa có đơn vị/],
  ])('is refused with %s', (_, change, sentence) => {
    expect(gapsOf({ ...reviewed, ...change }, proposal).map((gap) => gap.sentence)).toEqual(
      expect.arrayContaining([expect.stringMatching(sentence)]),
    )
  })
})

test('the outline of the paper can be answered as it is', () => {
  const outline = outlineFromProposal(proposal.outline!)
  expect(checkOutline(outline)).toEqual([])
  expect(outline.parts).toHaveLength(5)
  expect(outlineItems(outline).filter(({ item }) => item.kind !== 'heading').length).toBeGreaterThan(80)
})
