import type { TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { expect, test } from 'vitest'
import { figuresByUnit } from './figures-by-unit.ts'

const source = (unit: string, value: number, basis: 'reported' | 'verified' = 'reported') => ({
  inspectionId: `id ${unit}`,
  unitName: unit,
  itemKey: 'k',
  value,
  basis,
  revision: 1,
})
const figure = (over: Partial<TracedFigure>): TracedFigure => ({
  itemKey: 'k',
  label: 'số hồ sơ',
  sectionTitle: 'Thủ tục hành chính',
  fieldKey: 'admin-procedures',
  kind: 'number',
  unit: 'hồ sơ',
  value: 0,
  method: 'sum',
  sources: [],
  missing: [],
  ...over,
})

test('one line a figure, one column a unit, numbers as a Vietnamese sheet reads them', () => {
  const lines = figuresByUnit([
    figure({ value: 13_680.5, sources: [source('Xã A', 12_480), source('Xã B', 1200.5, 'verified')] }),
    figure({
      label: 'tỷ lệ đúng hạn',
      kind: 'percent',
      unit: null,
      method: 'mean',
      value: 95.666_666_666_7,
      sources: [source('Xã B', 95.666_666_666_7), source('Sở C', -0.5)],
      missing: ['Xã A'],
    }),
    figure({ label: 'chưa ai có', value: null }),
  ])
  expect(lines).toEqual([
    ['Mục', 'Chỉ tiêu', 'Đơn vị tính', 'Tổng hợp', 'Cách tổng hợp', 'Xã A', 'Xã B', 'Sở C', 'Đoàn đã xác minh tại'],
    ['Thủ tục hành chính', 'số hồ sơ', 'hồ sơ', '13680,5', 'cộng 02 đơn vị', '12480', '1200,5', '', 'Xã B'],
    [
      'Thủ tục hành chính',
      'tỷ lệ đúng hạn',
      '%',
      '95,666667',
      'bình quân 02 đơn vị; thiếu số liệu của 01 đơn vị',
      '',
      '95,666667',
      '-0,5',
      '',
    ],
    ['Thủ tục hành chính', 'chưa ai có', 'hồ sơ', '', 'cộng 0 đơn vị', '', '', '', ''],
  ])
})
