import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canCome,
  proposeRoster,
  type RosterChoice,
  type RosterQuestion,
  rosterGaps,
  type SeatForRoster,
} from './roster.ts'

const seat = (teamMemberId: string, more: Partial<SeatForRoster> = {}): SeatForRoster => ({
  teamMemberId,
  role: 'member',
  agencyCode: null,
  personId: `person-${teamMemberId}`,
  fullName: `Người ${teamMemberId}`,
  post: 'Chuyên viên',
  fieldKeys: [],
  busy: null,
  elsewhere: null,
  ...more,
})
const busy = { from: '2026-09-10', to: '2026-09-12', halfDay: null } as const
const fields = [
  { fieldKey: 'institutions', name: 'Thể chế', leadAgencyCode: 'STP', standIns: ['b'] },
  { fieldKey: 'finance', name: 'Tài chính công', leadAgencyCode: 'STC', standIns: [] },
]
const a = seat('a', { agencyCode: 'STP', fieldKeys: ['institutions'] })
const b = seat('b', { agencyCode: 'STC', fieldKeys: ['finance'] })
const whole: RosterChoice[] = [
  { teamMemberId: 'a', fieldKeys: ['institutions'] },
  { teamMemberId: 'b', fieldKeys: ['finance'] },
]
const rulesOf = (question: Partial<RosterQuestion>, roster = whole) =>
  rosterGaps({ fields, seats: [a, b], quorum: 2, ...question }, roster).map(({ rule, fieldKey, teamMemberId }) =>
    [rule, fieldKey ?? teamMemberId].filter(Boolean).join(' '),
  )

describe('gaps of a roster', () => {
  test.each<[string, Partial<RosterQuestion>, RosterChoice[], string[]]>([
    ['everybody there, every field covered', {}, whole, []],
    [
      'a field that nobody inspects',
      {},
      [whole[0]!, { teamMemberId: 'b', fieldKeys: [] }],
      ['field-uncovered finance'],
    ],
    ['too few people', { quorum: 3 }, whole, ['below-quorum']],
    [
      'somebody busy covers nothing and does not count',
      { seats: [{ ...a, busy }, b] },
      whole,
      ['person-busy a', 'field-uncovered institutions', 'below-quorum'],
    ],
    [
      'somebody at another visit',
      { seats: [a, { ...b, elsewhere: 'Phường Lê Chân' }] },
      whole,
      ['person-elsewhere b', 'field-uncovered finance', 'below-quorum'],
    ],
    [
      'a seat without a person',
      { seats: [a, { ...b, personId: null, fullName: null }] },
      whole,
      ['seat-unnamed b', 'field-uncovered finance', 'below-quorum'],
    ],
    ['nobody chosen', {}, [], ['field-uncovered institutions', 'field-uncovered finance', 'below-quorum']],
  ])('%s', (_, question, roster, expected) => expect(rulesOf(question, roster)).toEqual(expected))

  test('name who, where and when, and say what each stops', () => {
    const seats = [
      { ...a, busy },
      { ...b, elsewhere: 'Phường Lê Chân' },
    ]
    const gaps = rosterGaps({ fields, seats, quorum: 1 }, whole)
    expect(gaps.map(({ stops }) => stops)).toEqual(['schedule', 'none', 'announce', 'announce', 'announce'])
    expect(gaps.map(({ sentence }) => sentence)).toEqual([
      'Người b đã có mặt ở buổi kiểm tra khác cùng buổi (Phường Lê Chân).',
      'Người a bận từ 10/09/2026 đến 12/09/2026.',
      'Lĩnh vực “Thể chế” chưa có ai kiểm tra (Người a không dự được).',
      'Lĩnh vực “Tài chính công” chưa có ai kiểm tra (Người b không dự được).',
      'Mới có 0 người dự được, buổi kiểm tra cần ít nhất 1 người.',
    ])
  })
})

