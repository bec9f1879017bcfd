import { describe, expect, it } from 'vitest'
import { type ConclusionStanding, conclusionActions, mayDraftConclusion, missingInConclusion } from './rules.ts'
import { isOverdue, nextConclusionState, nextRecommendationState } from './states.ts'

const text = { overview: '', results: [], shortcomings: [], causes: '', execution: '' }
const said = { ...text, results: [{ fieldKey: 'institutions', text: 'Đủ' }] }
const recommendation = { text: 'Khắc phục', addressee: 'Đơn vị', dueOn: '2026-10-12' }

describe('what a conclusion lacks', () => {
  it.each([
    [text, [], ['chưa ghi kết quả hay tồn tại, hạn chế nào']],
    [{ ...text, shortcomings: [{ fieldKey: 'a', text: '  ' }] }, [], ['chưa ghi kết quả hay tồn tại, hạn chế nào']],
    [said, [], []],
    [{ ...text, shortcomings: [{ fieldKey: 'a', text: 'Còn thiếu' }] }, [recommendation], []],
    [said, [{ ...recommendation, dueOn: '2026-09-15' }], []],
    [
      said,
      [recommendation, { text: ' ', addressee: '', dueOn: '2026-09-14' }],
      [
        'kiến nghị 2 chưa có nội dung',
        'kiến nghị 2 chưa ghi nơi thực hiện',
        'kiến nghị 2 có hạn 14/09/2026 đã qua, cần đặt hạn mới',
      ],
    ],
  ])('%o with %o', (written, recommendations, missing) => {
    expect(missingInConclusion(written, recommendations, '2026-09-15')).toEqual(missing)
  })
})

describe('what may be done to a conclusion', () => {
  const standing: ConclusionStanding = {
    viewer: { roles: ['planner'] },
    state: 'drafting',
    inspectionState: 'visited',
    text: said,
    recommendations: [recommendation],
    approved: false,
    settled: true,
    replaces: false,
    today: '2026-09-15',
  }
  it.each<[Partial<ConclusionStanding>, string[]]>([
    [{}, ['edit', 'submit']],
    [{ text }, ['edit']],
    [{ state: 'under-review' }, ['remark', 'return']],
    [{ state: 'under-review', approved: true }, ['remark', 'return', 'issue']],
    [{ state: 'under-review', approved: true, settled: false }, ['remark', 'return', 'issue']],
    [{ state: 'under-review', viewer: { roles: ['standing-deputy'] } }, ['remark', 'return', 'issue']],
    [{ state: 'under-review', viewer: { roles: ['standing-deputy'] }, settled: false }, ['remark', 'return']],
    [{ state: 'under-review', approved: true, inspectionState: 'closed' }, ['remark', 'return']],
    [
      { state: 'under-review', approved: true, inspectionState: 'closed', replaces: true },
      ['remark', 'return', 'issue'],
    ],
    [{ state: 'under-review', inspectionState: 'cancelled' }, ['remark', 'return']],
    [{ state: 'issued' }, []],
    [{ state: 'replaced' }, []],
    [{ state: 'withdrawn' }, []],
    [{ viewer: { roles: ['team-member'] } }, []],
    [{ viewer: { roles: ['team-member'] }, state: 'under-review' }, ['remark']],
    [{ viewer: { roles: ['team-leader'] }, state: 'under-review' }, ['remark']],
    [{ viewer: { roles: ['unit-head'] }, state: 'under-review' }, []],
    [{ viewer: { roles: ['city-viewer'] }, state: 'under-review' }, []],
  ])('%o', (change, actions) => {
    expect(conclusionActions({ ...standing, ...change })).toEqual(actions)
  })
  it.each([
    [['planner'], 'visited', false, true],
    [['planner'], 'visited', true, false],
    [['planner'], 'announced', false, false],
    [['planner'], 'concluded', false, false],
    [['team-member'], 'visited', false, false],
  ] as const)('%o may draft of a %s one: %s → %s', (roles, state, exists, may) => {
    expect(mayDraftConclusion({ roles }, state, exists)).toBe(may)
  })
})

describe('states', () => {
  it.each([
    ['drafting', 'issue', undefined],
    ['drafting', 'submit', 'under-review'],
    ['under-review', 'save', undefined],
    ['under-review', 'return', 'drafting'],
    ['under-review', 'issue', 'issued'],
    ['issued', 'return', undefined],
  ] as const)('a %s conclusion by %s is %s', (from, act, to) => {
    expect(nextConclusionState(from, act)).toBe(to)
  })
  it.each([
    ['open', 'remedy', 'remedied'],
    ['open', 'verify', undefined],
    ['remedied', 'remedy', undefined],
    ['remedied', 'send-back', 'sent-back'],
    ['sent-back', 'remedy', 'remedied'],
    ['verified', 'send-back', undefined],
  ] as const)('a recommendation that is %s by %s is %s', (from, act, to) => {
    expect(nextRecommendationState(from, act)).toBe(to)
  })
  it.each([
    ['open', '2026-09-14', true],
    ['open', '2026-09-15', false],
    ['sent-back', '2026-09-14', true],
    ['remedied', '2026-09-14', false],
    ['verified', '2026-09-14', false],
  ] as const)('%s and due %s on 15/9 is overdue: %s', (state, dueOn, overdue) => {
    expect(isOverdue({ state, dueOn }, '2026-09-15')).toBe(overdue)
  })
})
