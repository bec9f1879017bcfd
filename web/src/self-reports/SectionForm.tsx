import { hasPrintedParts } from '@cchc/domain/outlines/outline.ts'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Stack } from '../ui/Layout.tsx'
import { ItemField } from './ItemField.tsx'
import { groupItems } from './item-groups.ts'
import { ReadItem } from './ReadItem.tsx'
import styles from './SelfReport.module.css'
import type { SectionPlace } from './sections.ts'
import { useFormTools, useProgressOf } from './use-desk.ts'
import { questionWording, sectionWording } from './wording.ts'

interface Props {
  at: SectionPlace
  previous: SectionPlace | undefined
  next: SectionPlace | undefined
  onOpen: (sectionKey: string) => void
}

/** One section of the outline as sheets of questions; the others wait behind the outline, so that a long report opens at once. */
export function SectionForm({ at: { part, section }, previous, next, onOpen }: Props) {
  const { desk, writable } = useFormTools()
  const progress = useProgressOf(desk, section.key)
  const groups = useMemo(() => groupItems(section.items), [section])
  const Item = writable ? ItemField : ReadItem
  return (
    <Stack gap={3}>
      <div className={styles.sectionHead}>
        <h2 id="section-title">{sectionWording(part, section)}</h2>
        {progress && (
          <span>
            {progress.answered}/{progress.toAnswer} mục
          </span>
        )}
      </div>
      {groups.map((group) => (
        <Card key={(group.heading ?? group.items[0])?.key} title={group.heading && questionWording(group.heading)}>
          <div className={styles.items}>
            {group.items.map((item) => {
              const index = section.items.indexOf(item)
              return <Item key={item.key} item={item} isFirstPart={hasPrintedParts(section.items, index - 1)} />
            })}
          </div>
        </Card>
      ))}
      <nav className={styles.turn} aria-label="Mục trước và mục sau">
        {previous && (
          <Button icon={<IconArrowLeft size={16} aria-hidden="true" />} onClick={() => onOpen(previous.section.key)}>
            {previous.section.title}
          </Button>
        )}
        {next && (
          <Button className={styles.turnNext} onClick={() => onOpen(next.section.key)}>
            {next.section.title}
            <IconArrowRight size={16} aria-hidden="true" />
          </Button>
        )}
      </nav>
    </Stack>
  )
}