describe('the proposed roster', () => {
  const deputy = seat('d', { role: 'standing-deputy', agencyCode: 'SNV' })
  const secretary = seat('s', { role: 'secretary', agencyCode: 'SNV' })
  test.each<[string, SeatForRoster[], RosterChoice[]]>([
    [
      'takes the seat of each lead agency, the chair and the secretary',
      [deputy, a, b, secretary],
      [{ teamMemberId: 'd', fieldKeys: [] }, ...whole, { teamMemberId: 's', fieldKeys: [] }],
    ],
    [
      'takes the stand-in where the lead is busy',
      [deputy, { ...a, busy }, b, secretary],
      [
        { teamMemberId: 'd', fieldKeys: [] },
        { teamMemberId: 'b', fieldKeys: ['institutions', 'finance'] },
        { teamMemberId: 's', fieldKeys: [] },
      ],
    ],
    [
      'takes an officer of the lead agency before its leader',
      [seat('l', { role: 'deputy', agencyCode: 'STP' }), a, b],
      [{ teamMemberId: 'l', fieldKeys: [] }, ...whole],
    ],
    [
      'takes whoever has the field where neither lead nor stand-in can come',
      [a, { ...b, busy }, seat('c', { agencyCode: 'VP', fieldKeys: ['finance'] })],
      [
        { teamMemberId: 'a', fieldKeys: ['institutions'] },
        { teamMemberId: 'c', fieldKeys: ['finance'] },
      ],
    ],
    ['leaves open what nobody can take', [{ ...a, busy }], []],
  ])('%s', (_, seats, expected) => expect(proposeRoster({ fields, seats, quorum: 2 })).toEqual(expected))

  test('fills up with members until there are enough', () => {
    const more = ['x', 'y', 'z'].map((id) => seat(id))
    expect(proposeRoster({ fields, seats: [a, b, ...more], quorum: 4 })).toEqual([
      ...whole,
      { teamMemberId: 'x', fieldKeys: [] },
      { teamMemberId: 'y', fieldKeys: [] },
    ])
  })

  test('never takes anybody who cannot come, gives each field once, and leaves open only what no seat could take', () => {
    const anySeat = fc.record({
      role: fc.constantFrom<SeatForRoster['role']>('leader', 'standing-deputy', 'deputy', 'member', 'secretary'),
      agencyCode: fc.constantFrom('STP', 'STC', 'VP', null),
      named: fc.boolean(),
      isBusy: fc.boolean(),
      elsewhere: fc.constantFrom(null, 'Phường Lê Chân'),
      fieldKeys: fc.subarray(['institutions', 'finance']),
    })
    fc.assert(
      fc.property(fc.array(anySeat, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (drawn, quorum) => {
        const seats = drawn.map(({ named, isBusy, ...rest }, index) =>
          seat(String(index), { ...rest, personId: named ? `p${index}` : null, busy: isBusy ? busy : null }),
        )
        const standIns = seats.map(({ teamMemberId }) => teamMemberId).slice(0, 2)
        const question = { fields: fields.map((field) => ({ ...field, standIns })), seats, quorum }
        const roster = proposeRoster(question)
        const free = seats.filter(canCome)
        expect(roster.every(({ teamMemberId }) => free.some((each) => each.teamMemberId === teamMemberId))).toBe(true)
        for (const field of question.fields) {
          const takers = roster.filter(({ fieldKeys }) => fieldKeys.includes(field.fieldKey))
          const could = free.some(
            (each) =>
              each.agencyCode === field.leadAgencyCode ||
              standIns.includes(each.teamMemberId) ||
              each.fieldKeys.includes(field.fieldKey),
          )
          expect(takers).toHaveLength(could ? 1 : 0)
        }
        const gaps = rosterGaps(question, roster).map(({ rule }) => rule)
        expect(gaps).not.toContain('person-busy')
        expect(gaps).not.toContain('person-elsewhere')
      }),
    )
  })
})
