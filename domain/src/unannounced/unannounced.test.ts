import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { isSecret } from '../inspections/states.ts'
import type { PaperFrame } from '../papers/paper.ts'
import { paperLines } from '../papers/paper-lines.ts'
import { UnannouncedPlan } from './contract.ts'
import { type UnannouncedPaper, unannouncedNoticePaper, unannouncedOrderPaper } from './papers.ts'
import {
  actionsNow,
  needsNewOrder,
  openingRefusal,
  type PlainVisit,
  placeTimesRefusal,
  planRefusal,
  requireMayBeTold,
  warningsOf,
} from './rules.ts'

const period = { periodFrom: '2026-07-01', periodTo: '2026-11-30' }
const plan: UnannouncedPlan = {
  unitCode: '11383',
  reasons: 'Nhiều hồ sơ quá hạn',
  notes: '',
  visitOn: '2026-08-18',
  halfDay: 'morning',
  places: [{ kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công', address: 'số 1 đường A' }],
  people: [],
  circle: [],
}

describe('a plan', () => {
  it.each([
    ['2026-08-18', null],
    [null, null],
    ['2026-08-10', null],
    ['2026-08-09', 'in-the-past'],
    ['2026-06-30', 'outside-period'],
    ['2026-12-01', 'outside-period'],
    ['2026-11-30', null],
  ])('for %s gives %s', (visitOn, code) => {
    expect(planRefusal({ visitOn }, period, '2026-08-10')?.code ?? null).toBe(code)
  })
  it('has a day and a half-day together, and at least one place', () => {
    expect(UnannouncedPlan.safeParse(plan).success).toBe(true)
    expect(UnannouncedPlan.safeParse({ ...plan, halfDay: null }).success).toBe(false)
    expect(UnannouncedPlan.safeParse({ ...plan, visitOn: null }).success).toBe(false)
    expect(UnannouncedPlan.safeParse({ ...plan, visitOn: null, halfDay: null }).success).toBe(true)
    expect(UnannouncedPlan.safeParse({ ...plan, places: [] }).success).toBe(false)
  })
  it.each([
    [{ unitCode: '10525' }, true],
    [{ reasons: 'Khác' }, true],
    [{ visitOn: '2026-08-19' }, true],
    [{ halfDay: 'afternoon' as const }, true],
    [{ notes: 'Khác' }, false],
    [{ places: [] }, false],
    [{ people: [{ personId: 'x', fieldKeys: [] }] }, false],
  ])('changed in %o asks for a new order: %s', (change, asks) => {
    expect(needsNewOrder(plan, { ...plan, ...change })).toBe(asks)
  })
})

const standing = (roles: Role[], more: Partial<Parameters<typeof actionsNow>[0]> = {}) => ({
  viewer: { personId: 'p', roles },
  state: 'proposed' as const,
  visitOn: '2026-08-18',
  isTold: true,
  goes: false,
  ...more,
})

describe('what may be done', () => {
  it.each([
    ['the leader, proposed', standing(['team-leader']), ['edit', 'order', 'decline', 'tell']],
    ['the planner, proposed', standing(['planner']), ['edit', 'cancel', 'tell']],
    ['a member, proposed', standing(['team-member']), ['tell']],
    [
      'a member, ordered, before its day',
      standing(['team-member'], { state: 'ordered', visitOn: '2026-08-19' }),
      ['tell'],
    ],
    ['a member, ordered, on its day', standing(['team-member'], { state: 'ordered' }), ['tell', 'open']],
    [
      'a member, ordered without a day',
      standing(['team-member'], { state: 'ordered', visitOn: null }),
      ['tell', 'open'],
    ],
    ['the leader, ordered', standing(['team-leader'], { state: 'ordered' }), ['edit', 'tell', 'open']],
    ['a member, opened', standing(['team-member'], { state: 'opened' }), ['visit', 'record-places']],
    [
      'one who goes, opened',
      standing(['team-member'], { state: 'opened', isTold: false, goes: true }),
      ['visit', 'record-places'],
    ],
    ['another planner, opened', standing(['planner'], { state: 'opened', isTold: false }), ['visit', 'number']],
    ['the planner, cancelled', standing(['planner'], { state: 'cancelled' }), []],
    ['a planner who was not told', standing(['planner'], { isTold: false }), []],
  ])('by %s', (_, who, actions) => {
    expect(actionsNow(who, '2026-08-18')).toEqual(actions)
  })
  it('opening names the day, the step, or nothing at all to a stranger', () => {
    const codes = [
      standing(['team-member'], { state: 'ordered', visitOn: '2026-08-20' }),
      standing(['team-member']),
      standing(['team-member'], { state: 'ordered', isTold: false }),
    ].map((who) => openingRefusal(who, '2026-08-18')?.code)
    expect(codes).toEqual(['not-the-day', 'wrong-state', 'no-such-inspection'])
  })
  it('nobody who administers or is not of the team is told', () => {
    const told = (roles: Role[]) => {
      try {
        requireMayBeTold({ roles, fullName: 'A' })
        return true
      } catch {
        return false
      }
    }
    expect(
      [['team-member'], ['planner', 'administrator'], ['city-viewer'], ['press'], ['unit-head'], []].map((roles) =>
        told(roles as Role[]),
      ),
    ).toEqual([true, false, false, false, false, false])
  })
})

it('is secret in exactly the states before its opening, and for ever where it was never opened', () => {
  const secret = (state: string) => isSecret({ kind: 'unannounced', state })
  expect(['proposed', 'ordered', 'cancelled', 'opened', 'visited', 'concluded', 'closed'].map(secret)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(isSecret({ kind: 'planned', state: 'cancelled' })).toBe(false)
})

describe('times at a place', () => {
  const now = '2026-08-18T05:00:00Z'
  it.each([
    [null, null, true],
    ['2026-08-18T01:00:00Z', null, true],
    ['2026-08-18T01:00:00Z', '2026-08-18T02:00:00Z', true],
    ['2026-08-18T01:00:00Z', '2026-08-18T01:00:00Z', true],
    ['2026-08-18T02:00:00Z', '2026-08-18T01:00:00Z', false],
    [null, '2026-08-18T01:00:00Z', false],
    ['2026-08-18T06:00:00Z', null, false],
    ['2026-08-18T01:00:00Z', '2026-08-18T06:00:00Z', false],
  ])('%s to %s stands: %s', (arrivedAt, leftAt, stands) => {
    expect(placeTimesRefusal({ arrivedAt, leftAt }, now) === null).toBe(stands)
  })
})

describe('warnings', () => {
  const visit = (more: Partial<PlainVisit> = {}): PlainVisit => ({
    unitCode: '10525',
    unitName: 'Phường Hải Dương',
    visitOn: '2026-08-18',
    halfDay: 'morning',
    isMade: false,
    people: [],
    ...more,
  })
  const told = (visits: PlainVisit[], more: object = {}) =>
    warningsOf(plan, { visits, busy: [], unitBusy: [], calendar: [], ...more }).map(
      ({ tone, sentence }) => `${tone}: ${sentence}`,
    )

  it('names the unit’s own visit on the day, near it, and made already', () => {
    const own = { unitCode: '11383', unitName: 'Phường Lê Chân' }
    expect(told([visit({ ...own, halfDay: 'afternoon' })])).toEqual([
      'clash: Cùng ngày, Phường Lê Chân có buổi kiểm tra theo kế hoạch (chiều 18/08/2026). Đơn vị đang chuẩn bị đón Đoàn.',
    ])
    expect(told([visit({ ...own, visitOn: '2026-08-25' })])).toEqual([
      'note: Phường Lê Chân có lịch kiểm tra theo kế hoạch sáng 25/08/2026, cách 7 ngày.',
    ])
    expect(told([visit({ ...own, visitOn: '2026-07-14', isMade: true })])).toEqual([
      'note: Phường Lê Chân đã được kiểm tra theo kế hoạch sáng 14/07/2026.',
    ])
  })
  it('names people who are elsewhere in the same half-day, or busy', () => {
    expect(told([visit({ people: ['Ông A'] })], { busy: [{ fullName: 'Bà B', reason: 'đi học' }] })).toEqual([
      'clash: Ông A được phân công buổi kiểm tra tại Phường Hải Dương cùng buổi.',
      'clash: Bà B báo bận: đi học.',
    ])
    expect(told([visit({ people: ['Ông A'], halfDay: 'afternoon' })])).toEqual([])
  })
  it('say nothing of other units’ visits without its people, whatever their day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('morning' as const, 'afternoon' as const),
        (day, halfDay) => {
          expect(told([visit({ visitOn: `2026-08-${String(day).padStart(2, '0')}`, halfDay })])).toEqual([])
        },
      ),
    )
  })
})

