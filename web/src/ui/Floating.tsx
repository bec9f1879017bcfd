import { type HTMLAttributes, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './Floating.module.css'

export interface FloatingProps extends HTMLAttributes<HTMLDivElement> {
  open: boolean
  /** Told on Escape, on a press outside, and when the anchor is scrolled out of sight. */
  onClose: () => void
  anchor: RefObject<HTMLElement | null>
  /** Which edge of the anchor it lines up with. */
  align?: 'start' | 'end'
  /** The focus stays with the anchor, which then closes the sheet itself (a list under a field). */
  manual?: boolean
  children: ReactNode
}

/**
 * A sheet under (or over, where there is no room) its anchor, in the browser's top layer: never cut off, closed by
 * Escape or a press outside.
 */
export function Floating({
  open,
  onClose,
  anchor,
  align = 'start',
  manual,
  children,
  className,
  ...rest
}: FloatingProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const element = sheet.current
    if (!open || !element || !anchor.current) return
    if (manual) element.style.minWidth = `${anchor.current.offsetWidth}px`
    element.showPopover()
    const follow = () => {
      if (anchor.current && !place(element, anchor.current, align)) close.current()
    }
    follow()
    const resized = new ResizeObserver(follow)
    resized.observe(element)
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      resized.disconnect()
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [open, align, anchor, manual])

  useEffect(() => {
    const element = sheet.current
    if (!open || !element) return
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current()
    }
    element.addEventListener('toggle', toggled)
    return () => element.removeEventListener('toggle', toggled)
  }, [open])

  if (!open) return null
  return (
    <div {...rest} ref={sheet} popover={manual ? 'manual' : 'auto'} className={classes(styles.floating, className)}>
      {children}
    </div>
  )
}

/** Puts the sheet beside its anchor; false when the anchor has been scrolled out of sight. */
function place(sheet: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): boolean {
  const from = anchor.getBoundingClientRect()
  if (from.bottom < 0 || from.top > innerHeight) return false
  const size = sheet.getBoundingClientRect()
  const below = from.bottom + 4
  const fits = below + size.height <= innerHeight - 8 || from.top < size.height
  const left = align === 'start' ? from.left : from.right - size.width
  sheet.style.top = `${Math.max(8, fits ? Math.min(below, innerHeight - size.height - 8) : from.top - size.height - 4)}px`
  sheet.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`
  return true
}
