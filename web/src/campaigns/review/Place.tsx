import type { Source } from '@cchc/domain/campaigns/decision/proposal.ts'
import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Parts.module.css'
import { type Lines, useReview } from './use-review.ts'

/** "Dòng 413", "Dòng 14–22". */
export function lineWords([from, to]: Lines): string {
  return from === to ? `Dòng ${from}` : `Dòng ${from}–${to}`
}

/** A link to the lines a value was read from; a screen reader hears the words of the paper with it. */
export function LineLink({ lines }: { lines: Lines }) {
  const { goToLines, quote } = useReview()
  return (
    <button type="button" data-line-link className={styles.lineLink} onClick={() => goToLines(lines)}>
      {lineWords(lines)}
      <span className="hidden-visually">: “{quote(lines)}”</span>
    </button>
  )
}

interface ReadFromProps {
  source: Source | null | undefined
  /** Said where the paper does not give the value. */
  otherwise?: ReactNode
}

/** Where a value was read: lines and clause, or what to do where it was not found. */
export function ReadFrom({ source, otherwise = 'Không đọc được từ văn bản.' }: ReadFromProps) {
  if (!source) return otherwise
  return (
    <>
      <LineLink lines={source.lines} />
      {source.clause && ` · ${source.clause}`}
    </>
  )
}

interface PlaceProps {
  source?: Pick<Source, 'lines'> | null
  /** Something is still to be settled here before issuing. */
  open?: boolean
  className?: string
  children: ReactNode
}

/** A place of the proposal: while the focus is in it, the lines it was read from are marked in the text. */
export function Place({ source, open, className, children }: PlaceProps) {
  const { mark } = useReview()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to where the focus is
    <div
      className={classes(styles.place, className)}
      data-gap={open || undefined}
      onFocus={source ? () => mark(source.lines) : undefined}
    >
      {children}
    </div>
  )
}

/** The lines that several sources span together; null when there are none. */
export function spanOf(sources: readonly Source[]): Source | null {
  const [first] = sources
  if (!first) return null
  const from = Math.min(...sources.map(({ lines }) => lines[0]))
  const to = Math.max(...sources.map(({ lines }) => lines[1]))
  return { lines: [from, to], clause: first.clause }
}
