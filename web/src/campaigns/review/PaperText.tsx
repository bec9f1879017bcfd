import type { ReviewView } from '@cchc/domain/campaigns/contract.ts'
import { readLines } from '@cchc/domain/campaigns/decision/paper-lines.ts'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type Ref, useEffect, useMemo, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './PaperText.module.css'
import { lineWords } from './Place.tsx'
import type { Lines } from './use-review.ts'

/** The lines of a paper as they are shown: its own words without the marks of converters. Line n is element n - 1. */
export function shownLines(lines: readonly string[]): string[] {
  return readLines(lines.join('\n')).map(({ text }) => text)
}

interface Props {
  view: ReviewView
  lines: readonly string[]
  marked: Lines | null
  /** Counts the wishes to go to the marked lines; the focus follows each new one. */
  visits: number
  /** Leads back to the proposal the person came from. */
  onReturn: () => void
}

/** The paper's own text with its line numbers; what the focused proposal was read from is marked and in sight. */
export function PaperText({ view, lines, marked, visits, onReturn }: Props) {
  const pane = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef(0)
  const doubtful = useMemo(() => numbersIn(view.proposal.doubts.map((doubt) => doubt.lines)), [view.proposal])

  useEffect(() => {
    const line = marked && list.current?.querySelector<HTMLElement>(`[data-line="${marked[0]}"]`)
    if (!line || !pane.current) return
    const comesHere = visits > wanted.current
    wanted.current = visits
    const top = line.offsetTop - pane.current.clientHeight / 3
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    pane.current.scrollTo({ top, behavior: calm || comesHere ? 'auto' : 'smooth' })
    if (comesHere) line.focus({ preventScroll: true })
  }, [marked, visits])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onReturn()
  }

  return (
    <div className={styles.paper}>
      <div className={styles.head}>
        <h2>Văn bản</h2>
        <span className={styles.file}>{marked ? lineWords(marked) : view.sourceFileName}</span>
        {marked && (
          <Button
            kind="quiet"
            size="s"
            icon={<IconArrowBackUp size={16} aria-hidden="true" />}
            className={styles.back}
            onClick={onReturn}
          >
            Về đề xuất
          </Button>
        )}
      </div>
      <section
        ref={pane}
        className={styles.pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
        tabIndex={0}
        aria-label={`Toàn văn, ${lines.length} dòng`}
        onKeyDown={onKeyDown}
      >
        <TextLines ref={list} lines={lines} doubtful={doubtful} marked={marked} />
      </section>
    </div>
  )
}

interface TextLinesProps {
  ref: Ref<HTMLOListElement>
  lines: readonly string[]
  doubtful: ReadonlySet<number>
  marked: Lines | null
}

const TextLines = memo(function TextLines({ ref, lines, doubtful, marked }: TextLinesProps) {
  return (
    <ol ref={ref} className={styles.lines}>
      {lines.map((text, at) => {
        const number = at + 1
        const isMarked = marked !== null && number >= marked[0] && number <= marked[1]
        return (
          <li
            // Lines never move, so their number is their key.
            key={number}
            value={number}
            data-line={number}
            tabIndex={-1}
            aria-hidden={text === '' || undefined}
            aria-current={isMarked || undefined}
            className={classes(
              styles.line,
              text === '' && styles.blank,
              isMarked && styles.marked,
              doubtful.has(number) && styles.doubtful,
            )}
          >
            <span className={styles.number} aria-hidden="true">
              {text !== '' && number}
            </span>
            <span>{text}</span>
          </li>
        )
      })}
    </ol>
  )
})

function numbersIn(ranges: readonly (Lines | null)[]): Set<number> {
  const numbers = new Set<number>()
  for (const range of ranges) {
    if (range) for (let line = range[0]; line <= range[1]; line += 1) numbers.add(line)
  }
  return numbers
}
