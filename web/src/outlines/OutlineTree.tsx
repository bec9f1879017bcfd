import { type OutlineItem, type OutlineSection, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { classes } from '../ui/classes.ts'
import { matches } from '../ui/fold.ts'
import { moveOf } from './move-lines.ts'
import styles from './Outlines.module.css'
import { kindWords } from './outline-words.ts'
import { type Selection, useEditor } from './use-editor.ts'

/**
 * Every line of the outline, sections opening and closing. A line is chosen by pressing it, and moved by dragging it onto
 * another, or by Alt with the arrow up or down.
 */
export function OutlineTree({ onPick }: { onPick: () => void }) {
  const { outline, selected, select, edit } = useEditor()
  const [search, setSearch] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  const pick = (selection: Selection) => {
    select(selection)
    onPick()
  }
  const fits = (item: OutlineItem) =>
    search === '' || matches(`${item.label} ${item.shortLabel ?? ''} ${item.key}`, search)
  const toggle = (key: string) => {
    const next = new Set(closed)
    if (!next.delete(key)) next.add(key)
    setClosed(next)
  }
  const drop = (sectionKey: string, at: number) => {
    const place = outlineItems(outline).find(({ item }) => item.key === dragged)
    setDragged(null)
    setOver(null)
    if (!place) return
    const { items } = place.section
    const from = items.indexOf(place.item)
    // Places count after the line has been taken out of its own.
    const shift = place.section.key === sectionKey && from < at ? 1 : 0
    edit({ act: 'move-item', key: place.item.key, sectionKey, at: Math.max(0, at - shift), withParts: true })
  }
  const lineProps = (section: OutlineSection, item: OutlineItem, index: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', item.label)
      setDragged(item.key)
    },
    onDragEnd: () => setDragged(null),
    onDragOver: (event: DragEvent) => {
      if (!dragged || dragged === item.key) return
      event.preventDefault()
      setOver(item.key)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      drop(section.key, index)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined
      if (!by) return
      event.preventDefault()
      const move = moveOf(outline, item.key, by)
      if (move) edit(move)
    },
  })

  const found = search === '' ? null : outlineItems(outline).filter(({ item }) => fits(item)).length
  return (
    <>
      <input
        type="search"
        className={styles.search}
        value={search}
        placeholder="Tìm câu hỏi, có dấu hoặc không dấu…"
        aria-label="Tìm trong các câu hỏi"
        onChange={(event) => setSearch(event.target.value)}
      />
      <p className={styles.found} role="status">
        {found === null ? '' : `${found} câu hỏi khớp`}
      </p>
      {search === '' && (
        <button
          type="button"
          className={classes(styles.line, styles.top, selected.what === 'outline' && styles.chosen)}
          aria-pressed={selected.what === 'outline'}
          onClick={() => pick({ what: 'outline', key: '' })}
        >
          <span className={styles.words}>Tên đề cương, năm, ghi chú</span>
        </button>
      )}
      {outline.parts
        .filter((part) => search === '' || part.sections.some(({ items }) => items.some(fits)))
        .map((part) => (
          <div key={part.key} className={styles.partLines}>
            <Line what="part" lineKey={part.key} onPick={pick} className={styles.partLine}>
              {part.number && `${part.number}. `}
              {part.title}
            </Line>
            {part.sections.map((section) => {
              const shown = section.items.filter(fits)
              if (search !== '' && shown.length === 0) return null
              const isOpen = search !== '' || !closed.has(section.key)
              return (
                <div key={section.key}>
                  <div className={styles.sectionRow}>
                    <button
                      type="button"
                      className={styles.toggle}
                      aria-expanded={isOpen}
                      aria-label={`${isOpen ? 'Thu gọn' : 'Mở'} mục ${section.title}`}
                      onClick={() => toggle(section.key)}
                    >
                      {isOpen ? (
                        <IconChevronDown size={15} aria-hidden="true" />
                      ) : (
                        <IconChevronRight size={15} aria-hidden="true" />
                      )}
                    </button>
                    <Line what="section" lineKey={section.key} onPick={pick} className={styles.sectionLine}>
                      {section.number && `${section.number}. `}
                      {section.title} <span className={styles.count}>({section.items.length})</span>
                    </Line>
                  </div>
                  {isOpen && (
                    <ul
                      aria-label={section.title}
                      onDragOver={(event) => {
                        if (dragged && section.items.length === 0) event.preventDefault()
                      }}
                      onDrop={() => section.items.length === 0 && drop(section.key, 0)}
                    >
                      {shown.map((item) => (
                        <li
                          key={item.key}
                          className={classes(over === item.key && dragged !== null && styles.dropHere)}
                          {...lineProps(section, item, section.items.indexOf(item))}
                        >
                          <Line what="item" lineKey={item.key} onPick={pick} level={item.level} kind={kindWords(item)}>
                            {item.marker && <span className={styles.marker}>{item.marker}</span>}
                            {item.label}
                          </Line>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              )
            })}
          </div>
        ))}
    </>
  )
}

interface LineProps {
  what: Selection['what']
  lineKey: string
  onPick: (selection: Selection) => void
  className?: string
  level?: number
  kind?: string
  children: React.ReactNode
}

function Line({ what, lineKey, onPick, className, level = 0, kind, children }: LineProps) {
  const { selected, wrong, marks } = useEditor()
  const isChosen = selected.what === what && selected.key === lineKey
  const mark = marks.get(lineKey)
  return (
    <button
      type="button"
      id={`dong-${lineKey}`}
      className={classes(styles.line, className, isChosen && styles.chosen)}
      style={{ '--level': level } as React.CSSProperties}
      aria-pressed={isChosen}
      onClick={() => onPick({ what, key: lineKey })}
    >
      <span className={styles.words}>{children}</span>
      <span className={styles.tags}>
        {wrong.has(lineKey) && (
          <span className={styles.wrong}>
            <IconAlertTriangle size={13} aria-hidden="true" /> lỗi
          </span>
        )}
        {mark && <span className={styles.mark}>{mark === 'added' ? 'mới' : 'đã sửa'}</span>}
        {kind && <span className={styles.kind}>{kind}</span>}
      </span>
    </button>
  )
}