const frame: PaperFrame = {
  illustrative: false,
  parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
  issuingAgency: 'Đoàn kiểm tra\ncải cách hành chính',
  number: null,
  symbol: 'ĐKT',
  place: 'Hải Phòng',
  issuedOn: '2026-08-14',
  year: 2026,
  signatures: [{ authority: [], post: 'Trưởng đoàn', name: 'Người Ký Mẫu' }],
  recipients: ['Như trên', 'Lưu: VT, SNV'],
}
const paper: UnannouncedPaper = {
  frame,
  year: 2026,
  decision: {
    typeName: 'Quyết định',
    code: '2251/QĐ-UBND',
    issuedOn: '2026-06-16',
    issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
    title: 'ban hành Kế hoạch kiểm tra',
  },
  unitName: 'Ủy ban nhân dân phường Lê Chân',
  officeName: 'Sở Nội vụ',
  reasons: 'Nhiều hồ sơ đất đai quá hạn.\n- Phản ánh của người dân',
  visitOn: '2026-08-18',
  halfDay: 'morning',
  places: [
    { kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công phường', address: 'số 1 đường Mẫu' },
    { kind: 'office', name: 'Phòng Kinh tế', address: '' },
  ],
  team: [{ name: 'Nguyễn Văn Mẫu', post: 'Chuyên viên', agency: 'Sở Tư pháp', fields: ['Cải cách thể chế'] }],
  orderedOn: '2026-08-14',
  openedAt: null,
}

describe('its papers', () => {
  it('the order bears no number, names every place and asks to keep it', () => {
    const lines = paperLines(unannouncedOrderPaper(paper)).join('\n')
    for (const words of [
      'Số: …/ĐKT',
      'V/v kiểm tra đột xuất',
      'không thông báo trước',
      'Buổi sáng, thứ Ba 18/08/2026.',
      '- Nơi giải quyết thủ tục hành chính: Trung tâm Phục vụ hành chính công phường, số 1 đường Mẫu;',
      '- Phòng, ban, bộ phận: Phòng Kinh tế.',
      'giữ kín',
      'TRƯỞNG ĐOÀN',
    ])
      expect(lines).toContain(words)
  })
  it('the notice leaves the hour open until it is handed over', () => {
    const before = paperLines(unannouncedNoticePaper(paper)).join('\n')
    expect(before).toContain('… giờ … phút, ngày … tháng … năm …')
    const after = paperLines(unannouncedNoticePaper({ ...paper, openedAt: '2026-08-18T01:05:00Z' })).join('\n')
    expect(after).toContain('08 giờ 05 phút, ngày 18 tháng 8 năm 2026')
    expect(after).toContain('không phải lập báo cáo trước')
    expect(after).toContain('chỉ đạo của Trưởng Đoàn kiểm tra ngày 14/08/2026')
  })
  it('say that the leader decides where no day and nobody is fixed', () => {
    const lines = paperLines(unannouncedOrderPaper({ ...paper, visitOn: null, halfDay: null, team: [] })).join('\n')
    expect(lines).toContain('Trưởng đoàn quyết định ngày cụ thể')
    expect(lines).toContain('Trưởng đoàn phân công khi lên đường')
  })
})
