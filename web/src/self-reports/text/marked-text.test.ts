import type { RichBlock, RichText } from '@cchc/domain/outlines/rich-text.ts'
import { expect, test } from 'vitest'
import { joinedTexts, type MarkedRun, markedText } from './marked-text.ts'

const rich: RichText = {
  blocks: [
    { kind: 'paragraph', runs: [{ text: 'Đã họp ' }, { text: 'hai lần', bold: true }] },
    { kind: 'list', ordered: false, items: [{ level: 0, runs: [{ text: 'Tháng ba' }] }] },
    { kind: 'table', rows: [{ cells: [{ runs: [{ text: 'Số' }] }, { runs: [{ text: '12' }] }] }] },
  ],
}
const marks = (blocks: readonly RichBlock[]): string =>
  blocks
    .flatMap((block): MarkedRun[][] => {
      if (block.kind === 'paragraph') return [block.runs]
      if (block.kind === 'list') return block.items.map(({ runs }) => runs)
      return block.rows.flatMap(({ cells }) => cells.map(({ runs }) => runs))
    })
    .map((runs) => runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''))
    .join('/')

test('words that the other text lacks are marked where they stand', () => {
  expect(marks(markedText(rich, 'Đã họp ba lần\nTháng ba\nSố\n15'))).toBe('Đã họp [hai ]lần/Tháng ba/Số/[12]')
  expect(marks(markedText('Đã họp ba lần\nTháng ba', rich))).toBe('Đã họp [ba ]lần/Tháng ba')
  expect(marks(markedText(rich, rich))).toBe('Đã họp hai lần/Tháng ba/Số/12')
  expect(marks(markedText('Một', null))).toBe('[Một]')
  expect(markedText(null, rich)).toEqual([])
})

test('two texts are joined with all their blocks', () => {
  expect(joinedTexts('Một', 'Hai')).toBe('Một\nHai')
  expect(joinedTexts(null, 'Hai')).toBe('Hai')
  expect(joinedTexts('Một', rich)).toEqual({
    blocks: [{ kind: 'paragraph', runs: [{ text: 'Một' }] }, ...rich.blocks],
  })
})
