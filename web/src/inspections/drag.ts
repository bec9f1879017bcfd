import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import type { KeyboardEvent, MouseEvent, PointerEvent as ReactPointerEvent } from 'react'
import { useBoard } from './schedule-board.ts'
import { slotOfKey } from './schedule-moves.ts'

/** How far a mouse goes before it drags, how long a finger stays before it lifts. */
const dragFrom = 5
const pressFor = 450
/** How long the pointer rests on a way to another month before it is gone, and how near the edge the page scrolls. */
const restFor = 550
const edge = 40

/**
 * What lifts a visit by its element: dragging it with the mouse, holding it with a finger, M or (where `enter`) Enter on the
 * keyboard. Empty for those who may not schedule.
 */
export function useLiftable(row: InspectionRow, { enter = false }: { enter?: boolean } = {}) {
  const { lifting } = useBoard()
  if (!lifting) return {}
  return {
    'data-chip': row.inspectionId,
    'aria-keyshortcuts': enter ? 'Enter M' : 'M',
    onKeyDown: (event: KeyboardEvent) => {
      const lifts = event.key === 'm' || event.key === 'M' || (enter && event.key === 'Enter')
      if (!lifts || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      lifting.start(row, 'keys')
    },
    onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      if (event.pointerType === 'touch') hold(event, () => lifting.start(row, 'touch'))
      else drag(event, { ...lifting, start: () => lifting.start(row, 'mouse') })
    },
    onContextMenu: (event: MouseEvent) => {
      // A finger that is held down lifts; it asks for no menu.
      if ((event.nativeEvent as PointerEvent).pointerType === 'touch') event.preventDefault()
    },
  }
}

function hold({ clientX, clientY, pointerId }: ReactPointerEvent<HTMLElement>, lift: () => void) {
  const end = () => {
    clearTimeout(timer)
    for (const [name, listener] of listeners) removeEventListener(name, listener)
  }
  const timer = setTimeout(() => {
    end()
    swallowNextClick('later')
    navigator.vibrate?.(15)
    lift()
  }, pressFor)
  const listeners: [string, (event: Event) => void][] = [
    ['pointerup', end],
    ['pointercancel', end],
    [
      'pointermove',
      (event) => {
        const { pointerId: id, clientX: x, clientY: y } = event as PointerEvent
        if (id === pointerId && Math.hypot(x - clientX, y - clientY) > 10) end()
      },
    ],
  ]
  for (const [name, listener] of listeners) addEventListener(name, listener)
}

interface Drag {
  start: () => void
  point: (slot: ReturnType<typeof slotOfKey>) => void
  drop: (slot: ReturnType<typeof slotOfKey>) => void
  putBack: () => void
}

/** The functions of the last render: the board is drawn again while the mouse moves. */
let current: Drag | null = null
export function keepDragFresh(ways: Omit<Drag, 'start'>): void {
  if (current) current = { ...ways, start: current.start }
}

function drag(down: ReactPointerEvent<HTMLElement>, ways: Drag) {
  let dragging = false
  let rest: ReturnType<typeof setTimeout> | undefined
  let resting: Element | null = null
  let last = down.nativeEvent
  let scrolling: ReturnType<typeof setInterval> | undefined
  const start = { x: down.clientX, y: down.clientY }
  const slotAt = (event: PointerEvent) =>
    document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-slot]')?.dataset.slot
  const move = (event: PointerEvent) => {
    if (!dragging && Math.hypot(event.clientX - start.x, event.clientY - start.y) < dragFrom) return
    if (!dragging) {
      dragging = true
      current = ways
      document.documentElement.dataset.dragging = ''
      ways.start()
      // The page goes on scrolling while the mouse rests near its edge.
      scrolling = setInterval(() => scrollNearEdge(last.clientY), 30)
    }
    event.preventDefault()
    carryGhost(event)
    last = event
    const key = slotAt(event)
    if (key) current?.point(slotOfKey(key))
    const way = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-leads-on]') ?? null
    if (way !== resting) {
      clearTimeout(rest)
      resting = way
      if (way) rest = setTimeout(() => (way as HTMLElement).click(), restFor)
    }
  }
  const end = (event: PointerEvent) => {
    clearTimeout(rest)
    clearInterval(scrolling)
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', end)
    removeEventListener('pointercancel', end)
    if (!dragging) return
    delete document.documentElement.dataset.dragging
    swallowNextClick('already')
    const key = event.type === 'pointerup' ? slotAt(event) : undefined
    if (key) current?.drop(slotOfKey(key))
    else current?.putBack()
    current = null
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', end)
  addEventListener('pointercancel', end)
}

/** The click that ends a drag or a hold is not a press of what lies under it; a finger lets go only after it has lifted. */
function swallowNextClick(released: 'already' | 'later') {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  const free = () => setTimeout(() => removeEventListener('click', swallow, { capture: true }), 60)
  if (released === 'already') free()
  else for (const name of ['pointerup', 'pointercancel']) addEventListener(name, free, { once: true })
}

function carryGhost({ clientX, clientY }: PointerEvent) {
  const ghost = document.querySelector<HTMLElement>('[data-ghost]')
  if (ghost) ghost.style.translate = `${clientX + 14}px ${clientY + 12}px`
}

function scrollNearEdge(y: number) {
  if (y < edge) scrollBy(0, -14)
  else if (y > innerHeight - edge) scrollBy(0, 14)
}
