import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { item, outline } from '../outlines/cases/sample.ts'
import { Refusal } from '../refusals.ts'
import { agenciesPresent, expectedAttendance, expectedOfficers, type RosterSeat } from './expected-attendance.ts'
import { figureDifference } from './figure-difference.ts'
import { figuresToVerify, requireSoundVerification } from './figures.ts'
import { reportInWords } from './report-in-words.ts'
import {
  endTimeRefusal,
  findingBelongsTo,
  mayChangeFinding,
  missingInMinutes,
  recordRefusal,
  startRefusal,
  startTimeRefusal,
  type VisitStanding,
  visitActions,
} from './rules.ts'

const me = '7f1f0d6e-0000-4000-8000-000000000001'
const somebody = '7f1f0d6e-0000-4000-8000-000000000002'
const standing = (role: Role, more: Partial<VisitStanding> = {}): VisitStanding => ({
  viewer: { personId: me, roles: [role] },
  seat: null,
  visitState: 'not-started',
  inspectionState: 'announced',
  visitOn: '2026-07-15',
  ...more,
})
const seat = { role: 'member' as const, fieldKeys: ['institutions'] }
const guest = { role: 'member' as const, fieldKeys: [], guestOf: ['r1', 'r2'] }

describe('who may write at a visit, and when', () => {
  const table: [string, VisitStanding, string, string[]][] = [
    ['the secretary before the day', standing('planner'), '2026-07-14', []],
    ['the secretary on the day', standing('planner'), '2026-07-15', ['start']],
    ['the secretary days later', standing('planner'), '2026-07-20', ['start']],
    ['a member on the roster', standing('team-member', { seat }), '2026-07-15', ['start']],
    ['a member who is not on it', standing('team-member'), '2026-07-15', []],
    [
      'an open session',
      standing('team-member', { seat, visitState: 'open' }),
      '2026-07-15',
      ['record-findings', 'record', 'close'],
    ],
    ['an open session, from outside', standing('team-member', { visitState: 'open' }), '2026-07-15', []],
    [
      'the leader at an open session',
      standing('team-leader', { visitState: 'open' }),
      '2026-07-15',
      ['record-findings', 'record', 'close'],
    ],
    ['a guest before the session', standing('thematic-coordinator', { seat: guest }), '2026-07-15', []],
    [
      'a guest at an open session',
      standing('thematic-coordinator', { seat: guest, visitState: 'open' }),
      '2026-07-15',
      ['record-findings'],
    ],
    [
      'the secretary who is named as a guest',
      standing('planner', { seat: guest, visitState: 'open' }),
      '2026-07-15',
      ['record-findings', 'record', 'close'],
    ],
    ['a closed session', standing('planner', { visitState: 'closed', inspectionState: 'visited' }), '2026-07-16', []],
    ['a visit not announced yet', standing('planner', { inspectionState: 'scheduled' }), '2026-07-15', []],
    [
      'a cancelled visit that was open',
      standing('planner', { visitState: 'open', inspectionState: 'cancelled' }),
      '2026-07-15',
      [],
    ],
    ['a person of the unit', standing('unit-head', { visitState: 'open' }), '2026-07-15', []],
  ]
  test.each(table)('%s', (_, who, today, actions) => {
    expect(visitActions(who, today)).toEqual(actions)
  })

  test('a no says which it is', () => {
    expect(startRefusal(standing('planner'), '2026-07-14')?.message).toContain('15/07/2026')
    expect(startRefusal(standing('planner', { inspectionState: 'scheduled' }), '2026-07-15')?.code).toBe('wrong-state')
    expect(startRefusal(standing('planner', { visitState: 'open' }), '2026-07-15')).toBeNull()
    expect(recordRefusal(standing('team-member', { visitState: 'open' }))?.code).toBe('not-on-roster')
    expect(recordRefusal(standing('planner'))?.code).toBe('session-not-open')
    expect(recordRefusal(standing('city-viewer', { visitState: 'open' }))?.code).toBe('not-permitted')
  })

  test('a guest is told what is theirs to record', () => {
    const inside = standing('team-member', { seat: guest, visitState: 'open' })
    expect(recordRefusal(inside)?.code).toBe('only-own-findings')
    expect(recordRefusal(inside, 'findings')).toBeNull()
    expect(startRefusal(standing('team-member', { seat: guest }), '2026-07-15')?.code).toBe('only-own-findings')
    expect(recordRefusal(standing('thematic-coordinator', { visitState: 'open' }), 'findings')?.code).toBe(
      'not-on-roster',
    )
  })

  test.each([
    ['a guest who does not say', guest, null, 'r1'],
    ['a guest of two who says', guest, 'r2', 'r2'],
    ['a guest for another department', guest, 'r3', 'not-a-guest'],
    ['the team for itself', seat, null, null],
    ['the team for a merged one', seat, 'r3', 'r3'],
    ['the team for one that is not merged', seat, 'r4', 'not-a-guest'],
  ])('a finding by %s', (_, at, wanted, belongs) => {
    const answer = findingBelongsTo(standing('team-member', { seat: at }), ['r1', 'r2', 'r3'], wanted)
    expect(answer instanceof Refusal ? answer.code : answer.registrationId).toBe(belongs)
  })

  test('a finding is its recorder’s and the secretary’s', () => {
    expect(mayChangeFinding(standing('team-member', { seat }), me)).toBe(true)
    expect(mayChangeFinding(standing('team-member', { seat }), somebody)).toBe(false)
    expect(mayChangeFinding(standing('team-member', { seat: { ...seat, role: 'secretary' } }), somebody)).toBe(true)
    expect(mayChangeFinding(standing('planner'), somebody)).toBe(true)
    expect(mayChangeFinding(standing('team-leader'), somebody)).toBe(false)
  })
})

