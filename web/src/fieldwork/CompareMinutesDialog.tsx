import type { MinutesState } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { CompareDialog } from '../self-reports/CompareDialog.tsx'
import { changedLines } from '../self-reports/word-diff.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BothSides } from './BothSides.tsx'
import styles from './Minutes.module.css'
import { minutesVersionQuery } from './minutes-data.ts'

/** Two versions of the minutes: every place where they differ, side by side and marked by words. */
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
    <CompareDialog
      title="So sánh các bản của biên bản"
      {...{ options, from, to, error, onClose }}
      onFrom={setFrom}
      onTo={setTo}
    >
      {left.data && right.data ? (
        <Differences before={left.data.paper} after={right.data.paper} names={[`Bản ${from}`, `Bản ${to}`]} />
      ) : (
        <Skeleton lines={8} label="Đang tải hai bản" />
      )}
    </CompareDialog>
  )
}

/** What a version says; its own mark at the foot of every page differs always. */
const wordsOf = (paper: Paper) => paperLines(paper).filter((line) => line !== paper.printed.versionMark)

/** Only what differs: the minutes are long, and a changed figure is one line of them. */
function Differences({ before, after, names }: { before: Paper; after: Paper; names: readonly [string, string] }) {
  const changes = useMemo(() => changedLines(wordsOf(before), wordsOf(after)), [before, after])
  if (changes.length === 0) return <p className={styles.quiet}>Hai bản giống hệt nhau.</p>
  return (
    <>
      <p className={styles.many}>{changes.length} chỗ khác nhau.</p>
      {changes.map((change, at) => (
        <section key={at} className={styles.pair}>
          {change.after && <h3 className={styles.above}>Sau “{change.after}”</h3>}
          <BothSides before={change.left} after={change.right} names={names} />
        </section>
      ))}
    </>
  )
}
