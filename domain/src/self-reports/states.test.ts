import { describe, expect, test } from 'vitest'
import type { Role, Viewer } from '../access/permissions.ts'
import { type InspectionState, inspectionStates } from '../inspections/states.ts'
import { type SelfReportState, selfReportStates } from './contract.ts'
import { type SelfReportAct, selfReportActions, selfReportRefusal } from './states.ts'

const unit = '11383'
const person = (role: Role, unitCode: string | null = unit): Pick<Viewer, 'roles' | 'unitCode'> => ({
  roles: [role],
  unitCode,
})
const people = {
  officer: person('unit-officer'),
  head: person('unit-head'),
  planner: person('planner', '31-SNV'),
  member: person('team-member', '31-STP'),
}
const at = (state: SelfReportState, inspectionState: InspectionState = 'announced') => ({
  state,
  unitCode: unit,
  inspectionState,
})

describe('who may do what to a report', () => {
  const table: [SelfReportState, Record<keyof typeof people, SelfReportAct[]>][] = [
    ['not-started', { officer: ['write'], head: ['write'], planner: [], member: [] }],
    ['drafting', { officer: ['write', 'hand-over'], head: ['write', 'hand-over', 'send'], planner: [], member: [] }],
    ['with-head', { officer: [], head: ['write', 'give-back', 'send'], planner: [], member: [] }],
    [
      'sent',
      {
        officer: ['ask-correction'],
        head: ['ask-correction', 'open-correction'],
        planner: ['return', 'accept'],
        member: [],
      },
    ],
    ['returned', { officer: ['write', 'hand-over'], head: ['write', 'hand-over', 'send'], planner: [], member: [] }],
    ['accepted', { officer: ['ask-correction'], head: ['ask-correction', 'open-correction'], planner: [], member: [] }],
  ]
  test.each(table)('%s', (state, expected) => {
    for (const [name, viewer] of Object.entries(people))
      expect([name, selfReportActions(viewer, at(state))]).toEqual([name, expected[name as keyof typeof people]])
  })

  test('people of another unit may do nothing in any state', () => {
    for (const state of selfReportStates)
      for (const role of ['unit-officer', 'unit-head'] as const)
        expect(selfReportActions(person(role, '10525'), at(state))).toEqual([])
  })

  test('only from the notice of the visit to the conclusion', () => {
    const open = inspectionStates.filter((state) => selfReportActions(people.head, at('drafting', state)).length > 0)
    expect(open.sort()).toEqual(['announced', 'opened', 'visited'])
    expect(selfReportRefusal('send', people.head, at('drafting', 'concluded'))?.message).toContain('Đã kết luận')
  })

  test('a no names the person or the moment, and the way out', () => {
    expect(selfReportRefusal('send', people.officer, at('drafting'))?.code).toBe('not-permitted')
    const late = selfReportRefusal('write', people.officer, at('with-head'))
    expect(late?.code).toBe('wrong-state')
    expect(late?.message).toBe(
      'Không sửa báo cáo được: báo cáo đang ở bước “Chờ lãnh đạo duyệt”. Lãnh đạo đơn vị đang giữ báo cáo; đề nghị lãnh đạo trả lại nếu cần sửa.',
    )
  })
})