describe('times of a session', () => {
  const visitOn = '2026-07-15'
  test.each([
    ['2026-07-15T01:00:00.000Z', '2026-07-15T01:05:00.000Z', null],
    ['2026-07-14T17:00:00.000Z', '2026-07-15T01:05:00.000Z', null],
    ['2026-07-14T16:59:59.000Z', '2026-07-15T01:05:00.000Z', 'visit-not-today'],
    ['2026-07-15T01:06:00.000Z', '2026-07-15T01:05:00.000Z', 'session-times'],
  ])('started at %s, seen at %s', (startedAt, now, code) => {
    expect(startTimeRefusal(startedAt, now, visitOn)?.code ?? null).toBe(code)
  })
  test.each([
    ['2026-07-15T04:30:00.000Z', '2026-07-15T04:30:00.000Z', null],
    ['2026-07-15T01:05:00.000Z', '2026-07-15T04:30:00.000Z', 'session-times'],
    ['2026-07-15T04:31:00.000Z', '2026-07-15T04:30:00.000Z', 'session-times'],
  ])('ended at %s, seen at %s', (endedAt, now, code) => {
    expect(endTimeRefusal(endedAt, now, '2026-07-15T01:05:00.000Z')?.code ?? null).toBe(code)
  })
})

describe('figures beside each other', () => {
  const asked = outline([
    item('cases.received', 'number', { shortLabel: 'Tiếp nhận', unit: 'hồ sơ', fieldKey: 'admin-procedures' }),
    item('cases.on-time', 'number'),
    item('cases.rate', 'percent', { formula: 'cases__on_time / cases__received * 100.0' }),
    item('cases.words', 'text'),
    item('cases.revenue', 'money', { appliesTo: ['commune'] }),
    item('cases.duty', 'number', { advisoryOnly: true }),
  ])
  const answers = { 'cases.received': 9, 'cases.on-time': 7, 'cases.revenue': 12.5, 'cases.duty': 3 }

  test('every figure this unit is asked, in printed order, and nothing else', () => {
    const keys = (kind: 'department' | 'advisory-department' | 'commune') =>
      figuresToVerify(asked, kind, {}, new Map()).map(({ itemKey }) => itemKey)
    expect(keys('commune')).toEqual(['cases.received', 'cases.on-time', 'cases.rate', 'cases.revenue'])
    expect(keys('department')).toEqual(['cases.received', 'cases.on-time', 'cases.rate'])
    expect(keys('advisory-department')).toEqual(['cases.received', 'cases.on-time', 'cases.rate', 'cases.duty'])
  })

  test('reported, typed or computed, beside verified', () => {
    const verified = { verified: 8, reason: 'Đếm lại', verifiedBy: 'Thành viên', revision: 2 }
    const [received, , rate, revenue] = figuresToVerify(
      asked,
      'commune',
      answers,
      new Map([['cases.received', verified]]),
    )
    expect(received).toEqual({
      itemKey: 'cases.received',
      label: 'Tiếp nhận',
      sectionTitle: 'Mục',
      fieldKey: 'admin-procedures',
      kind: 'number',
      unit: 'hồ sơ',
      reported: 9,
      ...verified,
      difference: -1,
    })
    expect(revenue).toMatchObject({ reported: 12.5, verified: null, difference: null, reason: '', revision: 0 })
    expect(rate?.reported).toBe(77.78)
  })

  test('a report that was not sent gives no reported figure', () => {
    for (const { reported, difference } of figuresToVerify(asked, 'commune', {}, new Map()))
      expect([reported, difference]).toEqual([null, null])
  })

  test('percent points without the noise of binary fractions', () => {
    expect(figureDifference(98.6, 97.66)).toBe(-0.94)
    expect(figureDifference(0.1, 0.3)).toBe(0.2)
    expect(figureDifference(null, 3)).toBeNull()
    expect(figureDifference(3, null)).toBeNull()
  })

  test('the difference added to what was reported gives what was verified', () => {
    const tenths = fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 100)
    fc.assert(
      fc.property(tenths, tenths, (reported, verified) => {
        expect(reported + figureDifference(reported, verified)!).toBeCloseTo(verified, 6)
        expect(figureDifference(reported, verified) === 0).toBe(reported === verified)
      }),
    )
  })

  const figure = (kind: 'number' | 'percent' | 'money', reported: number | null) => ({ label: 'Hồ sơ', kind, reported })
  test.each([
    [figure('number', 12), { verified: 12, reason: '' }, null],
    [figure('number', 12), { verified: 11, reason: '' }, 'reason-for-difference'],
    [figure('number', 12), { verified: 11, reason: 'Tính cả hồ sơ gia hạn' }, null],
    [figure('number', null), { verified: 11, reason: '' }, null],
    [figure('number', 12), { verified: null, reason: '' }, null],
    [figure('number', 12), { verified: 11.5, reason: 'x' }, 'wrong-kind-of-answer'],
    [figure('number', 12), { verified: -1, reason: 'x' }, 'wrong-kind-of-answer'],
    [figure('percent', 99), { verified: 100.1, reason: 'x' }, 'wrong-kind-of-answer'],
    [figure('money', 10), { verified: -0.5, reason: 'x' }, 'wrong-kind-of-answer'],
    [figure('money', 10), { verified: 10.5, reason: 'x' }, null],
  ])('%j verified as %j', (of, verification, code) => {
    const verify = () => requireSoundVerification(of, verification)
    if (code === null) expect(verify).not.toThrow()
    else expect(verify).toThrow(expect.objectContaining({ code }))
  })
})

