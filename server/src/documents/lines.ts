import type { Align, Run } from '@cchc/domain/papers/paper.ts'
import { AlignmentType, BorderStyle, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import { points, sizes } from './measures.ts'

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>

export interface Style {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
}

/** Runs of text; a `\n` in the data is a line break on the page. */
export function textRuns(runs: readonly Run[], style: Style): TextRun[] {
  return runs.flatMap((run) =>
    run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          size: style.size,
          bold: run.bold ?? style.bold ?? false,
          italics: run.italic ?? style.italic ?? false,
          ...(run.underline ? { underline: {} } : {}),
          break: index === 0 ? 0 : 1,
        }),
    ),
  )
}

/** A line of the letterhead, the title or the signing block: single spaced, centred unless said otherwise. */
export function line(text: string, style: Style, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
    ...options,
    children: textRuns([{ text }], style),
  })
}

/**
 * A solid rule of `length` twips, centred in a column of `width` twips: the upper border of an empty paragraph, drawn in
 * from both sides, because a border needs no drawing and looks the same in every program.
 */
export function rule(length: number, width: number): Paragraph {
  const side = Math.max(0, Math.round((width - length) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: points(4), after: 0, line: points(4), lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    run: { size: sizes.table / 6 },
  })
}
