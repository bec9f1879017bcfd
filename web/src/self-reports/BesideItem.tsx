import { formatDate } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { isFigure, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { useSlot } from '../platform/use-saver.ts'
import styles from './Beside.module.css'
import { DraftRemark, ItemRemarkLine } from './ItemRemarks.tsx'
import { useBesideOfReport } from './use-beside.ts'
import { useComputed, useFormTools, useRateOf } from './use-desk.ts'

/** Under one item: earlier figures, what a stated rate comes to by its own figures, and what the office remarked. */
export function BesideItem({ item }: { item: OutlineItem }) {
  const { view, remarks } = useBesideOfReport()
  const ofItem = remarks.filter(({ itemKey }) => itemKey === item.key)
  const mayReturn = view.actions.includes('return')
  const figures = isFigure(item)
  if (!figures && ofItem.length === 0 && !mayReturn) return null
  return (
    // Not a div: figures lay those out in columns of their own.
    <section className={styles.beside}>
      {figures && <EarlierLine item={item} />}
      {item.kind === 'percent' && <RateLine item={item} />}
      {ofItem.map((remark) => (
        <ItemRemarkLine key={remark.itemRemarkId} remark={remark} />
      ))}
      {mayReturn && <DraftRemark item={item} />}
    </section>
  )
}

function EarlierLine({ item }: { item: OutlineItem }) {
  const { earlier } = useBesideOfReport()
  const { desk } = useFormTools()
  const typed = useSlot(desk.answers, item.key).value
  const computed = useComputed(desk, item.key)
  const now = item.formula === null ? typed : computed
  const before = [
    earlier.lastYear && { words: `Năm ${earlier.lastYear.year}`, value: earlier.lastYear.figures[item.key] },
    // The same figure as was sent says nothing; only what changed since then is worth a line.
    earlier.lastSent &&
      now !== earlier.lastSent.figures[item.key] && {
        words: `Bản gửi lần ${earlier.lastSent.version} (${formatDate(earlier.lastSent.sentOn)})`,
        value: earlier.lastSent.figures[item.key],
      },
  ].flatMap((one) => (one && one.value !== undefined ? [{ words: one.words, value: one.value }] : []))
  if (before.length === 0) return null
  return (
    <p className={styles.earlier}>
      {before.map(({ words, value }) => (
        <span key={words}>
          {words}: <b>{formatAnswer(item, value)}</b>
        </span>
      ))}
    </p>
  )
}

/** A rate that the unit states, beside the one that its part and whole make. */
function RateLine({ item }: { item: OutlineItem }) {
  const { desk } = useFormTools()
  const rate = useRateOf(desk, item.key)
  if (!rate) return null
  const { computed, difference } = rate
  return (
    <p className={styles.earlier}>
      <span>
        Tính từ số liệu: <b>{formatAnswer(item, computed)}</b>
        {difference !== null && (difference === 0 ? ', khớp' : `, lệch ${signed(difference)} điểm phần trăm`)}
      </span>
    </p>
  )
}

const signed = (points: number) => `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))}`
