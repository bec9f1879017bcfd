import type { Run } from '@cchc/domain/papers/paper.ts'
import type { Content, ContentText } from 'pdfmake/interfaces.js'
import type { Style } from './lines.ts'

/** Measures of `measures.ts` are those of a .docx; a .pdf counts in points. */
export const inPoints = (twips: number) => twips / 20
export const typeSize = (halfPoints: number) => halfPoints / 2

/** A word longer than this may be broken at its hyphens and strokes, as addresses of web pages are. */
const mostUnbroken = 40

/**
 * Runs of text in one style; a `\n` in the data is a line break on the page. Handed over word by word: the library would
 * part "2251/QĐ-UBND" at its stroke and its hyphen, and spread the parts when it justifies the line.
 */
export function pdfRuns(runs: readonly Run[], style: Style): ContentText['text'] {
  return runs.flatMap((run) =>
    (run.text.match(/[^ \n]*[ \n]+|[^ \n]+/gu) ?? []).map((text) => ({
      text,
      fontSize: typeSize(style.size),
      bold: run.bold ?? style.bold ?? false,
      italics: run.italic ?? style.italic ?? false,
      ...(run.underline ? { decoration: 'underline' as const } : {}),
      noWrap: text.length <= mostUnbroken,
    })),
  )
}

/** A line of the letterhead, the title or the signing block: single spaced, centred unless said otherwise. */
export function pdfLine(text: string, style: Style, options: Partial<ContentText> = {}): Content {
  return { alignment: 'center', lineHeight: 1, ...options, text: pdfRuns([{ text }], style) }
}

/** A solid rule of `length` twips, centred in a column of `width` twips. */
export function pdfRule(length: number, width: number): Content {
  const side = Math.max(0, inPoints(width - length) / 2)
  return {
    canvas: [{ type: 'line', x1: side, y1: 0, x2: inPoints(width) - side, y2: 0, lineWidth: 0.75 }],
    margin: [0, 4, 0, 4],
  }
}
