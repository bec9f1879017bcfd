import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import type { CalendarDay } from '../dates/working-days.ts'
import type { InspectionState } from '../inspections/states.ts'
import { dueInWords, requestDueDate } from './due.ts'
import {
  askingRefusal,
  nextRequestState,
  type RequestAct,
  requestActions,
  requestRefusal,
  requestStates,
} from './states.ts'

const nationalDay: CalendarDay[] = [
  { day: '2026-09-01', kind: 'holiday', name: 'Quốc khánh', basis: 'BLLĐ 2019 Điều 112', status: 'final' },
  { day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh', basis: 'BLLĐ 2019 Điều 112', status: 'final' },
]

test.each([
  ['2026-07-13', 3, '2026-07-16'],
  ['2026-07-16', 3, '2026-07-21'],
  ['2026-07-18', 1, '2026-07-20'],
  ['2026-08-28', 3, '2026-09-04'],
])('asked on %s for %s working days it is due on %s', (askedOn, days, dueOn) => {
  expect(requestDueDate(askedOn, days, nationalDay).dueOn).toBe(dueOn)
})

test('the days left out are named', () => {
  const { dueOn, counted } = requestDueDate('2026-08-28', 3, nationalDay)
  expect(counted).toHaveLength(7)
  expect(dueInWords(dueOn, counted)).toMatch(
    /^Hạn trả lời: hết .*04\/09\/2026, 3 ngày làm việc .* Không tính: 29\/8 .*1\/9 \(.*Quốc khánh/,
  )
})

const at = (state: (typeof requestStates)[number], inspectionState: InspectionState = 'announced') => ({
  state,
  inspectionState,
  unitCode: '11383',
  askedById: 'asker',
})
const person = (role: Role, unitCode = '31-SNV', personId = 'somebody') => ({ roles: [role], unitCode, personId })

test('from every state, what leads where', () => {
  const acts: RequestAct[] = ['answer', 'return', 'accept', 'withdraw']
  const table = requestStates.map((state) => [state, acts.map((act) => nextRequestState(state, act) ?? '-').join(' ')])
  expect(table).toEqual([
    ['asked', 'answered - - withdrawn'],
    ['answered', '- returned accepted -'],
    ['returned', 'answered - - withdrawn'],
    ['accepted', '- - - -'],
    ['withdrawn', '- - - -'],
  ])
})

describe('who may do what', () => {
  test.each([
    ['the unit’s officer, asked', person('unit-officer', '11383'), at('asked'), ['answer']],
    ['another unit’s', person('unit-officer', '10525'), at('asked'), []],
    ['whoever asked', person('team-member', '31-STP', 'asker'), at('asked'), ['withdraw']],
    ['another member', person('team-member', '31-STC'), at('asked'), []],
    ['the office', person('planner'), at('returned'), ['withdraw']],
    ['a member, answered', person('team-member'), at('answered'), ['return', 'accept']],
    ['the leader', person('team-leader'), at('answered'), []],
    ['after the conclusion', person('planner'), at('answered', 'concluded'), []],
    ['accepted', person('planner'), at('accepted'), []],
  ])('%s', (_, viewer, standing, acts) => {
    expect(requestActions(viewer, standing)).toEqual(acts)
  })

  test.each([
    ['scheduled', 'planned', 'wrong-state'],
    ['announced', 'planned', undefined],
    ['visited', 'planned', undefined],
    ['concluded', 'planned', 'wrong-state'],
    ['ordered', 'unannounced', 'wrong-state'],
    ['opened', 'unannounced', undefined],
    ['separate', 'thematic', 'not-permitted'],
  ] as const)('asking while %s (%s)', (state, kind, code) => {
    expect(askingRefusal(person('team-member'), { state, kind })?.code).toBe(code)
    expect(askingRefusal(person('unit-head', '11383'), { state, kind })?.code).toBe('not-permitted')
  })

  test('the wrong moment says which it is', () => {
    expect(requestRefusal('answer', person('unit-head', '11383'), at('accepted'))?.message).toContain('“Đã đủ”')
  })
})
