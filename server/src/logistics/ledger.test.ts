import {
  addBudgetLine,
  attachEvidence,
  type CostView,
  downloadEvidence,
  downloadLedger,
  getLedger,
  listInspectionCosts,
  recordCost,
  reverseCost,
  saveBudgetLine,
  saveCost,
} from '@cchc/domain/logistics/ledger-contract.ts'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign, buildInspection, tellCircle } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  leader,
  member,
  otherPlanner,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
} from '../../test/people.ts'

let house: TestHouse
let campaign: BuiltCampaign
let params: { campaignId: string }
beforeEach(async () => {
  house = await openTestHouse()
  house.clock.set('2026-08-20T02:00:00Z')
  campaign = await buildCampaign(house)
  params = { campaignId: campaign.campaignId }
})
afterEach(() => house.close())

const line = { code: '01', name: 'Xăng xe', approved: 10_000_000, source: 'Nguồn kinh phí CCHC', note: '' }
const addLine = async (more: Partial<typeof line> = {}) => {
  const { lines } = (await house.as(planner).call(addBudgetLine, { params, body: { ...line, ...more } })).ok()
  return lines.find(({ code }) => code === (more.code ?? line.code))!
}
const wish = (
  budgetLineId: string,
  more: Partial<{ amount: number; spentOn: string; what: string; visitOn: string }> = {},
) => ({
  budgetLineId,
  spentOn: '2026-07-15',
  what: 'Xăng đi Lê Chân',
  amount: 1_200_000,
  documentNumber: 'HĐ 0012',
  visitOn: null,
  ...more,
})
const spend = (
  budgetLineId: string,
  more: Parameters<typeof wish>[1] = {},
  inspectionId: string | null = null,
  person = planner,
) => house.as(person).call(recordCost, { params, body: { ...wish(budgetLineId, more), inspectionId } })
const ledger = async (person: TestPerson = planner) => (await house.as(person).call(getLedger, { params })).ok()
const reverse = (cost: Pick<CostView, 'costId' | 'revision'>, reason = 'Ghi nhầm') =>
  house.as(planner).call(reverseCost, { params: { costId: cost.costId }, body: { revision: cost.revision, reason } })

test('costs add up by line and month; more than was approved is a negative rest', async () => {
  const [one, two] = [await addLine(), await addLine({ code: '02', name: 'Văn phòng phẩm', approved: 500_000 })]
  for (const more of [{}, { amount: 800_000, spentOn: '2026-08-03' }]) (await spend(one.budgetLineId, more)).ok()
  ;(await spend(two.budgetLineId, { amount: 700_000, spentOn: '2026-08-04' })).ok()
  const { lines, months, totals } = await ledger(cityViewer)
  expect(lines.map(({ code, spent, left }) => [code, spent, left])).toEqual([
    ['01', 2_000_000, 8_000_000],
    ['02', 700_000, -200_000],
  ])
  expect(totals).toEqual({ approved: 10_500_000, spent: 2_700_000, left: 7_800_000 })
  expect(months).toEqual([
    { month: '2026-07', spent: 1_200_000, byLine: [{ budgetLineId: one.budgetLineId, spent: 1_200_000 }] },
    {
      month: '2026-08',
      spent: 1_500_000,
      byLine: [
        { budgetLineId: one.budgetLineId, spent: 800_000 },
        { budgetLineId: two.budgetLineId, spent: 700_000 },
      ],
    },
  ])
})

test('a cost is taken back by a row of the opposite amount; both stay, and once is enough', async () => {
  const { budgetLineId } = await addLine()
  const cost = (await spend(budgetLineId)).ok()
  const taken = (await reverse(cost)).ok()
  const { totals, costs, months } = await ledger()
  expect(totals.spent).toBe(0)
  expect(costs.map(({ amount, spentOn, reverses }) => [amount, spentOn, reverses])).toEqual([
    [-1_200_000, '2026-08-20', cost.costId],
    [1_200_000, '2026-07-15', null],
  ])
  expect(months.map(({ month, spent }) => [month, spent])).toEqual([
    ['2026-07', 1_200_000],
    ['2026-08', -1_200_000],
  ])
  expect(taken.reversedBy).toBe(costs[0]!.costId)
  for (const one of costs) expect((await reverse(one)).error?.code).toBe('cost-settled')
  const body = { ...wish(budgetLineId), revision: 0 }
  expect((await house.as(planner).call(saveCost, { params: { costId: cost.costId }, body })).error?.code).toBe(
    'cost-settled',
  )
})

test('of ten who take one cost back at once, exactly one', async () => {
  const { budgetLineId } = await addLine()
  const cost = (await spend(budgetLineId)).ok()
  const answers = await Promise.all(Array.from({ length: 10 }, () => reverse(cost)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await ledger()).totals.spent).toBe(0)
})

