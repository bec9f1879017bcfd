import type { ReviewView } from '@cchc/domain/campaigns/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useViewer } from '../../platform/session.ts'
import { useSavingHabits, useSlot } from '../../platform/use-saver.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useMedia } from '../../ui/media.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { toast } from '../../ui/toasts.ts'
import { DecisionPart } from './DecisionPart.tsx'
import { DoubtsPart } from './DoubtsPart.tsx'
import { FieldsPart } from './FieldsPart.tsx'
import { goToGap, reviewGaps } from './gaps.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { OutlinePart } from './OutlinePart.tsx'
import { PaperText, shownLines } from './PaperText.tsx'
import styles from './Review.module.css'
import { ReviewClashDialog } from './ReviewClashDialog.tsx'
import { ReviewSummary } from './ReviewSummary.tsx'
import { planKey, reviewSaverOf } from './review-saver.ts'
import { TeamPart } from './TeamPart.tsx'
import { TermsPart } from './TermsPart.tsx'
import { UnitsPart } from './UnitsPart.tsx'
import { type Lines, type Review, ReviewContext } from './use-review.ts'

const sayAllSaved = () => toast({ tone: 'good', text: 'Đã lưu bản rà soát.' })
const longestQuote = 160

/** The two sides of the review with what holds them together: marking, saving, the list of what is left, issuing. */
export function ReviewDesk({ view }: { view: ReviewView }) {
  const { personId } = useViewer()
  const saver = useMemo(() => reviewSaverOf(view, personId), [view, personId])
  const savers = useMemo(() => [saver], [saver])
  saver.writable = view.actions.includes('review')
  useEffect(() => saver.load(planKey, view), [saver, view])
  // The slot must hold the draft before anything is drawn from it.
  if (saver.keys().length === 0) saver.load(planKey, view)
  const slot = useSlot(saver, planKey)
  useSavingHabits(savers, sayAllSaved)

  const [side, setSide] = useState('proposal')
  const [marked, setMarked] = useState<Lines | null>(null)
  const [visits, setVisits] = useState(0)
  const [asking, setAsking] = useState<'issue' | 'clash' | null>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const isNarrow = useMedia('(max-width: 900px)')
  const lines = useMemo(() => shownLines(view.lines), [view.lines])
  const plan = slot.value
  const gaps = useMemo(() => reviewGaps(plan, view.proposal), [plan, view.proposal])

  const mark = useCallback((range: Lines) => {
    cameFrom.current = document.activeElement as HTMLElement | null
    setMarked((now) => (sameLines(now, range) ? now : range))
  }, [])
  const review: Review = {
    view,
    plan,
    change: (part) => saver.write(planKey, { ...saver.slot(planKey).value, ...part }),
    mark,
    goToLines: (range) => {
      setSide('text')
      mark(range)
      setVisits(visits + 1)
    },
    quote: ([from, to]) => {
      const words = lines
        .slice(from - 1, to)
        .filter(Boolean)
        .join(' ')
      return words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words
    },
  }
  const goBack = () => {
    setSide('proposal')
    // On a phone the proposal can take the focus only once its side is drawn.
    requestAnimationFrame(() => cameFrom.current?.focus())
  }
  const go = (gap: Parameters<typeof goToGap>[0]) => {
    setSide('proposal')
    requestAnimationFrame(() => goToGap(gap))
  }

  const text = <PaperText view={view} lines={lines} marked={marked} visits={visits} onReturn={goBack} />
  const proposal = (
    <div className={styles.proposal}>
      <DecisionPart />
      <TermsPart />
      <TeamPart />
      <FieldsPart />
      <UnitsPart />
      <OutlinePart />
      <DoubtsPart />
    </div>
  )
  return (
    <ReviewContext value={review}>
      <ReviewSummary
        gaps={gaps}
        phase={slot.phase}
        savedHere={slot.savedHere}
        onIssue={view.actions.includes('issue') ? () => setAsking('issue') : undefined}
        onGo={go}
      />
      {slot.phase === 'failed' && (
        <Message kind="error" lead="Chưa lưu được." live>
          {slot.problem}{' '}
          <Button size="s" onClick={() => saver.flush(planKey)}>
            Thử lại
          </Button>
        </Message>
      )}
      {slot.phase === 'clash' && (
        <Message kind="warning" lead="Người khác vừa sửa bản rà soát này." live>
          Xem cả hai bản rồi chọn; chưa có gì bị ghi đè.{' '}
          <Button size="s" onClick={() => setAsking('clash')}>
            Xem hai bản
          </Button>
        </Message>
      )}
      {slot.restoredAt && (
        <Message kind="note">
          Đã lấy lại những sửa đổi chưa kịp lưu từ lần trước, lúc {formatInstant(slot.restoredAt)}.
        </Message>
      )}
      {isNarrow ? (
        <Tabs
          label="Văn bản và đề xuất"
          tabs={[
            { key: 'text', label: 'Văn bản' },
            { key: 'proposal', label: 'Đề xuất', count: gaps.length },
          ]}
          active={side}
          onChange={setSide}
        >
          <div hidden={side !== 'text'}>{text}</div>
          <div hidden={side !== 'proposal'}>{proposal}</div>
        </Tabs>
      ) : (
        <div className={styles.desk}>
          <div className={styles.textSide}>{text}</div>
          {proposal}
        </div>
      )}
      {asking === 'issue' && (
        <IssueDialog
          view={view}
          plan={plan}
          beforeIssue={async () => {
            await saver.flushAll()
            return saver.slot(planKey).saved ?? view
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'clash' && slot.theirs && (
        <ReviewClashDialog
          base={slot.saved?.plan ?? view.plan}
          mine={plan}
          theirs={slot.theirs}
          onChoose={(merged) => {
            saver.resolve(planKey, { value: merged })
            setAsking(null)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </ReviewContext>
  )
}

function sameLines(a: Lines | null, b: Lines): boolean {
  return a !== null && a[0] === b[0] && a[1] === b[1]
}
