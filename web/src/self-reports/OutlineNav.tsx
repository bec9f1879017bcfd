import {
  isTyped,
  itemName,
  type OutlineItem,
  repeatsPartTitle,
  sectionReference,
} from '@cchc/domain/outlines/outline.ts'
import { useMemo, useState } from 'react'
import { classes } from '../ui/classes.ts'
import { ProgressRing } from '../ui/Figures.tsx'
import { fold, matches } from '../ui/fold.ts'
import type { Desk } from './desk.ts'
import { WritersOfSection } from './Presence.tsx'
import styles from './SelfReport.module.css'
import { useFormTools, useProgressOf } from './use-desk.ts'
import { sectionWording } from './wording.ts'

interface Props {
  activeKey: string | undefined
  /** Goes to a section or a question by its key. */
  onOpen: (key: string) => void
}

/** The outline with how far each section is, and a search over its questions with or without diacritics. */
export function OutlineNav({ activeKey, onOpen }: Props) {
  const { desk } = useFormTools()
  const [search, setSearch] = useState('')
  return (
    <nav aria-label="Đề cương" className={styles.outline}>
      <input
        type="search"
        className={styles.outlineSearch}
        placeholder="Tìm trong đề cương…"
        aria-label="Tìm trong đề cương"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search.trim() ? (
        <Found search={search} onOpen={onOpen} />
      ) : (
        desk.outline.parts.map((part) => (
          <div key={part.key} className={styles.part}>
            {!part.sections.every((section) => repeatsPartTitle(part, section)) && (
              <h2>
                {part.number}. {part.title}
              </h2>
            )}
            <ul>
              {part.sections.map((section) => (
                <li key={section.key}>
                  <SectionLink
                    sectionKey={section.key}
                    title={repeatsPartTitle(part, section) ? sectionWording(part, section) : section.title}
                    active={section.key === activeKey}
                    onOpen={onOpen}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </nav>
  )
}

function SectionLink({
  sectionKey,
  title,
  active,
  onOpen,
}: {
  sectionKey: string
  title: string
  active: boolean
  onOpen: Props['onOpen']
}) {
  const { desk } = useFormTools()
  const progress = useProgressOf(desk, sectionKey)
  const { answered, toAnswer } = progress ?? { answered: 0, toAnswer: 0 }
  const itemKeys = useMemo(() => keysOfSection(desk, sectionKey), [desk, sectionKey])
  return (
    <a
      href={`#${sectionKey}`}
      className={classes(styles.sectionLink, active && styles.active)}
      aria-current={active ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen(sectionKey)
      }}
    >
      <ProgressRing done={answered} total={toAnswer} label={answered === toAnswer ? 'Đã xong' : 'Chưa xong'} />
      <span className={styles.sectionTitle}>{title}</span>
      <span className={styles.sectionCount}>
        <WritersOfSection itemKeys={itemKeys} />
        {answered}/{toAnswer}
      </span>
    </a>
  )
}

function keysOfSection(desk: Desk, sectionKey: string): string[] {
  return [...desk.places.values()].flatMap(({ section, item }) => (section.key === sectionKey ? item.key : []))
}

function Found({ search, onOpen }: { search: string; onOpen: Props['onOpen'] }) {
  const { desk } = useFormTools()
  const words = (item: OutlineItem) => `${item.label} ${item.shortLabel ?? ''}`
  const holdsPhrase = (item: OutlineItem) => fold(words(item)).includes(fold(search))
  const found = [...desk.places.values()]
    .filter(({ item }) => isTyped(item) && matches(words(item), search))
    // The words as they were typed come before the same words scattered.
    .sort((a, b) => Number(holdsPhrase(b.item)) - Number(holdsPhrase(a.item)))
  if (found.length === 0) return <p className={styles.quiet}>Không có mục nào khớp. Thử ít chữ hơn.</p>
  return (
    <ul>
      {found.map(({ part, section, item }) => (
        <li key={item.key}>
          <a
            href={`#${item.key}`}
            className={styles.foundLink}
            onClick={(event) => {
              event.preventDefault()
              onOpen(item.key)
            }}
          >
            <span className={styles.quiet}>{sectionReference(part, section)}</span> {itemName(item)}
          </a>
        </li>
      ))}
    </ul>
  )
}
