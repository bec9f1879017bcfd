import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { findItem, itemName, sectionReference } from '@cchc/domain/outlines/outline.ts'
import {
  compareVersions,
  type ItemChange,
  type ReportContent,
  wordsOfAnswer,
} from '@cchc/domain/self-reports/compare-versions.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import type { SentVersionRow } from '@cchc/domain/self-reports/sending-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './Beside.module.css'
import { CompareDialog } from './CompareDialog.tsx'
import { Compared } from './Compared.tsx'
import type { Desk } from './desk.ts'
import { sentVersionQuery } from './sending-data.ts'
import { diffWords } from './word-diff.ts'

interface Props {
  view: SelfReportView
  desk: Desk
  versions: readonly SentVersionRow[]
  onClose: () => void
}

/** The draft's place among the versions. */
const draft = '0'

/** Any two versions side by side, or one and what is being written now: figures with their difference, texts by words. */
export function VersionsDialog({ view, desk, versions, onClose }: Props) {
  const hasDraft = view.state !== 'sent' && view.state !== 'accepted'
  const last = String(versions[0]?.version ?? 1)
  const [from, setFrom] = useState(hasDraft ? last : String(versions[1]?.version ?? 1))
  const [to, setTo] = useState(hasDraft ? draft : last)
  const options = [
    ...(hasDraft ? [{ value: draft, label: 'Bản đang soạn' }] : []),
    ...versions.map(({ version, sentAt }) => ({
      value: String(version),
      label: `Bản gửi lần ${version}, ${formatInstant(sentAt)}`,
    })),
  ]
  const left = useContent(view, from)
  const right = useContent(view, to)
  const error = left.error ?? right.error
  return (
    <CompareDialog
      title="So sánh các bản của báo cáo"
      {...{ options, from, to, error, onClose }}
      onFrom={setFrom}
      onTo={setTo}
    >
      {left.content && right.content ? (
        <Differences desk={desk} before={left.content} after={right.content} />
      ) : (
        <Skeleton lines={6} />
      )}
    </CompareDialog>
  )
}

function useContent(view: SelfReportView, chosen: string): { content: ReportContent | undefined; error: Error | null } {
  const isDraft = chosen === draft
  const { data, error } = useQuery({
    ...sentVersionQuery(view.selfReportId, Number(chosen)),
    enabled: !isDraft,
  })
  if (!isDraft) return { content: data, error }
  const answers = Object.fromEntries(view.answers.map(({ itemKey, value }) => [itemKey, value]))
  return { content: { answers, explanations: view.explanations }, error: null }
}

function Differences({ desk, before, after }: { desk: Desk; before: ReportContent; after: ReportContent }) {
  const { items, explanations } = compareVersions(desk.outline, before, after)
  if (items.length + explanations.length === 0) return <p>Hai bản giống hệt nhau.</p>
  return (
    <div className={styles.changes}>
      <p className={styles.quiet}>{items.length} mục khác nhau.</p>
      {items.map((change) => (
        <section key={change.item.key} className={styles.change}>
          <h3>
            <span>{sectionReference(change.part, change.section)}</span> {itemName(change.item)}
          </h3>
          <Change change={change} />
        </section>
      ))}
      {explanations.map(({ checkKey, before: was, after: is }) => (
        <section key={checkKey} className={styles.change}>
          <h3>
            <span>Giải trình:</span> {nameOfCheck(desk, checkKey)}
          </h3>
          <Sides before={was} after={is} />
        </section>
      ))}
    </div>
  )
}

function Change({ change: { item, kind, before, after, difference } }: { change: ItemChange }) {
  if (kind !== 'figure' && (typeof before === 'number' || typeof after === 'number'))
    return (
      <p className={styles.figures}>
        {before === null ? 'chưa có' : formatAnswer(item, before)} →{' '}
        <strong>{after === null ? 'đã xóa' : formatAnswer(item, after)}</strong>
      </p>
    )
  if (kind === 'figure')
    return (
      <p className={styles.figures}>
        {formatAnswer(item, before)} → <strong>{formatAnswer(item, after)}</strong>
        <span className={styles.quiet}>
          ({(difference ?? 0) > 0 ? '+' : '−'}
          {formatNumber(Math.abs(difference ?? 0))} {item.kind === 'percent' ? 'điểm phần trăm' : (item.unit ?? '')})
        </span>
      </p>
    )
  return <Sides before={wordsOfAnswer(item, before)} after={wordsOfAnswer(item, after)} />
}

function Sides({ before, after }: { before: string; after: string }) {
  const diff = diffWords(before, after)
  return (
    <div className={styles.sides}>
      <Compared parts={diff.left} />
      <Compared parts={diff.right} />
    </div>
  )
}

function nameOfCheck(desk: Desk, checkKey: string): string {
  const item = findItem(desk.outline, checkKey.split(':')[1] ?? '')
  if (item) return itemName(item)
  const check = desk.outline.checks.find(({ key }) => key === checkKey)
  const checked = check?.itemKeys[0] ? findItem(desk.outline, check.itemKeys[0]) : undefined
  return checked ? itemName(checked) : checkKey
}
