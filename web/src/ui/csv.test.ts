import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a CSV file that Excel opens rightly, with no text taken for a formula', () => {
  expect(
    csvOf([
      ['Đơn vị', 'Ghi chú'],
      ['Xã "A"; B', '=1+1'],
      ['-1.234,5', '-cmd'],
      ['hai\ndòng', '@x'],
    ]),
  ).toBe('\uFEFFĐơn vị;Ghi chú\r\n"Xã ""A""; B";\'=1+1\r\n-1.234,5;\'-cmd\r\n"hai\ndòng";\'@x\r\n')
})
