import { useRef, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'

export interface Sending {
  /** True from the press until the answer. */
  busy: boolean
  /** Why the last try did not come about, as a sentence; empty when there is nothing to say. */
  problem: string
  /** How many tries have failed, so that the same sentence told twice is noticed twice. */
  failed: number
  /**
   * Does the act unless one is under way, and says whether it came about. The act gives back a sentence when something is
   * missing, `false` when the fields say it or a next step follows, and throws when it is refused; anything else: it is done.
   */
  send: (act: () => unknown) => Promise<boolean>
}

/** One act that a form or a button sends. A failure is told by `onFailure`, where given, instead of being kept as `problem`. */
export function useSending(onFailure?: (error: unknown) => void): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [failed, setFailed] = useState(0)
  /** Known at once, where `busy` is known only when drawn. */
  const isUnderWay = useRef(false)

  const send = async (act: () => unknown) => {
    if (isUnderWay.current) return false
    isUnderWay.current = true
    setBusy(true)
    setProblem('')
    let outcome: unknown
    try {
      outcome = await act()
    } catch (error) {
      outcome = onFailure ? false : sentenceOf(error)
      onFailure?.(error)
    }
    isUnderWay.current = false
    setBusy(false)
    if (outcome !== false && typeof outcome !== 'string') return true
    setProblem(outcome || '')
    setFailed((times) => times + 1)
    return false
  }
  return { busy, problem, failed, send }
}
