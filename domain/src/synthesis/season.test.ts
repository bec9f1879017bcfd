import { describe, expect, it } from 'vitest'
import { repeatedShortcomings } from './repeated-shortcomings.ts'
import {
  beyondPlanOf,
  coverageOf,
  heatOf,
  recommendationsOf,
  reportStanding,
  reportsOf,
  type SeasonInspection,
  unitsOf,
} from './season.ts'

const today = '2026-09-15'
const inspection = (inspectionId: string, more: Partial<SeasonInspection> = {}): SeasonInspection => ({
  inspectionId,
  unitName: `Đơn vị ${inspectionId}`,
  unitType: 'ward',
  kind: 'planned',
  state: 'planned',
  visitOn: null,
  reportDueOn: null,
  reportVerdict: null,
  conclusionCode: null,
  ...more,
})

const season = [
  inspection('1', { state: 'closed', visitOn: '2026-07-14', reportVerdict: 'on-time', conclusionCode: '103/TB-SNV' }),
  inspection('2', { unitType: 'commune', state: 'visited', visitOn: '2026-08-04', reportVerdict: 'late' }),
  inspection('3', { unitType: 'special-zone', state: 'announced', visitOn: '2026-09-17', reportDueOn: '2026-09-14' }),
  inspection('4', { unitType: 'department', state: 'announced', visitOn: '2026-09-18', reportDueOn: '2026-09-15' }),
  inspection('5', { state: 'cancelled', visitOn: '2026-08-01' }),
  inspection('6', { state: 'scheduled', visitOn: '2026-09-16', reportDueOn: '2026-09-11' }),
  inspection('7', { kind: 'unannounced', state: 'ordered', visitOn: '2026-09-16' }),
  inspection('8', { kind: 'unannounced', state: 'concluded', visitOn: '2026-08-20' }),
  inspection('9', { kind: 'thematic', state: 'registered' }),
]

describe('the season', () => {
  it('is covered by block, the plan alone', () => {
    const catalogue = new Map([
      ['department', 14],
      ['ward', 45],
      ['commune', 67],
      ['special-zone', 2],
    ])
    expect(coverageOf(season, catalogue)).toEqual([
      { block: 'Sở, ban, ngành', done: 0, planned: 1, all: 14 },
      { block: 'Phường', done: 1, planned: 2, all: 45 },
      { block: 'Xã, đặc khu', done: 1, planned: 2, all: 69 },
    ])
  })
  it('tells of unannounced and thematic visits only once made', () => {
    expect(beyondPlanOf(season)).toEqual({ unannounced: 1, thematic: 0 })
    expect(unitsOf(season, [], [], today).map(({ inspectionId }) => inspectionId)).toEqual([
      '4',
      '1',
      '6',
      '8',
      '2',
      '3',
    ])
  })
  it.each([
    ['1', 'on-time'],
    ['2', 'late'],
    ['3', 'missing'],
    ['4', 'not-due'],
    ['6', 'not-due'],
  ])('the report of %s is %s', (id, standing) => {
    expect(reportStanding(season.find(({ inspectionId }) => inspectionId === id)!, today)).toBe(standing)
  })
  it('expects the reports that came or should have come', () => {
    expect(reportsOf(unitsOf(season, [], [], today))).toEqual({ expected: 3, onTime: 1, late: 1, missing: 1 })
  })
  it('counts findings by visited unit and field, and recommendations by where they stand', () => {
    const finding = (inspectionId: string, kind: 'strength' | 'good-practice' | 'shortcoming' | 'violation') => ({
      inspectionId,
      fieldKey: 'steering',
      kind,
      text: '',
      cause: '',
    })
    const findings = [
      finding('1', 'strength'),
      finding('1', 'good-practice'),
      finding('1', 'violation'),
      finding('2', 'shortcoming'),
      finding('3', 'shortcoming'),
    ]
    const fields = [
      { fieldKey: 'steering', name: 'Chỉ đạo' },
      { fieldKey: 'apparatus', name: 'Bộ máy' },
    ]
    const { rows } = heatOf(season, findings, fields)
    expect(rows.map(({ inspectionId }) => inspectionId)).toEqual(['1', '2', '8'])
    expect(rows[0]!.counts).toEqual([
      { fieldKey: 'steering', strengths: 2, shortcomings: 1 },
      { fieldKey: 'apparatus', strengths: 0, shortcomings: 0 },
    ])
    const recommendations = [
      { inspectionId: '1', state: 'verified', dueOn: '2026-08-01' },
      { inspectionId: '1', state: 'remedied', dueOn: '2026-08-01' },
      { inspectionId: '1', state: 'open', dueOn: '2026-09-14' },
      { inspectionId: '2', state: 'sent-back', dueOn: '2026-09-15' },
    ] as const
    expect(recommendationsOf(recommendations, today)).toEqual({
      total: 4,
      verified: 1,
      remedied: 1,
      open: 2,
      overdue: 1,
      extended: 0,
    })
    expect(unitsOf(season, findings, recommendations, today).find(({ inspectionId }) => inspectionId === '1')).toEqual({
      inspectionId: '1',
      block: 'Phường',
      unitName: 'Đơn vị 1',
      visitedOn: '2026-07-14',
      report: 'on-time',
      strengths: 2,
      shortcomings: 1,
      recommendations: 3,
      verified: 1,
      conclusionCode: '103/TB-SNV',
    })
  })
})

describe('repeated shortcomings', () => {
  const shortcoming = (unitName: string, text: string, fieldKey = 'admin-procedures') => ({
    inspectionId: unitName,
    unitName,
    fieldKey,
    text,
    cause: '',
  })
  it('are those of one field that several units have, in nearly the same words', () => {
    expect(
      repeatedShortcomings([
        shortcoming('A', 'Kế hoạch tuyên truyền ban hành chậm', 'steering'),
        shortcoming('A', 'Còn 115 hồ sơ đất đai quá hạn, chưa có thư xin lỗi.'),
        shortcoming('B', 'Còn 20 hồ sơ quá hạn chưa có thư xin lỗi'),
        shortcoming('C', 'còn 20 hồ sơ quá hạn, chưa có thư xin lỗi;'),
        shortcoming('B', 'Niêm yết thủ tục chưa đầy đủ'),
        shortcoming('B', 'Kế hoạch tuyên truyền ban hành chậm', 'steering'),
        shortcoming('D', 'Kế hoạch tuyên truyền ban hành chậm', 'apparatus'),
      ]),
    ).toEqual([
      {
        fieldKey: 'admin-procedures',
        text: 'Còn 115 hồ sơ đất đai quá hạn, chưa có thư xin lỗi; Còn 20 hồ sơ quá hạn chưa có thư xin lỗi',
        unitNames: ['A', 'B', 'C'],
      },
      { fieldKey: 'steering', text: 'Kế hoạch tuyên truyền ban hành chậm', unitNames: ['A', 'B'] },
    ])
  })
  it('are not repeated within one unit', () => {
    expect(repeatedShortcomings([shortcoming('A', 'Chậm'), shortcoming('A', 'Chậm')])).toEqual([])
  })
  it('keep words that differ by a tone or a letter apart', () => {
    expect(repeatedShortcomings([shortcoming('A', 'Tham mưu chậm'), shortcoming('B', 'Thẩm tra chậm')])).toEqual([])
  })
})
