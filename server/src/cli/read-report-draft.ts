import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import type { AnswerValue, TableCell } from '@cchc/domain/outlines/outline.ts'
import type { DraftReading } from '@cchc/domain/self-reports/draft/draft.ts'
import type { Call, Command } from './command.ts'

/** `cchc report read-draft`: what the import would propose for a unit's own draft; changes nothing. */
export const readReportDraft: Command = {
  name: 'report read-draft',
  usage: 'FILE.docx [--outline VERSION] [--json]',
  summary: {
    vi: 'Đọc bản nháp báo cáo tự kiểm tra (Word) và in số liệu, đoạn văn đề xuất cho từng mục; không thay đổi gì.',
    en: 'Read a draft of the self-report (Word) and print what is proposed for each item; changes nothing.',
  },
  help: {
    vi: [
      '  FILE.docx          bản nháp viết theo đề cương, dạng Word .docx',
      '  --outline VERSION  năm, mã phiên bản hoặc tệp .json của đề cương; không ghi thì dùng đề cương năm 2026 kèm theo',
      '  --json             trả lời dạng JSON: items[] {key, value, confidence, source, why, rivals, others}, unplaced[]',
      '  confidence từ 0 đến 1; dưới 0,75 là cần xem kỹ (doubtful = true).',
    ].join('\n'),
    en: [
      '  FILE.docx          the draft, written on the outline, as Word .docx',
      '  --outline VERSION  a year, the id of a version or a .json file; without it the shipped outline of 2026',
      '  --json             answer as JSON: items[] {key, value, confidence, source, why, rivals, others}, unplaced[]',
      '  confidence runs from 0 to 1; below 0.75 a person must look closely (doubtful = true).',
    ].join('\n'),
  },
  options: { outline: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  run: printDraft,
}

async function printDraft(call: Call): Promise<0> {
  const path = call.words[0]!
  const [{ basename }, { readInputFile }, { readDraftFile }, { mostDraftBytes }, { readDraft }, { readOutline }] =
    await Promise.all([
      import('node:path'),
      import('./read-input-file.ts'),
      import('../self-reports/read-draft-file.ts'),
      import('@cchc/domain/self-reports/exchange-contract.ts'),
      import('@cchc/domain/self-reports/draft/read-draft.ts'),
      import('./installation.ts'),
    ])
  const outline = await readOutline(call, call.options.outline as string | undefined)
  const bytes = await readInputFile(path, mostDraftBytes)
  const reading = readDraft(await readDraftFile(bytes, basename(path)), outline)
  const { isSure } = await import('@cchc/domain/self-reports/draft/draft.ts')
  const { isRichText, plainText } = await import('@cchc/domain/outlines/rich-text.ts')
  const plain = (value: AnswerValue) => (isRichText(value) ? plainText(value) : value)
  const items = reading.proposals.map((proposal) => ({
    key: proposal.key,
    value: plain(proposal.value),
    confidence: proposal.confidence,
    source: proposal.source,
    doubtful: !isSure(proposal),
    why: proposal.why,
    rivals: proposal.rivals,
    others: proposal.others.map(({ value, source }) => ({ value: plain(value), source })),
  }))
  if (call.options.json) call.print(JSON.stringify({ items, unplaced: reading.unplaced }, null, 2))
  else for (const line of linesOf(items, reading)) call.print(line)
  return 0
}

type Item = Pick<DraftReading['proposals'][number], 'key' | 'value' | 'confidence' | 'source' | 'why'> & {
  doubtful: boolean
}

/** The cells of a row that hold something, each under its column's key. */
function rowWords(row: Readonly<Record<string, TableCell>>): string {
  return Object.entries(row)
    .filter(([, cell]) => cell !== null)
    .map(([column, cell]) => `${column}: ${typeof cell === 'number' ? formatNumber(cell, 9) : cell}`)
    .join(' | ')
}

function linesOf(items: readonly Item[], { unplaced }: DraftReading): string[] {
  const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text)
  const where = ({ paragraph, row }: Item['source']) => `[đoạn ${paragraph}${row === null ? '' : `, dòng ${row}`}]`
  const doubtful = items.filter((item) => item.doubtful).length
  return [
    `Đề xuất: ${items.length} mục, trong đó ${doubtful} mục cần xem kỹ`,
    ...items.map(({ key, value, doubtful: isDoubtful, source, why }) => {
      const shown = Array.isArray(value) ? `bảng ${value.length} dòng` : short(String(value).replaceAll('\n', ' / '))
      const rows = Array.isArray(value) ? value.map((row) => `\n      ${short(rowWords(row))}`).join('') : ''
      return `  ${key} = ${shown}  ${where(source)}${isDoubtful ? `  CẦN XEM KỸ: ${why}` : ''}${rows}`
    }),
    '',
    `Chưa xếp được: ${unplaced.length}`,
    ...unplaced.map(({ source, why }) => `  ${where(source)} ${short(source.text)} – ${why}`),
  ]
}
