import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'

/**
 * An official paper as data: the one thing that the .docx writer and the screen both draw, so the two cannot differ.
 * Made only by `composePaper`; every text in it is NFC and already stands as it will be printed.
 * Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.
 */

/** The kinds of paper this product writes, with the name printed over the subject; a dispatch (công văn) prints none. */
export const paperTypeNames = {
  notice: 'THÔNG BÁO',
  invitation: 'GIẤY MỜI',
  minutes: 'BIÊN BẢN',
  report: 'BÁO CÁO',
  plan: 'KẾ HOẠCH',
  decision: 'QUYẾT ĐỊNH',
  receipt: 'PHIẾU TIẾP NHẬN',
  dispatch: null,
} as const
export const PaperType = z.enum([
  'notice',
  'invitation',
  'minutes',
  'report',
  'plan',
  'decision',
  'receipt',
  'dispatch',
])
export type PaperType = z.infer<typeof PaperType>

/** A stretch of text in one style; `\n` inside it breaks the line. */
export const Run = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
})
export type Run = z.infer<typeof Run>

const Runs = z.array(Run)
export const Align = z.enum(['left', 'center', 'right', 'justify'])
export type Align = z.infer<typeof Align>

export const Paragraph = z.object({
  kind: z.literal('paragraph'),
  runs: Runs,
  /** The first line goes in by 1.27 cm. */
  indented: z.boolean(),
  align: Align,
})

/** `label` is "I.", "1." or "a)"; level 1 is printed in capitals, 1 and 2 in bold, 3 upright. */
export const Heading = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  label: z.string(),
  text: z.string(),
})

export const Item = z.object({ kind: z.literal('item'), mark: z.enum(['-', '+']), runs: Runs })

/** `columns` is how many columns the cell covers, 1 when absent; `align` overrides the column's. */
export const Cell = z.object({ runs: Runs, columns: z.number().int().min(1).optional(), align: Align.optional() })
export type Cell = z.infer<typeof Cell>

const Row = z.array(Cell).min(1)
const coveredColumns = (row: readonly Cell[]) => row.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)

export const Table = z
  .object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    /** Widths in percent of the text width; together 100. */
    columns: z.array(z.object({ width: z.number().positive(), align: Align })).min(1),
    /** Printed again at the top of every page that the table runs over. */
    head: z.array(Row),
    rows: z.array(Row),
  })
  .refine((table) => Math.abs(table.columns.reduce((sum, column) => sum + column.width, 0) - 100) < 0.01, {
    error: 'Độ rộng các cột của bảng phải cộng lại đủ 100%.',
  })
  .refine((table) => [...table.head, ...table.rows].every((row) => coveredColumns(row) === table.columns.length), {
    error: 'Mỗi dòng của bảng phải có đủ số ô như số cột.',
  })
export type Table = z.infer<typeof Table>

export const PageBreak = z.object({ kind: z.literal('page-break') })

export const Block = z.discriminatedUnion('kind', [Paragraph, Heading, Item, Table, PageBreak])
export type Block = z.infer<typeof Block>

/** Starts on a new page after the signature and has page numbers of its own. `number` is Roman, null for a sole appendix. */
export const Appendix = z.object({
  number: z.string().nullable(),
  title: z.string(),
  /** "Kèm theo Thông báo số …"; printed in brackets and italics. */
  attachedTo: z.string().nullable(),
  blocks: z.array(Block),
})
export type Appendix = z.infer<typeof Appendix>

/** One who signs: `authority` holds the lines over the post ("TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC"). */
export const Signature = z.object({
  authority: z.array(z.string()),
  post: z.string(),
  name: z.string().nullable(),
  /** What stands in the room of the signature once there is something: a drawing (PNG as a data address), or words in italics. */
  picture: z.string().optional(),
  note: z.string().optional(),
})
export type Signature = z.infer<typeof Signature>

/** What the office decides of a paper whatever its content: who issues it, its number, date, signatures and recipients. */
export const PaperFrame = z.object({
  /** Prints "Dữ liệu minh họa" on every page. */
  illustrative: z.boolean(),
  /** Says on every page that the paper is a draft; for drafts that leave the office. */
  draft: z.boolean().optional(),
  parentAgency: z.string().nullable(),
  issuingAgency: z.string().min(1),
  /** As the clerk gave it, "5" or "05"; null while the paper is a draft. */
  number: z.string().nullable(),
  /** "TB-SNV"; null for a paper that bears no number at all. */
  symbol: z.string().nullable(),
  /** Null for minutes, which have no place-and-date line. */
  place: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  /** Printed in the date line while `issuedOn` is not known. */
  year: z.number().int(),
  /** One: at the right, beside the recipients. Two or more: side by side from the left, recipients below. */
  signatures: z.array(Signature).min(1),
  /** Without dashes and end marks; the last is the archive's line, "Lưu: VT, …". */
  recipients: z.array(z.string()),
})
export type PaperFrame = z.infer<typeof PaperFrame>

export const PaperContent = PaperFrame.extend({
  type: PaperType,
  subject: z.string().min(1),
  /** After "Kính gửi:"; only dispatches and reports sent upwards have any. */
  addressees: z.array(z.string()),
  /** Who decides, printed over the grounds of a decision: "Chủ tịch Ủy ban nhân dân thành phố …"; null for other papers. */
  decides: z.string().nullable().default(null),
  /** The grounds, each a "Căn cứ …" printed in italics. */
  legalBases: z.array(z.string()),
  blocks: z.array(Block),
  appendices: z.array(Appendix),
})
export type PaperContent = z.infer<typeof PaperContent>

/** The lines that follow from the content by rule, worded once for paper and screen. */
export const PrintedLines = z.object({
  stateName: z.string(),
  motto: z.string(),
  parentAgency: z.array(z.string()),
  issuingAgency: z.array(z.string()),
  number: z.string().nullable(),
  placeAndDate: z.string().nullable(),
  /** "V/v …" under the number of a dispatch; null for a paper with a type name. */
  dispatchSubject: z.string().nullable(),
  typeName: z.string().nullable(),
  addressees: z.array(z.string()),
  /** Of a decision: who decides, in capitals, and the word that its articles follow. Papers frozen before have neither. */
  decides: z.string().nullable().default(null),
  decided: z.string().nullable().default(null),
  legalBases: z.array(z.string()),
  recipients: z.array(z.string()),
  appendices: z.array(z.object({ label: z.string(), title: z.string(), attachedTo: z.string().nullable() })),
  illustrativeMark: z.string().nullable(),
  /** At the foot of every page of sealed minutes: which version it is and the first letters of its fingerprint. */
  versionMark: z.string().optional(),
  /** Papers frozen before drafts were marked have none. */
  draftMark: z.string().nullable().default(null),
})
export type PrintedLines = z.infer<typeof PrintedLines>

export const Paper = PaperContent.extend({ printed: PrintedLines })
export type Paper = z.infer<typeof Paper>

/** What stands in a box over every page; null for a paper that is in force. */
export function pageMark({ draftMark, illustrativeMark }: PrintedLines): string | null {
  const marks = [draftMark, illustrativeMark].filter((mark) => mark !== null)
  return marks.length === 0 ? null : marks.join(' · ')
}