test('a cost is edited by revision; what it was stays in the history', async () => {
  const { budgetLineId } = await addLine()
  const { costId } = (await spend(budgetLineId)).ok()
  const body = { ...wish(budgetLineId, { amount: 1_500_000 }), revision: 0 }
  ;(await house.as(planner).call(saveCost, { params: { costId }, body })).ok()
  const stale = await house.as(otherPlanner).call(saveCost, { params: { costId }, body })
  expect([stale.status, stale.error?.details]).toMatchObject([409, { amount: 1_500_000, revision: 1 }])
  const { details } = await house.owner
    .selectFrom('auditEvents')
    .select('details')
    .where('action', '=', 'cost.edit')
    .executeTakeFirstOrThrow()
  expect(details).toMatchObject({ before: { amount: 1_200_000 }, after: { amount: 1_500_000 } })
})

describe('what is refused', () => {
  test.each<[string, Parameters<typeof wish>[1], string]>([
    ['a negative amount', { amount: -1 }, 'amount-not-plausible'],
    ['nothing', { amount: 0 }, 'amount-not-plausible'],
    ['part of a đồng', { amount: 0.5 }, 'amount-not-plausible'],
    ['an absurd amount', { amount: 1e13 }, 'amount-not-plausible'],
    ['a day to come', { spentOn: '2026-08-21' }, 'spent-in-the-future'],
  ])('%s', async (_, more, code) => {
    const { budgetLineId } = await addLine()
    const answer = await spend(budgetLineId, more)
    expect([answer.status, answer.error?.code]).toEqual([422, code])
    expect((await ledger()).costs).toEqual([])
  })

  test('a line of another campaign, a closed line, a code that is taken, an absurd approval', async () => {
    const { budgetLineId } = await addLine()
    const other = await buildCampaign(house, { year: 2027, number: '1', state: 'issued' })
    const body = { ...wish(budgetLineId), inspectionId: null }
    const elsewhere = await house.as(planner).call(recordCost, { params: { campaignId: other.campaignId }, body })
    expect(elsewhere.error?.code).toBe('no-such-budget-line')
    const again = await house.as(planner).call(addBudgetLine, { params, body: line })
    expect([again.status, again.error?.code]).toEqual([409, 'budget-code-taken'])
    const absurd = await house.as(planner).call(addBudgetLine, { params, body: { ...line, code: '09', approved: -5 } })
    expect(absurd.error?.code).toBe('amount-not-plausible')
    const close = { ...line, closed: true, revision: 0 }
    ;(await house.as(planner).call(saveBudgetLine, { params: { budgetLineId }, body: close })).ok()
    expect((await spend(budgetLineId)).error?.code).toBe('budget-line-closed')
    const stale = await house.as(planner).call(saveBudgetLine, { params: { budgetLineId }, body: close })
    expect([stale.status, stale.error?.code]).toEqual([409, 'changed-meanwhile'])
  })

  test('reading and writing by role', async () => {
    const { budgetLineId } = await addLine()
    for (const person of [standingDeputy, leader, cityViewer]) {
      expect((await ledger(person)).lines).toHaveLength(1)
      expect((await spend(budgetLineId, {}, null, person)).error?.code).toBe('not-permitted')
    }
    for (const person of [member, unitHead])
      expect((await house.as(person).call(getLedger, { params })).error?.code).toBe('not-permitted')
  })
})

test('a receipt is kept by its content and comes back as it was', async () => {
  const { budgetLineId } = await addLine()
  const { costId } = (await spend(budgetLineId)).ok()
  const pdf = Buffer.from('%PDF-1.7\nhóa đơn')
  const attach = (bytes: Buffer) =>
    house
      .as(planner)
      .call(attachEvidence, { params: { costId }, file: { name: 'hoa-don.pdf', mediaType: 'application/pdf', bytes } })
  expect((await attach(Buffer.from('MZ'))).error?.code).toBe('file-kind-not-allowed')
  expect((await attach(pdf)).ok().evidence).toEqual({ name: 'hoa-don.pdf', size: pdf.length })
  expect((await house.as(leader).call(downloadEvidence, { params: { costId } })).raw).toEqual(pdf)
  expect((await house.as(member).call(downloadEvidence, { params: { costId } })).error?.code).toBe('not-permitted')
})

