import { useCallback, useEffect, useState } from 'react'
import { useSavingHabits, useSavingState } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Draft.module.css'
import type { DraftDesk } from './draft-desk.ts'

/** Whether a draft as a whole is on the server: "đã lưu", "đang lưu…", "1 phần chưa lưu được"; Ctrl+S saves now. */
export function DraftSaveState({ desk }: { desk: DraftDesk }) {
  const { unsent, failed, clashes } = useSavingState(desk.savers)
  const saveNow = useCallback(async () => {
    if ((await desk.saveAll()) === 0) toast({ tone: 'good', text: 'Đã lưu dự thảo.' })
  }, [desk])
  useSavingHabits(desk.savers, saveNow)
  const problem =
    clashes.length > 0
      ? `${clashes.length} phần có hai bản`
      : failed > 0
        ? `${failed} phần chưa lưu được, đang giữ trên máy này`
        : null
  const words = problem ?? (unsent > 0 ? 'đang lưu…' : 'đã lưu')
  return (
    <>
      <span className={problem ? styles.problem : undefined}>{words}</span>
      {failed > 0 && (
        <Button size="s" onClick={() => void saveNow()}>
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
