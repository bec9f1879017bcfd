import { type ReactNode, useEffect, useRef } from 'react'
import { Message } from './Message.tsx'
import styles from './Messages.module.css'
import type { Sending } from './use-sending.ts'

/** Why something sent did not come about, if it did not; each failed try leads the focus here. */
export function Problem({ of: { problem, failed }, lead }: { of: Sending; lead?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failed > 0) place.current?.focus()
  }, [failed])
  if (!problem) return null
  return (
    <div ref={place} tabIndex={-1} className={styles.problem}>
      <Message kind="error" lead={lead} live>
        {problem}
      </Message>
    </div>
  )
}
