import { expect, it } from 'vitest'
import { type SeasonThematic, thematicOf } from './thematic-season.ts'

const one = (inspectionId: string, more: Partial<SeasonThematic> = {}): SeasonThematic => ({
  inspectionId,
  unitName: `Đơn vị ${inspectionId}`,
  agencyName: 'Sở Tư pháp',
  title: 'Kiểm tra chứng thực',
  state: 'registered',
  visitOn: null,
  hostVisited: false,
  findings: 0,
  exception: null,
  ...more,
})
const exception = { allowedBy: 'Trưởng đoàn', allowedAt: '2026-08-01T00:00:00.000Z', reason: 'Khẩn' }

it('counts what was merged, held separately and allowed beyond once a year; the withdrawn not at all', () => {
  const summed = thematicOf([
    one('1'),
    one('2', { state: 'merged', findings: 2 }),
    one('3', { state: 'merged', hostVisited: true, visitOn: '2026-09-10', findings: 1 }),
    one('4', { state: 'separate' }),
    one('5', { state: 'visited', visitOn: '2026-09-01', exception }),
    one('6', { state: 'closed', visitOn: '2026-09-02' }),
    one('7', { state: 'cancelled', exception }),
  ])
  expect(summed).toMatchObject({
    registered: 6,
    waiting: 1,
    merged: 2,
    mergedMade: 1,
    separate: 3,
    separateMade: 2,
    findings: 3,
    exceptions: [{ inspectionId: '5', unitName: 'Đơn vị 5', ...exception }],
  })
  expect(summed.rows.map(({ inspectionId, merged }) => [inspectionId, merged])).toEqual([
    ['3', true],
    ['5', false],
    ['6', false],
  ])
})