describe('what the minutes start from and what they lack', () => {
  const roster: RosterSeat[] = [
    {
      role: 'member',
      roleName: 'Thành viên',
      fullName: null,
      post: 'Chuyên viên',
      agencyName: 'Sở Tài chính',
      fieldKeys: [],
    },
    {
      role: 'secretary',
      roleName: 'Thư ký Đoàn',
      fullName: 'Người Ghi',
      post: 'Chuyên viên',
      agencyName: 'Sở Nội vụ',
      fieldKeys: [],
    },
    {
      role: 'deputy',
      roleName: 'Phó Trưởng đoàn',
      fullName: 'Người Hai',
      post: 'Phó Giám đốc',
      agencyName: 'Sở Tư pháp',
      fieldKeys: [],
    },
    {
      role: 'standing-deputy',
      roleName: 'Phó Trưởng đoàn Thường trực',
      fullName: 'Người Một',
      post: 'Phó Giám đốc',
      agencyName: 'Sở Nội vụ',
      fieldKeys: [],
    },
  ]

  test('expected people on both sides, nobody present; seats without a name are left out', () => {
    expect(expectedAttendance(roster, [{ fullName: 'Chủ Tịch', post: 'Chủ tịch UBND phường' }])).toEqual([
      { side: 'team', fullName: 'Người Ghi', post: 'Chuyên viên, Sở Nội vụ, Thư ký Đoàn', present: false },
      { side: 'team', fullName: 'Người Hai', post: 'Phó Giám đốc Sở Tư pháp, Phó Trưởng đoàn', present: false },
      {
        side: 'team',
        fullName: 'Người Một',
        post: 'Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn Thường trực',
        present: false,
      },
      { side: 'unit', fullName: 'Chủ Tịch', post: 'Chủ tịch UBND phường', present: false },
    ])
  })

  test('an agency came when its person was ticked, or somebody added on site speaks for it', () => {
    const row = { side: 'team' as const, present: true }
    const ticked = expectedAttendance(roster, []).map((expected) => ({
      ...expected,
      present: expected.fullName === 'Người Hai',
    }))
    expect(agenciesPresent(roster, expectedAttendance(roster, []))).toEqual([])
    expect(agenciesPresent(roster, ticked)).toEqual(['Sở Tư pháp'])
    const added = [...ticked, { ...row, fullName: 'Người thay', post: 'Trưởng phòng, Sở Nội vụ' }]
    expect(agenciesPresent(roster, added)).toEqual(['Sở Nội vụ', 'Sở Tư pháp'])
    expect(agenciesPresent(roster, [{ ...row, side: 'unit', fullName: 'Người Một', post: 'Sở Nội vụ' }])).toEqual([])
  })

  test('the highest leader chairs, the secretary writes; nobody is made up', () => {
    expect(expectedOfficers(roster)).toEqual({
      chair: 'Người Một, Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn Thường trực',
      secretary: 'Người Ghi, Chuyên viên, Sở Nội vụ, Thư ký Đoàn',
    })
    expect(expectedOfficers([])).toEqual({ chair: '', secretary: '' })
  })

  test('someone present on both sides, a chair and a secretary', () => {
    const present = (side: 'team' | 'unit', is = true) => ({ side, fullName: 'Một người', post: '', present: is })
    const whole = { attendance: [present('team'), present('unit')], chair: 'A', secretary: 'B' }
    expect(missingInMinutes(whole)).toEqual([])
    expect(missingInMinutes({ ...whole, attendance: [present('team'), present('unit', false)] })).toHaveLength(1)
    expect(missingInMinutes({ attendance: [], chair: ' ', secretary: '' })).toHaveLength(4)
  })

  test.each([
    [null, 'Đơn vị chưa gửi Báo cáo phục vụ kiểm tra; không có số liệu báo cáo để đối chiếu.'],
    [
      { sentAt: null, verdict: null, daysLate: null },
      'Đơn vị chưa gửi Báo cáo phục vụ kiểm tra; không có số liệu báo cáo để đối chiếu.',
    ],
    [
      { sentAt: '2026-07-10T16:59:00.000Z', verdict: 'on-time', daysLate: 0 },
      'Đơn vị báo cáo theo Báo cáo phục vụ kiểm tra gửi ngày 10/07/2026, đúng hạn.',
    ],
    [
      { sentAt: '2026-07-10T17:00:00.000Z', verdict: 'late', daysLate: 1 },
      'Đơn vị báo cáo theo Báo cáo phục vụ kiểm tra gửi ngày 11/07/2026, chậm 01 ngày làm việc.',
    ],
  ])('the report in words: %j', (report, words) => {
    expect(reportInWords(report)).toBe(words)
  })
})
