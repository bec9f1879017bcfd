import { describe, expect, test } from 'vitest'
import { paragraph } from '../papers/blocks.ts'
import { Block } from '../papers/paper.ts'
import { answerBlocks } from './answer-blocks.ts'
import type { RichText } from './rich-text.ts'

const cell = (text: string, bold = false) => ({ runs: [{ text, ...(bold ? { bold: true as const } : {}) }] })

describe('an answer on paper', () => {
  test('a string as lines, dashes as items', () => {
    expect(answerBlocks('Một\n- hai')).toEqual([paragraph('Một'), { kind: 'item', mark: '-', runs: [{ text: 'hai' }] }])
  })

  const text: RichText = {
    blocks: [
      { kind: 'paragraph', runs: [{ text: 'Kết quả ' }, { text: 'tốt', underline: true }] },
      {
        kind: 'list',
        ordered: false,
        items: [
          { level: 0, runs: [{ text: 'a' }] },
          { level: 1, runs: [{ text: 'b' }] },
        ],
      },
      { kind: 'list', ordered: true, items: [{ level: 0, runs: [{ text: 'c', bold: true }] }] },
      {
        kind: 'table',
        rows: [
          { cells: [cell('Tên', true), cell('Số', true)] },
          { cells: [cell('Mô hình một cửa lưu động'), cell('3')] },
        ],
      },
    ],
  }

  test('lists with their marks, tables as tables with the bold row on top of every page', () => {
    const blocks = answerBlocks(text)
    expect(blocks.slice(0, 4)).toEqual([
      paragraph([{ text: 'Kết quả ' }, { text: 'tốt', underline: true }]),
      { kind: 'item', mark: '-', runs: [{ text: 'a' }] },
      { kind: 'item', mark: '+', runs: [{ text: 'b' }] },
      paragraph([{ text: '1. ' }, { text: 'c', bold: true }]),
    ])
    expect(blocks[4]).toMatchObject({
      head: [[{ runs: [{ text: 'Tên', bold: true }], align: 'center' }, { runs: [{ text: 'Số', bold: true }] }]],
      rows: [[{ runs: [{ text: 'Mô hình một cửa lưu động' }] }, { runs: [{ text: '3' }] }]],
    })
  })

  test('every block is one a paper may hold, tables of any width too', () => {
    for (const width of [1, 3, 7, 20]) {
      const rows = [{ cells: Array.from({ length: width }, (_, at) => cell('x'.repeat(at * 7))) }]
      for (const block of answerBlocks({ blocks: [...text.blocks, { kind: 'table', rows }] }))
        expect(Block.safeParse(block).error).toBeUndefined()
    }
  })
})
