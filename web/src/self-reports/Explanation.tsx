import { useEffect, useId, useRef, useState } from 'react'
import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Item.module.css'
import { SaveMark } from './SaveMark.tsx'
import { useFormTools } from './use-desk.ts'

/** Where a warning or a figure below target is explained; the explanation goes with the report. */
export function Explanation({ checkKey, needed }: { checkKey: string; needed: boolean }) {
  const { desk, writable } = useFormTools()
  const { explanations } = desk
  const { value, phase, savedHere, problem } = useSlot(explanations, checkKey)
  const [opened, setOpened] = useState(false)
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (opened) box.current?.focus()
  }, [opened])
  if (!writable) return value ? <p className={styles.explained}>Giải trình: {value}</p> : null
  if (!needed && !opened && value === '') {
    return (
      <Button kind="quiet" size="s" className={styles.inText} onClick={() => setOpened(true)}>
        Thêm giải trình
      </Button>
    )
  }
  return (
    <div className={styles.explanation}>
      <div className={styles.explanationHead}>
        <label htmlFor={id}>{needed ? 'Giải trình (bắt buộc nếu giữ nguyên số)' : 'Giải trình'}</label>
        <SaveMark phase={phase} savedHere={savedHere} at={null} />
      </div>
      <textarea
        id={id}
        rows={1}
        ref={box}
        value={value}
        onChange={(event) => explanations.write(checkKey, event.target.value)}
        onBlur={() => explanations.flush(checkKey)}
      />
      {phase === 'failed' && (
        <p>
          Chưa lưu được. {problem}{' '}
          <Button kind="quiet" size="s" className={styles.inText} onClick={() => explanations.flush(checkKey)}>
            Thử lại
          </Button>
        </p>
      )}
    </div>
  )
}
