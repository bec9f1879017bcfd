import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { checkPdfStreams } from './check-pdf-streams.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

export const MOST_PDF_PAGES = 300
/** A page with fewer letters than this is a picture of a page, perhaps with a stamp. */
const FEWEST_LETTERS_A_PAGE = 20

// In parts of the height of the letters (em).
/** A gap this wide between two pieces of a line is a blank; a wider one parts two columns. */
const BLANK_GAP = 0.12
const COLUMN_GAP = 2
const SAME_LINE = 0.4
const INDENT = 0.8
/** In parts of the usual distance of two lines: more than this is a gap between paragraphs. */
const PARAGRAPH_GAP = 1.4

type Piece = { text: string; x: number; y: number; width: number; height: number }
type Line = { x: number; y: number; height: number; text: string }

/**
 * The text of a PDF that has text: one printed line a line, columns parted by tabs, an empty line where a paragraph
 * begins (a wider gap or an indent), page numbers left out. Broken sentences are joined later, by the decision reader.
 * Throws `UnreadablePaper` for a locked, damaged or scanned PDF.
 */
export async function readPdf(bytes: Buffer, fileName: string): Promise<string> {
  checkPdfStreams(bytes, fileName)
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await loading.promise
    if (document.numPages > MOST_PDF_PAGES) {
      throw new UnreadablePaper(
        'paper-too-long',
        `Tệp “${fileName}” có ${document.numPages} trang, quá ${MOST_PDF_PAGES} trang. Hãy tách riêng quyết định và kế hoạch rồi tải lại.`,
      )
    }
    const pages: Line[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.filter((item): item is TextItem => 'str' in item)))
      page.cleanup()
    }
    const letters = pages.flat().reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0)
    if (letters < FEWEST_LETTERS_A_PAGE * pages.length) {
      throw new UnreadablePaper(
        'paper-is-a-picture',
        `Tệp PDF “${fileName}” là bản quét (ảnh), không có chữ để đọc. Hãy dùng bản PDF xuất từ Word, tệp .docx hoặc nhận dạng chữ (OCR) trước.`,
      )
    }
    return textOf(pages)
  } catch (error) {
    if (error instanceof UnreadablePaper) throw error
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadablePaper(
        'paper-locked',
        `Tệp PDF “${fileName}” được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại.`,
      )
    }
    throw new UnreadablePaper(
      'paper-damaged',
      `Tệp PDF “${fileName}” bị hỏng hoặc không đúng chuẩn nên không đọc được. Hãy xuất lại PDF từ Word rồi tải lên.`,
    )
  } finally {
    await loading.destroy()
  }
}

function linesOf(items: readonly TextItem[]): Line[] {
  const pieces: Piece[] = items
    .filter((item) => item.str.trim() !== '')
    .map((item) => ({
      text: item.str,
      x: item.transform[4],
      y: item.transform[5],
      width: item.width,
      height: item.height || Math.abs(item.transform[3]) || 10,
    }))
    .sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - piece.y) < SAME_LINE * piece.height) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x))).filter((line) => line.text.trim() !== '')
}

function lineOf(row: readonly Piece[]): Line {
  const [first] = row
  let text = ''
  let end = first!.x
  for (const piece of row) {
    const gap = (piece.x - end) / piece.height
    if (text !== '' && gap > COLUMN_GAP) text += '\t'
    else if (text !== '' && gap > BLANK_GAP && !text.endsWith(' ') && !piece.text.startsWith(' ')) text += ' '
    text += piece.text
    end = piece.x + piece.width
  }
  return { x: first!.x, y: first!.y, height: first!.height, text: text.trim() }
}

function textOf(pages: readonly Line[][]): string {
  const out: string[] = []
  const gaps = pages
    .flatMap((lines) => lines.slice(1).map((line, index) => lines[index]!.y - line.y))
    .sort((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 3)] ?? 0
  const margin = leftMargin(pages)
  for (const page of pages) {
    let before: Line | null = null
    for (const line of page) {
      if (isPageNumber(line, page)) continue
      if (before && startsParagraph(line, before, usual, margin)) out.push('')
      out.push(line.text)
      before = line
    }
  }
  return out.join('\n').normalize('NFC')
}

function startsParagraph(line: Line, before: Line, usual: number, margin: number): boolean {
  if (usual > 0 && before.y - line.y > PARAGRAPH_GAP * usual) return true
  const indented = line.x > margin + INDENT * line.height
  const wasFlush = before.x <= margin + INDENT * before.height
  return indented && (wasFlush || /[.;:]$/u.test(before.text))
}

/** The left edge at which most lines begin. */
function leftMargin(pages: readonly Line[][]): number {
  const counts = new Map<number, number>()
  for (const line of pages.flat()) counts.set(Math.round(line.x), (counts.get(Math.round(line.x)) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts].filter(([, count]) => count >= total * 0.1).sort(([a], [b]) => a - b)[0]?.[0] ?? 0
}

const isPageNumber = (line: Line, page: readonly Line[]) =>
  /^-?\s*\d{1,3}\s*-?$/u.test(line.text) && (line === page[0] || line === page.at(-1))
