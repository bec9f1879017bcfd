import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../platform/session.ts'
import { useSavingHabits, useSavingState } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.ts'
import type { Desk } from './desk.ts'
import styles from './SelfReport.module.css'
import { useOverview } from './use-desk.ts'
import { clockWording } from './wording.ts'

/** Whether the report as a whole is on the server: "đã lưu 09:42", "đang lưu…", "3 mục chưa lưu được". */
export function SaveState({ view, desk }: { view: SelfReportView; desk: Desk }) {
  const { today } = useSession()
  const { unsent, failed, unkept, clashes } = useSavingState(desk.savers)
  // Drawn again after each reckoning, which follows every save.
  useOverview(desk)
  const saidAtOnce = useCallback(async () => {
    await Promise.all(desk.savers.map((saver) => saver.flushAll()))
    if (desk.savers.every((saver) => saver.keys().every((key) => saver.slot(key).phase === 'still')))
      toast({ tone: 'good', text: 'Đã lưu mọi mục.' })
  }, [desk])
  useSavingHabits(desk.savers, saidAtOnce)

  const newest = lastSaved(desk)
  const words = newest ? `đã lưu ${clockWording(newest, today)}` : 'chưa lưu mục nào'
  const problem =
    clashes.length > 0
      ? `${clashes.length} mục có hai bản`
      : unkept > 0 && failed > 0
        ? `${unkept} mục chưa lưu được và máy này không còn chỗ giữ, đừng đóng trang`
        : failed > 0
          ? `${failed} mục chưa lưu được, đang giữ trên máy này`
          : null
  if (!view.actions.includes('write')) return <span>{words}</span>
  return (
    <>
      <span className={problem ? styles.toneLate : undefined}>{problem ?? (unsent > 0 ? 'đang lưu…' : words)}</span>
      {failed > 0 && (
        <Button kind="quiet" size="s" className={styles.retry} onClick={() => void saidAtOnce()}>
          Lưu lại
        </Button>
      )}
      <Spoken words={problem ?? (unsent > 0 ? null : words)} />
    </>
  )
}

/** Tells those who hear the page, once it has settled: not at every stroke. */
function Spoken({ words }: { words: string | null }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!words) return
    const timer = setTimeout(() => setSaid(words), 1_200)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <span className="hidden-visually" role="status">
      {said}
    </span>
  )
}

function lastSaved(desk: Desk): string | null {
  let newest: string | null = null
  for (const key of desk.places.keys()) {
    const at = desk.savedOf(key)?.savedAt
    if (at && (!newest || at > newest)) newest = at
  }
  return newest
}
