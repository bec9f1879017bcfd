import {
  type Block,
  type Cell,
  type Paper,
  pageMark,
  type Run,
  type Signature,
  type Table,
} from '@cchc/domain/papers/paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { createElement, Fragment, type ReactNode } from 'react'
import classes from './PaperView.module.css'

interface Props {
  readonly paper: Paper
  /** Level of the heading that the paper's title takes among the page's own headings. */
  readonly headingLevel?: 1 | 2 | 3
}

/**
 * An official paper as the A4 sheet that will be printed, drawn from the very data the .docx is written from.
 * On a narrow screen the sheet becomes a column of the screen's width, and a wide table scrolls by itself.
 */
export function PaperView({ paper, headingLevel = 2 }: Props) {
  const { printed } = paper
  const mark = pageMark(printed)
  const titleText = titleLine(paper)
  return (
    <div className={classes.desk}>
      <article
        className={[classes.sheet, paper.illustrative && classes.illustrative, paper.draft && classes.draft]
          .filter(Boolean)
          .join(' ')}
        lang="vi"
        aria-label={printed.typeName === null ? titleText : `${printed.typeName}: ${titleText}`}
      >
        {mark !== null && <p className={classes.mark}>{mark}</p>}
        <Letterhead paper={paper} />
        {printed.typeName !== null &&
          createElement(
            `h${headingLevel}`,
            { className: classes.title },
            <span className={classes.typeName}>{printed.typeName}</span>,
            <span className={classes.ruled}>{paper.subject}</span>,
          )}
        {printed.addressees.length > 0 && (
          <div className={printed.addressees.length === 1 ? classes.addressee : classes.addressees}>
            {lines(printed.addressees)}
          </div>
        )}
        {printed.decides && <p className={classes.decides}>{printed.decides}</p>}
        {printed.legalBases.length > 0 && <div className={classes.legalBases}>{lines(printed.legalBases)}</div>}
        {printed.decided && <p className={classes.decides}>{printed.decided}</p>}
        <Blocks blocks={paper.blocks} headingLevel={headingLevel + 1} />
        <Signing paper={paper} />
        {paper.appendices.map((appendix, index) => {
          const heading = printed.appendices[index]
          return (
            <section key={index} className={classes.appendix}>
              {createElement(
                `h${headingLevel}`,
                { className: classes.title },
                <span className={classes.typeName}>{heading?.label}</span>,
                <span className={heading?.attachedTo ? classes.typeName : classes.ruled}>{heading?.title}</span>,
                heading?.attachedTo && <span className={classes.attachedTo}>{heading.attachedTo}</span>,
              )}
              <Blocks blocks={appendix.blocks} headingLevel={headingLevel + 1} />
            </section>
          )
        })}
      </article>
    </div>
  )
}

function Letterhead({ paper: { printed } }: { paper: Paper }) {
  const hasNumberRow = printed.number !== null || printed.dispatchSubject !== null || printed.placeAndDate !== null
  return (
    <div className={classes.letterhead}>
      <div>
        {lines(printed.parentAgency)}
        <div className={classes.issuer}>
          {printed.issuingAgency.map((line, index, all) => (
            <p key={index}>
              <span className={index === all.length - 1 ? classes.ruled : undefined}>{line}</span>
            </p>
          ))}
        </div>
      </div>
      <div>
        <p className={classes.stateName}>{printed.stateName}</p>
        <p className={classes.motto}>
          <span>{printed.motto}</span>
        </p>
      </div>
      {hasNumberRow && (
        <>
          <div className={classes.number}>
            {printed.number !== null && <p>{printed.number}</p>}
            {printed.dispatchSubject !== null && <p className={classes.dispatchSubject}>{printed.dispatchSubject}</p>}
          </div>
          <div className={classes.date}>{printed.placeAndDate !== null && <p>{printed.placeAndDate}</p>}</div>
        </>
      )}
    </div>
  )
}

function Blocks({ blocks, headingLevel }: { blocks: readonly Block[]; headingLevel: number }) {
  const depths = headingDepths(blocks)
  return blocks.map((block, index) => (
    <Fragment key={index}>{drawBlock(block, Math.min(6, headingLevel + (depths[index] ?? 0)))}</Fragment>
  ))
}

