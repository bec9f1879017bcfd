import { describe, expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { readingPieces } from '../papers/reading.ts'
import { form19Parts } from './cases/form-1-9.ts'
import { minutesCase } from './cases/minutes.ts'
import { minutesPaper } from './minutes-paper.ts'
import { minutesFingerprintText, signaturesMissing, signedPaper } from './minutes-rules.ts'

const paper = minutesPaper(minutesCase)

test('the paper has every part of form 1.9, in its order', () => {
  const lines = paperLines(paper)
  const at = form19Parts.map(([part, line]) => [part, lines.findIndex((text) => line.test(text))] as const)
  expect(at.filter(([, place]) => place < 0)).toEqual([])
  expect([...at].sort(([, a], [, b]) => a - b).map(([part]) => part)).toEqual(at.map(([part]) => part))
  expect(lines.some((line) => /, ngày \d+ tháng \d+ năm \d+$/.test(line) && !/giờ/.test(line))).toBe(false)
})

test('what the session came to is counted from its findings', () => {
  const closing = (changes: object) => {
    const lines = paperLines(minutesPaper({ ...minutesCase, ...changes }))
    return lines[lines.findIndex((line) => line.endsWith('Kết luận buổi làm việc')) + 1]
  }
  expect(closing({ fields: [], thematic: [] })).toContain('không ghi nhận thêm nội dung nào')
  const finding = { kind: 'violation' as const, text: 'x', cause: '', responsible: '' }
  expect(closing({ fields: [{ name: 'y', findings: [finding, finding] }], thematic: [] })).toContain(
    'đã ghi nhận 02 nội dung có dấu hiệu vi phạm như nêu',
  )
})

describe('signatures', () => {
  test('are shown in their places and leave the frozen paper alone', () => {
    const kept = JSON.stringify(paper)
    const seal = { version: 2, fingerprint: '3f2a91c077de0b14aa55' }
    const signed = signedPaper(
      paper,
      [
        { side: 'chair', way: 'drawn', name: 'Trần Văn Mẫu', reason: '', picture: 'data:image/png;base64,AA' },
        { side: 'unit', way: 'refused', name: 'Vũ Thị Mẫu', reason: 'Chưa thống nhất', picture: null },
        { side: 'secretary', way: 'paper', name: 'Hoàng Văn Mẫu', reason: '', picture: null },
      ],
      seal,
    )
    expect(signed.signatures.map(({ picture, note }) => [picture, note])).toEqual([
      [undefined, '(Đã ký trên bản giấy)'],
      ['data:image/png;base64,AA', undefined],
      [undefined, '(Không ký; lý do: Chưa thống nhất)'],
    ])
    expect(paperLines(signed)).toContain('(Không ký; lý do: Chưa thống nhất)')
    expect(paperLines(signed).at(-1)).toBe('Bản 2 – mã bản 3f2a 91c0 77de 0b14')
    expect(JSON.stringify(paper)).toBe(kept)
  })
  test('are missing until each side has spoken', () => {
    expect(signaturesMissing([])).toEqual(['secretary', 'chair', 'unit'])
    expect(signaturesMissing([{ side: 'chair' }, { side: 'unit' }])).toEqual(['secretary'])
  })
})

test('the fingerprint is over the content, whatever the order of its members', () => {
  const frozen = {
    inspectionId: 'a',
    version: 1,
    reason: '',
    paper,
    present: [],
    findings: [{ findingId: 'f', revision: 1 }],
  }
  const turned = Object.fromEntries(Object.entries(frozen).reverse()) as unknown as typeof frozen
  expect(minutesFingerprintText(turned)).toBe(minutesFingerprintText(frozen))
  expect(minutesFingerprintText({ ...frozen, version: 2 })).not.toBe(minutesFingerprintText(frozen))
})

test('read aloud, nothing of the body is left out and a row of figures is a sentence', () => {
  const read = readingPieces(paper).map(({ text }) => text)
  const all = read.join('\n')
  for (const block of paper.blocks)
    if (block.kind === 'paragraph' || block.kind === 'item')
      expect(all).toContain(
        block.runs
          .map(({ text }) => text)
          .join('')
          .replace('./.', '.')
          .trim(),
      )
  expect(read[0]).toBe(
    'BIÊN BẢN. Kiểm tra công tác cải cách hành chính nhà nước năm 2026 tại Ủy ban nhân dân phường Lê Chân',
  )
  expect(read.some((text) => /^TT: 1; Số liệu: .*; Báo cáo: .*; Xác minh: .*\.$/.test(text))).toBe(true)
})
