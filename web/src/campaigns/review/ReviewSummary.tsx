import { IconChevronDown, IconCircleCheck, IconListCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { SavePhase } from '../../platform/saver.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { partNames, type ReviewGap } from './gaps.ts'
import styles from './Review.module.css'

interface Props {
  gaps: readonly ReviewGap[]
  phase: SavePhase
  /** Saved from this page at least once. */
  savedHere: boolean
  /** Missing for those who may review but not issue. */
  onIssue?: () => void
  onGo: (gap: ReviewGap) => void
}

/** What is left before issuing, always in sight: each thing leads to its place; when nothing is left, the way to issue. */
export function ReviewSummary({ gaps, phase, savedHere, onIssue, onGo }: Props) {
  const [open, setOpen] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const parts = [...new Set(gaps.map(({ part }) => part))]
  const isReady = gaps.length === 0
  const go = (gap: ReviewGap | undefined) => {
    setOpen(false)
    if (gap) onGo(gap)
  }
  const askToIssue = () => {
    if (isReady) return onIssue?.()
    setOpen(true)
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus())
  }
  return (
    <section
      className={styles.summary}
      aria-label="Còn lại trước khi ban hành"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <p className="hidden-visually" role="status">
        {isReady ? 'Đã đủ để ban hành' : `Còn ${gaps.length} điều trước khi ban hành`}
      </p>
      <div className={styles.summaryLine}>
        {isReady ? (
          <p className={classes(styles.left, styles.ready)} aria-hidden="true">
            <IconCircleCheck size={20} /> Đã đủ để ban hành
          </p>
        ) : (
          <button type="button" className={styles.left} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconListCheck size={20} aria-hidden="true" />
            Còn {gaps.length} điều trước khi ban hành
            <IconChevronDown size={16} aria-hidden="true" className={classes(styles.chevron, open && styles.turned)} />
          </button>
        )}
        <ul className={styles.partLinks} aria-label="Tới phần còn thiếu">
          {parts.map((part) => {
            const own = gaps.filter((gap) => gap.part === part)
            return (
              <li key={part}>
                <button type="button" onClick={() => go(own[0])}>
                  {partNames[part]} <span>{own.length}</span>
                </button>
              </li>
            )
          })}
        </ul>
        <SaveWords phase={phase} savedHere={savedHere} />
        {onIssue && (
          <Button kind="primary" onClick={askToIssue}>
            Ban hành
          </Button>
        )}
      </div>
      {open && !isReady && (
        <ol ref={list} className={styles.gaps}>
          {gaps.map((gap) => (
            <li key={`${gap.part} ${gap.place}`}>
              <button type="button" onClick={() => go(gap)}>
                <span>{partNames[gap.part]}</span> {gap.sentence}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const phaseWords: Record<SavePhase, string> = {
  still: 'Đã lưu',
  waiting: 'Đang lưu…',
  saving: 'Đang lưu…',
  failed: 'Chưa lưu được',
  clash: 'Hai bản khác nhau',
}

function SaveWords({ phase, savedHere }: { phase: SavePhase; savedHere: boolean }) {
  const said = phase === 'still' && !savedHere ? 'Tự lưu khi bạn sửa' : phaseWords[phase]
  const isTrouble = phase === 'failed' || phase === 'clash'
  return (
    <span className={classes(styles.saved, isTrouble && styles.trouble)} aria-live="polite">
      {said}
    </span>
  )
}