/** How many headings stand over each heading; a paper may go from its title straight to "1." or "a)", the page's headings may not skip a level. */
function headingDepths(blocks: readonly Block[]): number[] {
  const open: number[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return 0
    while ((open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    return open.length - 1
  })
}

function drawBlock(block: Block, headingLevel: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p
          className={block.indented ? classes.indented : classes.flush}
          style={block.align === 'justify' ? undefined : { textAlign: block.align }}
        >
          {drawRuns(block.runs)}
        </p>
      )
    case 'heading':
      return createElement(
        `h${headingLevel}`,
        { className: block.level === 3 ? classes.point : classes.heading },
        `${block.label} ${block.text}`,
      )
    case 'item':
      return (
        <p className={classes.indented}>
          {`${block.mark} `}
          {drawRuns(block.runs)}
        </p>
      )
    case 'table':
      return <PaperTable table={block} />
    case 'page-break':
      return <hr className={classes.pageBreak} />
  }
}

function PaperTable({ table: { caption, columns, head, rows } }: { table: Table }) {
  const alignOf = (row: readonly Cell[], index: number) => {
    const column = row.slice(0, index).reduce((sum, cell) => sum + (cell.columns ?? 1), 0)
    return row[index]?.align ?? columns[column]?.align
  }
  const drawRow = (row: readonly Cell[], rowIndex: number, isHead: boolean) => (
    <tr key={rowIndex}>
      {row.map((cell, index) =>
        createElement(
          isHead ? 'th' : 'td',
          {
            key: index,
            scope: isHead ? 'col' : undefined,
            colSpan: cell.columns,
            style: { textAlign: alignOf(row, index) },
          },
          drawRuns(cell.runs),
        ),
      )}
    </tr>
  )
  return (
    // A wide table scrolls inside this box on a phone, so the box must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
    <figure className={classes.tableBox} tabIndex={0} aria-label={caption ?? 'Bảng'}>
      <table className={columns.length > 3 ? classes.wideTable : classes.table}>
        {caption !== null && <caption>{caption}</caption>}
        <colgroup>
          {columns.map(({ width }, index) => (
            <col key={index} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>{head.map((row, index) => drawRow(row, index, true))}</thead>
        <tbody>{rows.map((row, index) => drawRow(row, index, false))}</tbody>
      </table>
    </figure>
  )
}

function Signing({ paper: { signatures, printed } }: { paper: Paper }) {
  const recipients = printed.recipients.length > 0 && (
    <div className={classes.recipients}>
      <p className={classes.recipientsTitle}>Nơi nhận:</p>
      {lines(printed.recipients)}
    </div>
  )
  const [only, ...others] = signatures
  if (only && others.length === 0) {
    return (
      <div className={classes.signing}>
        <div>{recipients}</div>
        {drawSignature(only, 0)}
      </div>
    )
  }
  return (
    <>
      <div className={classes.signatures}>{signatures.map((signature, index) => drawSignature(signature, index))}</div>
      {recipients}
      {printed.versionMark !== undefined && <p className={classes.versionMark}>{printed.versionMark}</p>}
    </>
  )
}

function drawSignature({ authority, post, name, picture, note }: Signature, index: number) {
  return (
    <div key={index} className={classes.signature}>
      {lines(authority)}
      <p>{post}</p>
      {picture !== undefined && (
        <img className={classes.drawnSignature} src={picture} alt={`Chữ ký của ${name ?? post}`} />
      )}
      {note !== undefined && <p className={classes.signatureNote}>{note}</p>}
      <p className={picture === undefined && note === undefined ? classes.signer : undefined}>{name}</p>
    </div>
  )
}

function lines(texts: readonly string[]): ReactNode {
  return texts.map((text, index) => <p key={index}>{text}</p>)
}

function drawRuns(runs: readonly Run[]): ReactNode {
  return runs.map((run, index) => {
    const words = run.underline ? <u>{run.text}</u> : run.text
    const text = run.italic ? <em>{words}</em> : words
    return <Fragment key={index}>{run.bold ? <strong>{text}</strong> : text}</Fragment>
  })
}
