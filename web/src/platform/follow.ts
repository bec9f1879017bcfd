import type { Endpoint } from '@cchc/domain/endpoint.ts'
import type { z } from 'zod'
import { addressOf } from './api.ts'

type Shape = z.ZodType

/** Pauses between attempts to hear again, in milliseconds; the last one stays. */
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000]
/** A page that nobody sees gives its connection back: a browser has few for one server. */
const unseenMs = 20_000

export interface Follower<E> {
  heard(event: E): void
  /** Whether events come right now; the first one after a silence may have been preceded by others. */
  listening(hears: boolean): void
}

/**
 * Follows one stream of the contract while the page is seen, and comes back by itself after whatever broke it. Gives the way to
 * stop. What this page was not told while it heard nothing, it has to ask for when `listening(true)` comes.
 */
export function follow<P extends Shape, Q extends Shape, R extends Shape>(
  endpoint: Endpoint<P, Q, z.ZodUndefined, R>,
  { params, query }: { params: z.input<P>; query?: z.input<Q> },
  follower: Follower<z.output<R>>,
): () => void {
  const address = addressOf(endpoint.path, params as Record<string, unknown>, query as Record<string, unknown>)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isHearing = false
  let isOver = false

  const hears = (now: boolean) => {
    if (now === isHearing) return
    isHearing = now
    follower.listening(now)
  }
  const leave = () => {
    clearTimeout(timer)
    source?.close()
    source = null
    hears(false)
  }
  const again = () => {
    leave()
    if (isOver || document.visibilityState === 'hidden') return
    const pause = pauses[Math.min(failures, pauses.length - 1)]!
    failures += 1
    // Not all pages at the same moment when a server has come back.
    timer = setTimeout(enter, pause * (0.75 + Math.random() / 2))
  }
  const enter = () => {
    clearTimeout(timer)
    if (isOver || source) return
    const own = new EventSource(address)
    source = own
    own.onmessage = ({ data }) => {
      const event = endpoint.reply.safeParse(JSON.parse(String(data)))
      failures = 0
      hears(true)
      // An event that this version of the page does not know tells of something all the same.
      if (event.success) follower.heard(event.data)
    }
    own.onerror = again
    own.addEventListener('closed', ({ data }) => {
      const { why } = JSON.parse(String(data)) as { why: string }
      if (why === 'stopping') again()
      else leave()
    })
  }
  const seen = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') timer = setTimeout(leave, unseenMs)
    else {
      failures = 0
      enter()
    }
  }

  document.addEventListener('visibilitychange', seen)
  enter()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', seen)
    leave()
  }
}
