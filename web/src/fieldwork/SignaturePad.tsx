import { type PointerEvent, useEffect, useRef } from 'react'
import styles from './Minutes.module.css'

interface Props {
  label: string
  /** Told after each stroke and after wiping; null while nothing is drawn. */
  onDrawn: (canvas: HTMLCanvasElement | null) => void
  /** A number that wipes the pad whenever it changes. */
  wiped: number
}

/** More dots than this help nobody and make the picture heavy. */
const MOST_RATIO = 2
const INK = '#14284b'

/** A white sheet to sign on by finger, pen or mouse; always dark on white, as it will be printed. */
export function SignaturePad({ label, onDrawn, wiped }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)

  useEffect(() => {
    const sheet = canvas.current!
    // It has no size before its dialog is open, and another one once the device is turned; what was drawn is then drawn anew.
    const lay = () => {
      const ratio = Math.min(window.devicePixelRatio || 1, MOST_RATIO)
      const [width, height] = [Math.round(sheet.clientWidth * ratio), Math.round(sheet.clientHeight * ratio)]
      if (sheet.width === width && sheet.height === height) return
      sheet.width = width
      sheet.height = height
      const pen = sheet.getContext('2d')!
      pen.scale(ratio, ratio)
      pen.lineWidth = 2.6
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
      pen.strokeStyle = INK
      onDrawn(null)
    }
    sheet.getContext('2d')!.clearRect(0, 0, sheet.width, sheet.height)
    onDrawn(null)
    const watch = new ResizeObserver(lay)
    watch.observe(sheet)
    return () => watch.disconnect()
  }, [wiped])

  const placeOf = (event: { clientX: number; clientY: number }) => {
    const box = canvas.current!.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = placeOf(event)
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (last.current === null) return
    const pen = event.currentTarget.getContext('2d')!
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? []
    for (const point of passed.length > 0 ? passed : [event.nativeEvent]) {
      const next = placeOf(point)
      pen.beginPath()
      pen.moveTo(last.current.x, last.current.y)
      pen.lineTo(next.x, next.y)
      pen.stroke()
      last.current = next
    }
  }
  const end = () => {
    if (last.current === null) return
    last.current = null
    onDrawn(canvas.current)
  }
  return (
    <canvas
      ref={canvas}
      className={styles.pad}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}

/** What is drawn, as the base64 of a PNG. */
export const pictureOf = (sheet: HTMLCanvasElement): string => sheet.toDataURL('image/png').split(',')[1] ?? ''