test('the workbook holds what the page shows, and a formula somebody typed stays a text', async () => {
  const { budgetLineId } = await addLine({ name: '=1+1' })
  for (const what of ['=HYPERLINK("x")', '+84 225', '-5%', '@tên', 'Xăng xe'])
    (await spend(budgetLineId, { what })).ok()
  const file = await house.as(cityViewer).call(downloadLedger, { params })
  const sheets = await readExcelFile(file.raw)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Dự toán', 'Theo tháng', 'Chứng từ chi'])
  expect(sheets[0]!.data[1]!.slice(0, 6)).toEqual([
    '01',
    '=1+1',
    'Nguồn kinh phí CCHC',
    10_000_000,
    6_000_000,
    4_000_000,
  ])
  expect(
    sheets[2]!.data
      .slice(1)
      .map((row) => row[2])
      .sort(),
  ).toEqual(['+84 225', '-5%', '=HYPERLINK("x")', '@tên', 'Xăng xe'].sort())
  expect(file.raw.includes('<f>')).toBe(false)
})

describe('a cost of an unannounced inspection', () => {
  let secret: string
  let budgetLineId: string
  beforeEach(async () => {
    const built = await buildInspection(house, { campaign, kind: 'unannounced', state: 'ordered' })
    secret = built.inspectionId
    await tellCircle(house, secret, planner, leader)
    budgetLineId = (await addLine()).budgetLineId
    ;(await spend(budgetLineId, { amount: 300_000 })).ok()
  })
  const everybody = [planner, otherPlanner, leader, standingDeputy, cityViewer]
  const world = async (person: TestPerson) => {
    const answers = [
      await house.as(person).call(getLedger, { params }),
      await house.as(person).call(downloadLedger, { params }),
    ]
    return [answers[0]!.raw.toString(), JSON.stringify(await readExcelFile(answers[1]!.raw))]
  }

  test('is in no list, sum and file, not even its circle’s; they find it with its inspection', async () => {
    const before = await Promise.all(everybody.map(world))
    const cost = (await spend(budgetLineId, { amount: 900_000 }, secret)).ok()
    expect(await Promise.all(everybody.map(world))).toEqual(before)
    const own = await house.as(leader).call(listInspectionCosts, { params: { inspectionId: secret } })
    expect(own.ok().costs).toMatchObject([{ costId: cost.costId, amount: 900_000 }])
    const pdf = { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }
    ;(await house.as(planner).call(attachEvidence, { params: { costId: cost.costId }, file: pdf })).ok()
    for (const person of [otherPlanner, standingDeputy, cityViewer]) {
      const asked = await house.as(person).call(listInspectionCosts, { params: { inspectionId: secret } })
      const file = await house.as(person).call(downloadEvidence, { params: { costId: cost.costId } })
      expect([asked.error?.code, file.error?.code]).toEqual(['no-such-inspection', 'no-such-cost'])
    }
    const taken = { revision: 1, reason: 'Thử' }
    const touched = await house.as(otherPlanner).call(reverseCost, { params: { costId: cost.costId }, body: taken })
    expect(touched.error?.code).toBe('no-such-cost')
    expect((await spend(budgetLineId, {}, secret, otherPlanner)).error?.code).toBe('no-such-inspection')
  })

  test('its line is closed by a stranger as any other line is', async () => {
    ;(await spend(budgetLineId, { amount: 900_000 }, secret)).ok()
    const body = { ...line, approved: 300_000, closed: true, revision: 0 }
    const { lines } = (await house.as(otherPlanner).call(saveBudgetLine, { params: { budgetLineId }, body })).ok()
    expect(lines).toMatchObject([{ spent: 300_000, left: 0, closed: true }])
  })

  test('the database shows it and its receipt to its circle alone', async () => {
    const { costId } = (await spend(budgetLineId, {}, secret)).ok()
    const pdf = { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }
    ;(await house.as(planner).call(attachEvidence, { params: { costId }, file: pdf })).ok()
    const seenBy = (person: TestPerson) =>
      house.within(person, async ({ db }) => [
        (await db.selectFrom('costs').selectAll().execute()).length,
        (await db.selectFrom('files').selectAll().execute()).length,
      ])
    expect(await seenBy(planner)).toEqual([2, 1])
    for (const person of [otherPlanner, cityViewer, member]) expect(await seenBy(person)).toEqual([1, 0])
  })

  test('counts once the inspection has been opened', async () => {
    ;(await spend(budgetLineId, { amount: 900_000 }, secret)).ok()
    await house.owner.updateTable('inspections').set({ state: 'opened' }).where('inspectionId', '=', secret).execute()
    const { totals, costs } = await ledger(otherPlanner)
    expect(totals.spent).toBe(1_200_000)
    expect(costs.map(({ unitName }) => unitName)).toContain('Phường Lê Chân')
  })
})

test('the application cannot delete what was entered', async () => {
  const { budgetLineId } = await addLine()
  ;(await spend(budgetLineId)).ok()
  for (const table of ['costs', 'budgetLines', 'vehicles'] as const)
    await expect(house.within(planner, ({ db }) => db.deleteFrom(table).execute())).rejects.toThrow(/permission denied/)
})
