import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import { addVehicle, planTrip, type Rider } from '@cchc/domain/logistics/contract.ts'
import { addBudgetLine, recordCost, reverseCost } from '@cchc/domain/logistics/ledger-contract.ts'
import type { Perform } from '../../platform/serve.ts'
import { at, type Deed } from './deed.ts'

interface Setting {
  readonly perform: Perform
  readonly planner: Viewer
  readonly campaignId: string
  readonly seats: readonly TeamMemberView[]
}

const mark = 'Dữ liệu minh họa'

const vehicles = [
  { name: 'Xe 7 chỗ (minh họa)', plate: '15A-000.01', seats: 7, ownership: 'own', driverName: 'Tài xế 1 (minh họa)' },
  { name: 'Xe 5 chỗ (minh họa)', plate: '15A-000.02', seats: 5, ownership: 'hired', driverName: 'Tài xế 2 (minh họa)' },
] as const

const lines = [
  { code: '01', name: 'Xăng xe, thuê xe', approved: 24_000_000 },
  { code: '02', name: 'Công tác phí', approved: 36_000_000 },
  { code: '03', name: 'In ấn, văn phòng phẩm', approved: 3_000_000 },
]

/** One that was entered twice and taken back, and one line that ran over, so that both can be seen. */
const costs = [
  {
    code: '01',
    spentOn: '2026-07-14',
    what: 'Xăng xe ngày 14/7',
    amount: 1_150_000,
    documentNumber: 'HĐ 0101',
    visitOn: '2026-07-14',
  },
  {
    code: '02',
    spentOn: '2026-07-31',
    what: 'Công tác phí tháng 7',
    amount: 8_400_000,
    documentNumber: 'BK 07',
    visitOn: null,
  },
  {
    code: '03',
    spentOn: '2026-07-10',
    what: 'In đề cương, biên bản',
    amount: 2_200_000,
    documentNumber: 'HĐ 0042',
    visitOn: null,
  },
  {
    code: '01',
    spentOn: '2026-08-04',
    what: 'Thuê xe ngày 04/8',
    amount: 2_600_000,
    documentNumber: 'HĐ 0133',
    visitOn: '2026-08-04',
  },
  {
    code: '01',
    spentOn: '2026-08-05',
    what: 'Thuê xe ngày 04/8 (ghi hai lần)',
    amount: 2_600_000,
    documentNumber: 'HĐ 0133',
    visitOn: '2026-08-04',
  },
  {
    code: '02',
    spentOn: '2026-08-31',
    what: 'Công tác phí tháng 8',
    amount: 7_200_000,
    documentNumber: 'BK 08',
    visitOn: null,
  },
  {
    code: '03',
    spentOn: '2026-09-01',
    what: 'Văn phòng phẩm quý III',
    amount: 1_150_000,
    documentNumber: 'HĐ 0161',
    visitOn: null,
  },
  {
    code: '01',
    spentOn: '2026-09-10',
    what: 'Xăng xe ngày 10/9',
    amount: 1_300_000,
    documentNumber: 'HĐ 0188',
    visitOn: '2026-09-10',
  },
]

/** Vehicles, the trips of the last and the next visit days, and a small ledger, all through the acts and all marked. */
export function logisticsDeeds({ perform, planner, campaignId, seats }: Setting): Deed[] {
  const params = { campaignId }
  const vehicleIds: string[] = []
  const lineIds = new Map<string, string>()
  const riders = seats
    .filter(({ role, personId }) => personId !== null && ['standing-deputy', 'member', 'secretary'].includes(role))
    .map(({ personId, teamMemberId, post }): Rider => ({ personId, teamMemberId, name: post }))

  const prepare = async (now: string) => {
    for (const vehicle of vehicles) {
      const body = { ...vehicle, seatsIncludeDriver: true, driverPhone: '', note: mark, outOfUse: false }
      vehicleIds.push((await perform(planner, addVehicle, { body }, { now })).vehicleId)
    }
    for (const line of lines) {
      const body = { ...line, source: 'Nguồn kinh phí CCHC', note: mark }
      const ledger = await perform(planner, addBudgetLine, { params, body }, { now })
      lineIds.set(line.code, ledger.lines.find(({ code }) => code === line.code)!.budgetLineId)
    }
  }
  const travel = (travelOn: string, half: 'morning' | 'afternoon') => async (now: string) => {
    const [departsAt, returnsAt] = half === 'morning' ? ['07:00', '11:30'] : ['13:00', '17:00']
    const first = riders.slice(0, 6)
    const parts = [
      { riders: first, place: 'Trụ sở Sở Nội vụ' },
      { riders: riders.slice(6), place: 'Trung tâm Chính trị - Hành chính' },
    ]
    for (const [index, { riders: own, place }] of parts.entries()) {
      const pickups = own.length > 0 ? [{ place, at: departsAt!, riders: own }] : []
      const trip = { vehicleId: vehicleIds[index]!, travelOn, departsAt: departsAt!, returnsAt: returnsAt!, pickups }
      await perform(planner, planTrip, { params, body: { ...trip, note: mark, inspectionId: null } }, { now })
    }
  }
  return [
    { at: at('2026-07-02', '09:00'), perform: prepare },
    ...costs.map(({ code, ...cost }) => ({
      at: at(cost.spentOn, '16:30'),
      perform: async (now: string) => {
        const body = { ...cost, budgetLineId: lineIds.get(code)!, inspectionId: null }
        const { costId, revision, what } = await perform(planner, recordCost, { params, body }, { now })
        if (!what.includes('ghi hai lần')) return
        const reversal = { revision, reason: 'Ghi trùng hóa đơn (minh họa)' }
        await perform(planner, reverseCost, { params: { costId }, body: reversal }, { now })
      },
    })),
    { at: at('2026-09-08', '15:00'), perform: travel('2026-09-10', 'morning') },
    { at: at('2026-09-11', '15:00'), perform: travel('2026-09-15', 'morning') },
    { at: at('2026-09-14', '15:00'), perform: travel('2026-09-17', 'afternoon') },
  ]
}
