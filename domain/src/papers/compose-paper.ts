import type { z } from 'zod'
import { cleanText, endedWith } from './clean-text.ts'
import { agencyLines, documentCode, motto, placeAndDate, stateName } from './letterhead.ts'
import {
  type Block,
  Paper,
  PaperContent,
  type PrintedLines,
  paperTypeNames,
  type Run,
  type Signature,
} from './paper.ts'

/** What stands on every page of a paper of the illustrative season. */
export const illustrativeMark = 'Dữ liệu minh họa – không có giá trị sử dụng'

/** What stands on every page of a draft that is shown outside the team. */
export const draftMark = 'Dự thảo – chưa ban hành'

/**
 * Makes the paper that is printed and shown: cleans every text, closes the body with "./.", puts the issuing lines in
 * the words of Nghị định 30/2020/NĐ-CP. The only maker of a `Paper`; refuses (zod error) a table whose widths or rows do
 * not add up, or a paper without issuer, subject or signature.
 */
export function composePaper(content: z.input<typeof PaperContent>): Paper {
  const cleaned = PaperContent.parse(cleanDeep(content))
  const whole = {
    ...cleaned,
    subject: yearKept(cleaned.subject),
    signatures: cleaned.signatures.map(capitalSignature),
    blocks: closeBody(cleaned.blocks.map(capitalHeading)),
    appendices: cleaned.appendices.map((appendix) => ({
      ...appendix,
      title: yearKept(appendix.title),
      blocks: appendix.blocks.map(capitalHeading),
    })),
  }
  return Paper.parse({ ...whole, printed: printedLines(whole) })
}

function printedLines(content: PaperContent): PrintedLines {
  const typeName = paperTypeNames[content.type]
  return {
    stateName,
    motto,
    parentAgency: content.parentAgency === null ? [] : agencyLines(content.parentAgency),
    issuingAgency: agencyLines(content.issuingAgency),
    number: content.symbol === null ? null : `Số: ${documentCode(content.number, content.symbol)}`,
    placeAndDate: content.place === null ? null : placeAndDate(content.place, content.issuedOn, content.year),
    dispatchSubject: typeName === null ? `V/v ${content.subject}` : null,
    typeName,
    addressees: addresseeLines(content.addressees),
    decides: content.decides === null ? null : capitals(content.decides),
    decided: content.decides === null ? null : 'QUYẾT ĐỊNH:',
    legalBases: content.legalBases.map((basis, index, all) => endedWith(index === all.length - 1 ? '.' : ';', basis)),
    recipients: content.recipients.map(
      (recipient, index, all) => `- ${endedWith(index === all.length - 1 ? '.' : ';', recipient)}`,
    ),
    appendices: content.appendices.map((appendix) => ({
      label: appendix.number === null ? 'Phụ lục' : `Phụ lục ${appendix.number}`,
      title: capitals(appendix.title),
      attachedTo: appendix.attachedTo === null ? null : `(${appendix.attachedTo})`,
    })),
    illustrativeMark: content.illustrative ? illustrativeMark : null,
    draftMark: content.draft ? draftMark : null,
  }
}

/** One addressee stands on the line of "Kính gửi:", several each on a line of its own. */
function addresseeLines(addressees: readonly string[]): string[] {
  const [only] = addressees
  if (only === undefined) return []
  if (addressees.length === 1) return [`Kính gửi: ${only}`]
  return [
    'Kính gửi:',
    ...addressees.map((one, index, all) => `- ${endedWith(index === all.length - 1 ? '.' : ';', one)}`),
  ]
}

/** The body of every paper ends with "./."; after a table the mark stands on a line of its own. */
function closeBody(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1)
  if (last?.kind === 'paragraph' || last?.kind === 'item') {
    return [...blocks.slice(0, -1), { ...last, runs: closeRuns(last.runs) }]
  }
  if (last?.kind === 'heading') return [...blocks.slice(0, -1), { ...last, text: endedWith('./.', last.text) }]
  return [...blocks, { kind: 'paragraph', runs: [{ text: './.' }], indented: false, align: 'left' }]
}

function closeRuns(runs: readonly Run[]): Run[] {
  const last = runs.at(-1)
  return last ? [...runs.slice(0, -1), { ...last, text: endedWith('./.', last.text) }] : [{ text: './.' }]
}

function capitalHeading(block: Block): Block {
  return block.kind === 'heading' && block.level === 1 ? { ...block, text: capitals(block.text) } : block
}

function capitalSignature({ authority, post, name }: Signature): Signature {
  return { authority: authority.map(capitals), post: capitals(post), name }
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

/** A title with each year on the line of its "năm": they are bound by a no-break space. */
function yearKept(title: string): string {
  return title.replace(/(?<=\bnăm) (?=\d{4}\b)/giu, '\u00a0')
}

/** Cleans every string of the tree and drops runs without text. */
function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanDeep).filter((item) => !isEmptyRun(item)) as T
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanDeep(item)])) as T
  }
  return value
}

function isEmptyRun(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'text' in value && value.text === '' && !('kind' in value)
}
