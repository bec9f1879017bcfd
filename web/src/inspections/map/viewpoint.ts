import type { Point } from './geometry.ts'

/** How the picture is looked at: so many times enlarged, the upper left corner at `x`, `y` of the whole picture. */
export interface Viewpoint extends Point {
  readonly scale: number
}

export const wholePicture: Viewpoint = { scale: 1, x: 0, y: 0 }
const most = 12

interface Size {
  readonly width: number
  readonly height: number
}

/** Never beyond the edges of the picture, never smaller than it. */
function held({ scale, x, y }: Viewpoint, { width, height }: Size): Viewpoint {
  const least = (value: number, span: number) => Math.min(Math.max(value, 0), span - span / scale)
  return { scale, x: least(x, width), y: least(y, height) }
}

/** Enlarged by a factor about a point of the whole picture, which stays where it is on screen. */
export function zoomed({ scale, x, y }: Viewpoint, factor: number, about: Point, size: Size): Viewpoint {
  const next = Math.min(Math.max(scale * factor, 1), most)
  const keep = 1 - scale / next
  return held({ scale: next, x: x + (about.x - x) * keep, y: y + (about.y - y) * keep }, size)
}

/** Moved by so much of the whole picture. */
export function panned({ scale, x, y }: Viewpoint, by: Point, size: Size): Viewpoint {
  return held({ scale, x: x + by.x, y: y + by.y }, size)
}

/** What a key does to the view: arrows move by a fifth, + and − zoom about the middle, 0 shows all; null for other keys. */
export function viewAfterKey(view: Viewpoint, key: string, size: Size): Viewpoint | null {
  const step = { x: size.width / view.scale / 5, y: size.height / view.scale / 5 }
  const middle = { x: view.x + size.width / view.scale / 2, y: view.y + size.height / view.scale / 2 }
  switch (key) {
    case 'ArrowLeft':
      return panned(view, { x: -step.x, y: 0 }, size)
    case 'ArrowRight':
      return panned(view, { x: step.x, y: 0 }, size)
    case 'ArrowUp':
      return panned(view, { x: 0, y: -step.y }, size)
    case 'ArrowDown':
      return panned(view, { x: 0, y: step.y }, size)
    case '+':
    case '=':
      return zoomed(view, 1.5, middle, size)
    case '-':
      return zoomed(view, 1 / 1.5, middle, size)
    case '0':
      return wholePicture
    default:
      return null
  }
}
