import type { OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClashes } from '../platform/use-saver.ts'
import type { Desk } from './desk.ts'
import { questionsOf, type SectionPlace, sectionAt } from './sections.ts'
import type { FormTools } from './use-desk.ts'

interface FormMoves {
  /** The section on screen. */
  readonly at: SectionPlace | undefined
  /** Where the form is drawn. */
  readonly form: RefObject<HTMLDivElement | null>
  readonly tools: FormTools
  /** Goes to a section or a question by its key, and puts the cursor there. */
  open(key: string): void
  readonly dialogs: {
    readonly history: OutlineItem | undefined
    readonly clash: OutlineItem | undefined
    close(): void
  }
}

/**
 * Moving about in the form. The place is the address's fragment, so that a question can be sent to a colleague as a
 * link; Alt+↑ and Alt+↓ go to the question before and after, also across sections.
 */
export function useFormMoves(desk: Desk, writable: boolean): FormMoves {
  const navigate = useNavigate()
  const fragment = decodeURIComponent(useLocation({ select: (location) => location.hash }))
  const form = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ key: string } | null>(fragment ? { key: fragment } : null)
  const [history, setHistory] = useState<string | null>(null)
  const [clash, setClash] = useState<string | null>(null)
  // Without a fragment the first open section is shown, and stays while it is being completed.
  const [start] = useState(() => sectionAt(desk, '', desk.overview()))
  const at = fragment ? sectionAt(desk, fragment, desk.overview()) : start

  const open = useCallback(
    (key: string) => {
      setWanted({ key })
      void navigate({ to: '.', hash: key, replace: true, resetScroll: false, hashScrollIntoView: false })
    },
    [navigate],
  )
  const tools = useMemo<FormTools>(
    () => ({
      desk,
      writable,
      step: (fromKey, by) => {
        const questions = questionsOf(desk)
        const next = questions[questions.indexOf(fromKey) + by]
        if (next) open(next)
      },
      showHistory: setHistory,
      compare: setClash,
    }),
    [desk, writable, open],
  )

  useEffect(() => {
    if (!wanted || wanted.key !== fragment) return
    showPlace(form.current, wanted.key)
    setWanted(null)
  }, [wanted, fragment])
  useStepKeys(form, tools)
  useShownClash(desk, setClash)

  const itemOf = (key: string | null) => (key === null ? undefined : desk.places.get(key)?.item)
  return {
    at,
    form,
    tools,
    open,
    dialogs: {
      history: itemOf(history),
      clash: itemOf(clash),
      close: () => {
        setHistory(null)
        setClash(null)
      },
    },
  }
}

/** Brings a question into sight with the cursor in it, or a section with its top at the top. */
function showPlace(form: HTMLElement | null, key: string): void {
  const place = form?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)
  if (!place) {
    if (form && form.getBoundingClientRect().top < 0) form.scrollIntoView({ block: 'start' })
    form?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    return
  }
  place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? 'start' : 'center' })
  const box = place.querySelector<HTMLElement>('input, textarea, select, [role="textbox"]') ?? place
  box.focus({ preventScroll: true })
}

function useStepKeys(form: RefObject<HTMLDivElement | null>, tools: FormTools): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      const from = (event.target as HTMLElement).closest?.<HTMLElement>('[data-item]')?.dataset.item
      if (!from || !form.current?.contains(event.target as Node)) return
      event.preventDefault()
      tools.step(from, event.key === 'ArrowDown' ? 1 : -1)
    }
    // Before the field itself, whose list or calendar would open.
    addEventListener('keydown', pressed, true)
    return () => removeEventListener('keydown', pressed, true)
  }, [form, tools])
}

/** Shows each clash once by itself; put off, it waits under its question. */
function useShownClash(desk: Desk, show: (key: string) => void): void {
  const clashes = useClashes(desk.savers)
  const shown = useRef(new Set<string>())
  useEffect(() => {
    for (const key of shown.current) if (!clashes.includes(key)) shown.current.delete(key)
    const fresh = clashes.find((key) => !shown.current.has(key))
    if (!fresh) return
    shown.current.add(fresh)
    show(fresh)
  }, [clashes, show])
}
