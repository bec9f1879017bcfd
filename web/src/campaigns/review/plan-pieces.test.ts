import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesOf, mergePlans } from './plan-pieces.ts'

const base: CampaignPlan = {
  name: 'Kế hoạch kiểm tra năm 2026',
  year: 2026,
  number: '2251',
  symbol: 'QĐ-UBND',
  issuedOn: '2026-06-16',
  issuer: 'Chủ tịch Ủy ban nhân dân thành phố',
  signerName: null,
  signerPost: null,
  legalBases: ['Luật Tổ chức chính quyền địa phương'],
  recipients: [],
  periodFrom: '2026-07-01',
  periodTo: '2026-11-30',
  dataFrom: '2025-12-15',
  leadWorkingDays: 3,
  conclusionWorkingDays: null,
  remedyWorkingDays: null,
  fields: [
    { fieldKey: 'institutions', name: 'Cải cách thể chế', leadAgencyCode: 'STP' },
    { fieldKey: 'public-finance', name: 'Cải cách tài chính công', leadAgencyCode: 'STC' },
  ],
  team: [{ role: 'leader', post: 'Phó Chủ tịch', agencyCode: null, fieldKeys: [] }],
  units: [
    { line: 10, text: 'Phường Thạch Khê', unitCode: null, confirmed: false },
    { line: 11, text: 'Xã Việt Khê', unitCode: '11503', confirmed: true },
  ],
  outlineVersionId: null,
  settledDoubts: [],
}
const words = { nameOf: (code: string) => `đơn vị ${code}`, doubts: [{ key: 'a@1', sentence: 'Hai số liệu.' }] }
const differences = (mine: CampaignPlan, theirs: CampaignPlan) => differencesOf(base, mine, theirs, words)

describe('who changed what', () => {
  test.each([
    [{ conclusionWorkingDays: 10 }, {}, 'me', '10', 'để trống'],
    [{}, { conclusionWorkingDays: 10 }, 'them', 'để trống', '10'],
    [{ conclusionWorkingDays: 10 }, { conclusionWorkingDays: 15 }, 'both', '10', '15'],
    [{ periodTo: '2026-10-31' }, {}, 'me', '31/10/2026', '30/11/2026'],
    [{ settledDoubts: ['a@1'] }, {}, 'me', 'đã xem xét', 'chưa xem xét'],
  ] as const)('%j against %j', (mine, theirs, changedBy, read, other) => {
    const found = differences({ ...base, ...mine } as CampaignPlan, { ...base, ...theirs } as CampaignPlan)
    expect(found).toMatchObject([{ changedBy, mine: read, theirs: other }])
  })

  test('the same change by both is no difference', () => {
    const both = { ...base, remedyWorkingDays: 20 }
    expect(differences(both, structuredClone(both))).toEqual([])
  })

  test('a unit taken out, put in or chosen is one difference each, named as in the paper', () => {
    const [slip, exact] = base.units as [CampaignPlan['units'][number], CampaignPlan['units'][number]]
    const added = { line: null, text: 'Xã Hà Nam', unitCode: '10843', confirmed: true }
    const mine = { ...base, units: [{ ...slip, unitCode: '11002', confirmed: true }, exact] }
    const theirs = { ...base, units: [slip, added] }
    expect(differences(mine, theirs).map(({ label, mine, theirs }) => [label, mine, theirs])).toEqual([
      ['Đơn vị “Phường Thạch Khê”', 'đơn vị 11002', 'chưa chọn'],
      ['Đơn vị “Xã Việt Khê”', 'đơn vị 11503', 'không có trong danh sách'],
      ['Đơn vị “Xã Hà Nam”', 'không có trong danh sách', 'đơn vị 10843'],
    ])
  })
})

const code = fc.constantFrom(null, '11002', '11503')
const edited = fc
  .record({
    name: fc.constantFrom('A', 'B'),
    remedyWorkingDays: fc.constantFrom(null, 10, 20),
    recipients: fc.subarray(['Như Điều 3', 'Bộ Nội vụ']),
    lead: fc.constantFrom(null, 'STP', 'SNV'),
    slip: code,
    keepsSecond: fc.boolean(),
    settledDoubts: fc.subarray(['a@1']),
  })
  .map(
    ({ lead, slip, keepsSecond, ...whole }): CampaignPlan => ({
      ...base,
      ...whole,
      fields: base.fields.map((field, at) => (at === 0 ? { ...field, leadAgencyCode: lead } : field)),
      units: base.units
        .map((unit, at) => (at === 0 ? { ...unit, unitCode: slip, confirmed: slip !== null } : unit))
        .slice(0, keepsSecond ? 2 : 1),
    }),
  )

test('keeping all of one side gives that side, keeping none the other', () => {
  fc.assert(
    fc.property(edited, edited, (mine, theirs) => {
      const found = differences(mine, theirs)
      expect(mergePlans(mine, theirs, found, () => false)).toEqual(theirs)
      expect(
        differences(
          mine,
          mergePlans(mine, theirs, found, () => true),
        ),
      ).toEqual([])
    }),
  )
})
