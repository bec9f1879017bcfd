import type { MinutesState } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { type DiffPart, diffWords } from '../self-reports/word-diff.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import styles from './Minutes.module.css'
import { minutesVersionQuery } from './minutes-data.ts'

/** Two versions of the minutes side by side, what differs marked by words. */
export function CompareMinutesDialog({ state, onClose }: { state: MinutesState; onClose: () => void }) {
  const { inspectionId, versions } = state
  const [from, setFrom] = useState(String(versions[1]?.version ?? versions[0]!.version))
  const [to, setTo] = useState(String(versions[0]!.version))
  const left = useQuery(minutesVersionQuery(inspectionId, Number(from)))
  const right = useQuery(minutesVersionQuery(inspectionId, Number(to)))
  const error = left.error ?? right.error
  const options = versions.map(({ version, frozenAt }) => ({
    value: String(version),
    label: `Bản ${version}, ${formatInstant(frozenAt)}`,
  }))
  return (
    <Dialog title="So sánh các bản của biên bản" look="wide" onClose={onClose}>
      <div className={styles.sides}>
        <SelectField label="Bản trước" value={from} onChange={setFrom} options={options} />
        <SelectField label="Bản sau" value={to} onChange={setTo} options={options} />
      </div>
      {error && <Message kind="error">{sentenceOf(error)}</Message>}
      {left.data && right.data ? (
        <Differences before={left.data.paper} after={right.data.paper} />
      ) : (
        !error && <Skeleton lines={8} label="Đang tải hai bản" />
      )}
    </Dialog>
  )
}

function Differences({ before, after }: { before: Paper; after: Paper }) {
  const diff = useMemo(() => diffWords(paperLines(before).join('\n'), paperLines(after).join('\n')), [before, after])
  const differs = [...diff.left, ...diff.right].some((part) => part.differs)
  return (
    <>
      {!differs && <p className={styles.quiet}>Hai bản giống hệt nhau.</p>}
      <div className={styles.sides}>
        <Marked parts={diff.left} />
        <Marked parts={diff.right} />
      </div>
    </>
  )
}

/** A text with what only it has marked; line breaks stay. */
export function Marked({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className={styles.marked}>
      {parts.map(({ text, differs }, at) => (differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
    </p>
  )
}
