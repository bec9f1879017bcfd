import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Point } from './geometry.ts'
import { panned, type Viewpoint, viewAfterKey, wholePicture, zoomed } from './viewpoint.ts'

/** Looking closer at a picture by wheel, two fingers, dragging and keys. `surface` is the SVG, `handlers` go around it. */
export function useViewpoint(size: { width: number; height: number }) {
  const [view, setView] = useState<Viewpoint>(wholePicture)
  const surface = useRef<SVGSVGElement>(null)
  const pointers = useRef(new Map<number, Point>())

  useEffect(() => {
    const svg = surface.current
    if (!svg) return
    // React's own wheel listener cannot keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      setView((before) => zoomed(before, event.deltaY < 0 ? 1.25 : 0.8, placeOf(svg, event, before, size), size))
    }
    svg.addEventListener('wheel', onWheel, { passive: false })
    return () => svg.removeEventListener('wheel', onWheel)
  }, [size])

  const move = (event: PointerEvent) => {
    const svg = surface.current
    const before = pointers.current.get(event.pointerId)
    if (!svg || !before) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    pointers.current.set(event.pointerId, now)
    setView((view) => {
      if (other) {
        const factor = distance(now, other) / Math.max(1, distance(before, other))
        const between = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 }
        return zoomed(view, factor, placeOf(svg, between, view, size), size)
      }
      const perPixel = size.width / view.scale / svg.clientWidth
      return panned(view, { x: (before.x - now.x) * perPixel, y: (before.y - now.y) * perPixel }, size)
    })
  }
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const next = viewAfterKey(view, event.key, size)
      if (!next || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      setView(next)
    },
    onPointerDown: (event: PointerEvent) => {
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove: move,
    onPointerUp: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    onPointerLeave: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
  }
  return { view, setView, surface, handlers }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** The point of the whole picture under a point of the screen. */
function placeOf(
  svg: SVGSVGElement,
  { clientX, clientY }: { clientX: number; clientY: number },
  view: Viewpoint,
  size: { width: number; height: number },
): Point {
  const box = svg.getBoundingClientRect()
  return {
    x: view.x + ((clientX - box.left) / box.width) * (size.width / view.scale),
    y: view.y + ((clientY - box.top) / box.height) * (size.height / view.scale),
  }
}
