import type { Paper } from '@cchc/domain/papers/paper.ts'
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import { useNarrow } from '../ui/media.ts'
import { PaperView } from '../ui/PaperView.tsx'
import styles from './Documents.module.css'

/** Width of an A4 sheet with its border, in CSS pixels. */
const sheetWidth = 796

/**
 * A paper whose lines break where the printed ones do: where there is less room than a sheet is wide, the whole sheet is
 * made smaller. On a phone it flows to the width of the screen instead, so that it can be read.
 */
export function PaperSheet({ paper, headingLevel }: { paper: Paper; headingLevel?: 1 | 2 | 3 }) {
  const box = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const narrow = useNarrow()

  useLayoutEffect(() => {
    const element = box.current
    if (!element || narrow) return
    const fit = () => setZoom(Math.min(1, element.clientWidth / sheetWidth))
    fit()
    const resized = new ResizeObserver(fit)
    resized.observe(element)
    return () => resized.disconnect()
  }, [narrow])

  return (
    <div ref={box} className={styles.sheetBox}>
      <div className={styles.sheet} style={narrow ? undefined : ({ '--zoom': zoom } as CSSProperties)}>
        <PaperView paper={paper} headingLevel={headingLevel} />
      </div>
    </div>
  )
}
