import { expect, test } from 'vitest'
import { list, textBlocks } from './blocks.ts'

test('typed text becomes paragraphs and list items, empty lines fall away', () => {
  const blocks = textBlocks('Nhận xét chung:\r\n\n - Một việc\n• Hai việc\n+ Chi tiết\n  Câu cuối - có gạch ngang')
  expect(
    blocks.map((block) => [block.kind, 'mark' in block ? block.mark : null, 'runs' in block && block.runs]),
  ).toEqual([
    ['paragraph', null, [{ text: 'Nhận xét chung:' }]],
    ['item', '-', [{ text: 'Một việc' }]],
    ['item', '-', [{ text: 'Hai việc' }]],
    ['item', '+', [{ text: 'Chi tiết' }]],
    ['paragraph', null, [{ text: 'Câu cuối - có gạch ngang' }]],
  ])
  expect(textBlocks(' \n\n')).toEqual([])
})

test('a list ends its items with ";" and the last with "."', () => {
  const texts = list('-', ['Một.', 'Hai', 'Ba;']).map((block) => 'runs' in block && block.runs[0]?.text)
  expect(texts).toEqual(['Một;', 'Hai;', 'Ba.'])
})
