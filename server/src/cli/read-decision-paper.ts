import type { DecisionProposal, Source } from '@cchc/domain/campaigns/decision/proposal.ts'
import type { Call, Command } from './command.ts'

/** `cchc decision read`: what the import would propose for a signed paper; changes nothing. */
export const readDecisionPaper: Command = {
  name: 'decision read',
  usage: 'FILE [--json]',
  summary: {
    vi: 'Đọc quyết định, kế hoạch kiểm tra và in những gì đọc được; không thay đổi gì.',
    en: 'Read an inspection decision or plan and print the proposal; changes nothing.',
  },
  help: {
    vi: [
      '  FILE        tệp .txt, .docx hoặc .pdf có chữ',
      '  --json      trả lời dạng JSON; điều không tìm thấy là null và được nêu trong doubts',
    ].join('\n'),
    en: [
      '  FILE        a .txt, .docx or .pdf file with text',
      '  --json      answer as JSON; what is not found is null and named in doubts',
    ].join('\n'),
  },
  options: { json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  run: printProposal,
}

async function printProposal(call: Call): Promise<0> {
  const path = call.words[0]!
  const [{ MOST_PAPER_BYTES }, { readInputFile }] = await Promise.all([
    import('../campaigns/read-paper-text.ts'),
    import('./read-input-file.ts'),
  ])
  const bytes = await readInputFile(path, MOST_PAPER_BYTES)
  const [{ basename }, { readPaperText }, { nationalCatalogue }, { readDecision }, { readCatalogue }] =
    await Promise.all([
      import('node:path'),
      import('../campaigns/read-paper-text.ts'),
      import('../campaigns/national-catalogue.ts'),
      import('@cchc/domain/campaigns/decision/read-decision.ts'),
      import('./installation.ts'),
    ])
  const { text } = await readPaperText(bytes, basename(path))
  const { units, provinces } = nationalCatalogue((await readCatalogue(call)).units)
  const proposal = readDecision(text, units, provinces)
  if (call.options.json) {
    const { proposalSummary } = await import('@cchc/domain/campaigns/decision/proposal-summary.ts')
    call.print(JSON.stringify(proposalSummary(proposal), null, 2))
  } else {
    const { formatDate } = await import('@cchc/domain/formats/dates.ts')
    for (const line of proposalLines(proposal, (date) => (date === null ? '…' : formatDate(date)))) call.print(line)
  }
  return 0
}

const verdictWords = {
  exact: 'đúng',
  'tone-mark': 'khác cách đặt dấu',
  slip: 'có thể viết nhầm',
  unknown: 'không có trong danh mục',
}

/** The proposal for a reader at the terminal: what was found and in which lines of the text, then what is doubtful. */
function proposalLines(proposal: DecisionProposal, day: (date: string | null) => string): string[] {
  const one = (name: string, found: (Source & { value: unknown }) | null, show: (value: never) => string = String) =>
    `${name}: ${found ? `${show(found.value as never)}  ${where(found)}` : 'không tìm thấy'}`
  const { period, outline, units } = proposal
  return [
    one('Số, ký hiệu', proposal.number, ({ text }: { text: string }) => text),
    one('Ngày ban hành', proposal.issuedOn, day),
    one('Cơ quan ban hành', proposal.issuer),
    one('Người ký', proposal.signer, ({ name, post }: { name: string | null; post: string | null }) =>
      [name, post].filter(Boolean).join(', '),
    ),
    one(
      'Thời gian kiểm tra',
      period,
      (it: { from: string | null; to: string | null }) => `${day(it.from)} đến ${day(it.to)}`,
    ),
    one('Mốc số liệu', proposal.dataFrom, day),
    one('Gửi báo cáo trước (ngày làm việc)', proposal.leadWorkingDays),
    `Căn cứ: ${proposal.legalBases.length}. Nơi nhận: ${proposal.recipients.length}.`,
    '',
    `Đoàn kiểm tra: ${proposal.team.length} vị trí`,
    ...proposal.team.map((seat) => `  ${seat.value.post}  ${where(seat)}`),
    '',
    `Lĩnh vực: ${proposal.fields.length}`,
    ...proposal.fields.map((field) => `  ${field.value.name}  ${where(field)}`),
    '',
    `Đơn vị được kiểm tra: ${units.length}`,
    ...units.map((unit) => {
      const near = unit.candidates.map(({ name, distance }) => `${name} (khác ${distance} chữ)`).join(', ')
      return `  ${unit.text}: ${verdictWords[unit.verdict]}${unit.verdict === 'slip' ? `: ${near}` : ''}  ${where(unit)}`
    }),
    '',
    ...(outline
      ? outline.parts.flatMap((part) => [
          `${part.label} ${part.title}`.trim(),
          ...part.sections.map((section) => `  ${section.label} ${section.title}: ${section.items.length} mục`),
        ])
      : ['Đề cương: không tìm thấy']),
    '',
    `Điều còn ngờ: ${proposal.doubts.length}`,
    ...proposal.doubts.map(({ sentence }) => `  - ${sentence}`),
  ]
}

function where({ lines: [from, to] }: Source): string {
  return from === to ? `[dòng ${from}]` : `[dòng ${from}-${to}]`
}
