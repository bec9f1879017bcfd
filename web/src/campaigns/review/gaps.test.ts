import { readFileSync } from 'node:fs'
import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import { readDecision } from '@cchc/domain/campaigns/decision/read-decision.ts'
import { gapsOf, planFromProposal } from '@cchc/domain/campaigns/plan.ts'
import { CommuneRow, type Unit, unitsFromRows } from '@cchc/domain/units/unit.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { reviewGaps } from './gaps.ts'

const seed = (name: string) => readFileSync(new URL(`../../../../server/seed/${name}`, import.meta.url), 'utf8')
const departments: Unit[] = z
  .array(z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()) }))
  .parse(JSON.parse(seed('hai-phong-departments.json')))
  .map((row) => ({ ...row, type: 'department', provinceCode: '31' }))
const catalogue = [
  ...departments,
  ...unitsFromRows(z.array(CommuneRow).parse(JSON.parse(seed('hai-phong-units.json'))), '31'),
]
const proposal = readDecision(seed('decision-2251.txt'), catalogue)
const draft = planFromProposal(proposal, departments, [])

/** Every value given, every unit chosen, every doubt looked at. */
const settled: CampaignPlan = {
  ...draft,
  conclusionWorkingDays: 10,
  remedyWorkingDays: 20,
  units: draft.units.map((unit, at) => ({ ...unit, unitCode: unit.unitCode ?? `code-${at}`, confirmed: true })),
  settledDoubts: proposal.doubts.map(({ key }) => key),
}

test('the real decision asks for each thing once: two terms, two units, and what only a look settles', () => {
  const gaps = reviewGaps(draft, proposal)
  expect(gaps.filter(({ part }) => part === 'period').map(({ place }) => place)).toEqual([0, 1])
  expect(gaps.filter(({ part }) => part === 'units').map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('Phường Thạch Khê'),
    expect.stringContaining('Xã Lạc Phụng'),
  ])
  const doubts = gaps.filter(({ part }) => part === 'doubts')
  expect(doubts.length).toBeGreaterThan(0)
  expect(doubts.every(({ sentence }) => !sentence.includes('Thạch Khê'))).toBe(true)
})

test('the parts come in the order of the page', () => {
  const order = ['decision', 'period', 'team', 'units', 'outline', 'doubts']
  const parts = reviewGaps({ ...draft, name: '', team: [] }, proposal).map(({ part }) => order.indexOf(part))
  expect(parts).toEqual([...parts].sort((a, b) => a - b))
})

const emptied = fc.subarray([
  'name',
  'year',
  'number',
  'symbol',
  'issuedOn',
  'issuer',
  'signerName',
  'periodFrom',
  'periodTo',
  'dataFrom',
  'leadWorkingDays',
  'conclusionWorkingDays',
  'remedyWorkingDays',
] as const)

test('nothing is left on the screen exactly when nothing stands before issuing', () => {
  const property = fc.property(
    emptied,
    fc.boolean(),
    fc.boolean(),
    fc.subarray(proposal.doubts.map(({ key }) => key)),
    (keys, withTeam, withUnits, ticked) => {
      const plan = {
        ...settled,
        ...Object.fromEntries(keys.map((key) => [key, key === 'name' ? '' : null])),
        team: withTeam ? settled.team : [],
        units: withUnits ? settled.units : draft.units,
        settledDoubts: ticked,
      }
      expect(reviewGaps(plan, proposal).length === 0).toBe(gapsOf(plan, proposal).length === 0)
    },
  )
  fc.assert(property, { examples: [[[], true, true, proposal.doubts.map(({ key }) => key)]] })
  expect(reviewGaps(settled, proposal)).toEqual([])
})
