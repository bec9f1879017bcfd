import { blocksOf, hasHeadRow, listMarks, type RichBlock, type RichText } from '@cchc/domain/outlines/rich-text.ts'
import { Fragment, type ReactNode } from 'react'
import type { MarkedRun } from './marked-text.ts'
import styles from './RichText.module.css'

/** The answer to a text question, to be read: paragraphs, lists and tables as they were written. */
export function RichTextView({ text }: { text: string | RichText }) {
  return <RichBlocks blocks={blocksOf(text)} />
}

/** Blocks to be read; words that differ from another text are marked, which is read aloud too. */
export function RichBlocks({ blocks }: { blocks: readonly RichBlock[] }) {
  return (
    <div className={styles.text}>
      {blocks.map((block, at) => (
        <Fragment key={at}>{drawBlock(block)}</Fragment>
      ))}
    </div>
  )
}

function drawBlock(block: RichBlock): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p>{drawRuns(block.runs)}</p>
    case 'list': {
      const marks = listMarks(block)
      // Drawn with the marks that the paper prints; a list's own marks would number otherwise.
      return (
        <ul className={styles.marked}>
          {block.items.map(({ level, runs }, at) => (
            <li key={at} style={{ '--level': level } as React.CSSProperties}>
              <span>{marks[at]}</span> <span>{drawRuns(runs)}</span>
            </li>
          ))}
        </ul>
      )
    }
    case 'table': {
      const hasHead = hasHeadRow(block)
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
        <figure className={styles.tableBox} tabIndex={0} aria-label="Bảng">
          <table>
            <tbody>
              {block.rows.map(({ cells }, row) => (
                <tr key={row}>
                  {cells.map(({ runs }, at) => {
                    const isHead = hasHead && row === 0 && runs.length > 0
                    return isHead ? (
                      <th key={at} scope="col">
                        {drawRuns(runs)}
                      </th>
                    ) : (
                      <td key={at}>{drawRuns(runs)}</td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )
    }
  }
}

function drawRuns(runs: readonly MarkedRun[]): ReactNode {
  return runs.map(({ text, bold, italic, underline, differs }, at) => {
    const marked = differs ? <mark>{text}</mark> : text
    const lined = underline ? <u>{marked}</u> : marked
    const slanted = italic ? <em>{lined}</em> : lined
    return <Fragment key={at}>{bold ? <strong>{slanted}</strong> : slanted}</Fragment>
  })
}
