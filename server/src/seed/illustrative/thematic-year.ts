import { recordFinding } from '@cchc/domain/fieldwork/contract.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import {
  getRegistration,
  mergeThematic,
  proposeDecision,
  type RegistrationBody,
  registerThematic,
  saveThematicResult,
  separateThematic,
} from '@cchc/domain/thematic/contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { at, type Deed } from './deed.ts'
import { idOf } from './draws.ts'
import { hasReached, type PlannedVisit } from './season-plan.ts'

export interface ThematicYear {
  readonly perform: Perform
  readonly cast: Cast
  readonly campaignId: string
  /** In the order of the decision's list. */
  readonly inspections: readonly InspectionRow[]
  /** How far each of them comes. */
  readonly plan: readonly (PlannedVisit | null)[]
}

/** Places in the decision's list: visited in July, to be visited on 18/9 and on 13/10. */
const visitedInJuly = 2
const visitedInSeptember = 15
const visitedInOctober = 9

/**
 * Three departments' own inspections: one merged into two common visits, one of them made; one that waits with an overlap;
 * one held separately by an exception. Invented, and marked so.
 */
export function thematicDeeds(year: ThematicYear): Deed[] {
  return [...notaryDeeds(year), ...assetDeeds(year), ...securityDeeds(year)]
}

const invented = (text: string) => `${text} (dữ liệu minh họa)`

/** Sở Tư pháp: merged, with its own finding and result at the visit that has been made. */
function notaryDeeds(year: ThematicYear): Deed[] {
  const { perform, cast, inspections, plan } = year
  const own = registration(year, '31-STP', {
    title: invented('Kiểm tra công tác chứng thực, hộ tịch'),
    content: 'Việc chứng thực bản sao, chữ ký; đăng ký khai sinh, khai tử; lưu sổ và thu phí.',
    legalBasis: 'Kế hoạch kiểm tra năm 2026 của Sở Tư pháp (dữ liệu minh họa)',
    fieldKeys: ['institutions'],
    units: [
      { unitCode: inspections[visitedInJuly]!.unitCode, wish: { from: '2026-07-01', to: '2026-07-31' } },
      { unitCode: inspections[visitedInSeptember]!.unitCode, wish: { from: '2026-09-15', to: '2026-09-18' } },
    ],
  })
  const joined = [visitedInJuly, visitedInSeptember].map((place) => inspections[place]!)
  const merge = async (now: string) => {
    for (const host of joined) {
      const unit = await own.unit(host.unitCode)
      const body = { revision: unit.revision, hostId: host.inspectionId, note: '' }
      await perform(cast.standingDeputy, mergeThematic, { params: unit, body }, { now })
    }
  }
  const [visited] = joined
  const find = async (now: string) => {
    const body = {
      findingId: idOf('thematic finding'),
      fieldKey: 'institutions',
      kind: 'shortcoming' as const,
      text: invented('Sổ chứng thực ghi thiếu số tờ ở một số trường hợp'),
      cause: 'Công chức mới nhận việc.',
      responsible: 'Bộ phận Tư pháp - Hộ tịch',
    }
    await perform(own.coordinator, recordFinding, { params: visited!, body }, { now })
  }
  const sumUp = async (now: string) => {
    const unit = await own.unit(visited!.unitCode)
    const text = invented('Công tác chứng thực cơ bản đúng quy định; yêu cầu ghi bổ sung sổ chứng thực trong 15 ngày.')
    await perform(
      own.coordinator,
      saveThematicResult,
      { params: unit, body: { revision: unit.revision, text } },
      { now },
    )
  }
  const visit = plan[visitedInJuly]
  const isMade = visit && hasReached(visit, 'visited')
  return [
    { at: at('2026-06-24', '09:00'), perform: own.register },
    { at: at('2026-06-26', '15:00'), perform: merge },
    ...(isMade
      ? [
          { at: at(visit.visitOn, visit.halfDay === 'morning' ? '09:30' : '15:30'), perform: find },
          { at: at('2026-09-11', '10:00'), perform: sumUp },
        ]
      : []),
  ]
}

/** Sở Tài chính: waits with an overlap, on which the secretary has made a proposal, and at a unit where there is none. */
function assetDeeds(year: ThematicYear): Deed[] {
  const { perform, cast, inspections } = year
  const host = inspections[visitedInOctober]!
  const free = inspections[inspections.length - 1]!
  const own = registration(year, '31-STC', {
    title: invented('Kiểm tra quản lý, sử dụng tài sản công sau sắp xếp'),
    content: 'Kiểm kê, bàn giao trụ sở; sử dụng xe, trang thiết bị; công khai tài sản công.',
    legalBasis: '',
    fieldKeys: ['public-finance'],
    units: [
      { unitCode: host.unitCode, wish: { from: '2026-10-01', to: '2026-10-31' } },
      { unitCode: free.unitCode, wish: { from: '2026-11-01', to: '2026-11-30' } },
    ],
  })
  const propose = async (now: string) => {
    const body = {
      act: 'merge' as const,
      hostId: host.inspectionId,
      note: 'Cùng tháng 10, nội dung gần lĩnh vực tài chính công.',
    }
    await perform(cast.planner, proposeDecision, { params: await own.unit(host.unitCode), body }, { now })
  }
  return [
    { at: at('2026-09-08', '14:00'), perform: own.register },
    { at: at('2026-09-10', '09:00'), perform: propose },
  ]
}

/** Sở Khoa học và Công nghệ: a unit that the team has visited, by an exception of the leader's. */
function securityDeeds(year: ThematicYear): Deed[] {
  const { perform, cast, inspections } = year
  const { unitCode } = inspections[visitedInJuly]!
  const own = registration(year, '31-SKHCN', {
    title: invented('Kiểm tra an toàn thông tin hệ thống một cửa'),
    content: 'Phân quyền tài khoản, sao lưu, nhật ký truy cập hệ thống giải quyết thủ tục hành chính.',
    legalBasis: '',
    fieldKeys: ['digital-government'],
    units: [{ unitCode, wish: { from: '2026-10-05', to: '2026-10-09' } }],
  })
  const allow = async (now: string) => {
    const unit = await own.unit(unitCode)
    const body = {
      revision: unit.revision,
      note: '',
      exceptionReason: invented('Có cảnh báo mất an toàn thông tin, phải kiểm tra ngay, không chờ năm sau'),
    }
    await perform(cast.leader, separateThematic, { params: unit, body }, { now })
  }
  return [
    { at: at('2026-09-03', '09:00'), perform: own.register },
    { at: at('2026-09-07', '16:00'), perform: allow },
  ]
}

/** A department's registration, which its coordinator makes and takes part in. */
function registration(
  { perform, cast, campaignId }: ThematicYear,
  agencyCode: string,
  words: Omit<RegistrationBody, 'people'>,
) {
  const coordinator = cast.coordinators.get(agencyCode)!
  let registrationId = ''
  return {
    coordinator,
    register: async (now: string) => {
      const { personId, fullName, post } = coordinator
      const body = { ...words, people: [{ personId, fullName, post }] }
      registrationId = (await perform(coordinator, registerThematic, { params: { campaignId }, body }, { now }))
        .registrationId
    },
    unit: async (unitCode: string) => {
      const { units } = await perform(coordinator, getRegistration, { params: { registrationId } })
      return units.find((unit) => unit.unitCode === unitCode)!
    },
  }
}
