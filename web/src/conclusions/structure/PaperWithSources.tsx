import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { useQuery } from '@tanstack/react-query'
import type { MouseEvent, ReactNode } from 'react'
import { structureQuery } from './data.ts'
import { pieceOfParagraph } from './piece-of-paragraph.ts'
import styles from './Structure.module.css'

interface Props {
  conclusion: ConclusionView
  /** Absent for those who see the notice alone. */
  onSources: ((key: string) => void) | undefined
  children: ReactNode
}

/** The printed notice, where a press on a paragraph shows what stands behind it; the list of paragraphs is the keyboard's way. */
export function PaperWithSources({ conclusion, onSources, children }: Props) {
  const { data } = useQuery({ ...structureQuery(conclusion.inspectionId), enabled: onSources !== undefined })
  if (!onSources) return children
  const open = (event: MouseEvent) => {
    const paragraph = event.target instanceof Element ? event.target.closest('article :is(p, td)') : null
    if (!paragraph || !data || String(getSelection()).length > 0) return
    const key = pieceOfParagraph(paragraph.textContent ?? '', conclusion.text, data)
    if (key) onSources(key)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every paragraph is a button in the list of sources beside it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div className={styles.clickable} onClick={open}>
      {children}
    </div>
  )
}
