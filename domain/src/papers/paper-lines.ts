import { type Block, type Paper, pageMark, type Run } from './paper.ts'

/**
 * Every line of text of a paper in reading order, as it is printed: for full-text search, and to hold what the .docx and
 * the screen show against the data. A table gives one line a cell; titles are split where they
 * break, elsewhere a line break inside a text stays `\n`.
 */
export function paperLines(paper: Paper): string[] {
  const { printed } = paper
  return present([
    pageMark(printed),
    ...printed.parentAgency,
    ...printed.issuingAgency,
    printed.stateName,
    printed.motto,
    printed.number,
    printed.dispatchSubject,
    printed.placeAndDate,
    ...(printed.typeName === null ? [] : [printed.typeName, ...paper.subject.split('\n')]),
    ...printed.addressees,
    printed.decides,
    ...printed.legalBases,
    printed.decided,
    ...paper.blocks.flatMap(blockLines),
    ...signingLines(paper),
    ...paper.appendices.flatMap((appendix, index) => {
      const { label, title, attachedTo } = printed.appendices[index] as Paper['printed']['appendices'][number]
      return [label, ...title.split('\n'), attachedTo, ...appendix.blocks.flatMap(blockLines)]
    }),
    printed.versionMark ?? null,
  ])
}

/** A paper's title on one line with plain spaces: for lists, search, mails and file properties. */
export function titleLine({ subject }: Pick<Paper, 'subject'>): string {
  return subject.replace(/[\n\u00a0]/gu, ' ')
}

function signingLines({ signatures, printed }: Paper): (string | null)[] {
  const recipients = printed.recipients.length === 0 ? [] : ['Nơi nhận:', ...printed.recipients]
  const signing = signatures.map(({ authority, post, note, name }) => [...authority, post, note ?? null, name])
  return signatures.length === 1 ? [...recipients, ...signing.flat()] : [...signing.flat(), ...recipients]
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [lineOf(block.runs)]
    case 'heading':
      return [`${block.label} ${block.text}`]
    case 'item':
      return [`${block.mark} ${lineOf(block.runs)}`]
    case 'table':
      return present([
        block.caption,
        ...[...block.head, ...block.rows].flatMap((row) => row.map((cell) => lineOf(cell.runs))),
      ])
    case 'page-break':
      return []
  }
}

function lineOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

function present(lines: readonly (string | null)[]): string[] {
  return lines.filter((line): line is string => line !== null && line !== '')
}
