import { type OutlineSection, sectionReference } from '@cchc/domain/outlines/outline.ts'
import type { OutstandingPoint } from '@cchc/domain/self-reports/progress.ts'
import {
  IconAlertTriangle,
  IconCheck,
  IconMessage2,
  IconMessageQuestion,
  IconPencil,
  IconTargetArrow,
} from '@tabler/icons-react'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import type { Desk } from './desk.ts'
import styles from './SelfReport.module.css'
import { useFormTools, useOverview } from './use-desk.ts'
import { divided } from './wording.ts'

const looks = {
  error: { icon: IconAlertTriangle, words: 'Lỗi', tone: styles.toneLate },
  remark: { icon: IconMessage2, words: 'Ý kiến của Đoàn', tone: styles.toneWait },
  warning: { icon: IconMessageQuestion, words: 'Cần giải trình', tone: styles.toneWait },
  'below-target': { icon: IconTargetArrow, words: 'Chưa đạt mục tiêu', tone: styles.toneWait },
  unanswered: { icon: IconPencil, words: 'Chưa viết', tone: styles.toneRest },
} as const

/** One line of the list: what it is about and where it leads. */
export interface OpenLine {
  readonly kind: OutstandingPoint['kind']
  readonly itemKey: string
  readonly words: string
}

/** The open points as lines: each check by itself, what is not written yet counted by section. */
export function openLines(desk: Desk, points: readonly OutstandingPoint[]): OpenLine[] {
  const said = points.flatMap((point): OpenLine[] => {
    const itemKey = point.itemKeys[0]
    const place = itemKey ? desk.places.get(itemKey) : undefined
    if (point.kind === 'unanswered' || !itemKey || !place) return []
    return [{ kind: point.kind, itemKey, words: divided(point.sentence).lead }]
  })
  const unanswered = new Map<OutlineSection, { first: string; reference: string; count: number }>()
  for (const point of points) {
    const place = point.kind === 'unanswered' ? desk.places.get(point.key) : undefined
    if (!place) continue
    const known = unanswered.get(place.section)
    const reference = sectionReference(place.part, place.section)
    unanswered.set(
      place.section,
      known ? { ...known, count: known.count + 1 } : { first: point.key, reference, count: 1 },
    )
  }
  return [
    ...said,
    ...[...unanswered].map(([section, { first, reference, count }]) => ({
      kind: 'unanswered' as const,
      itemKey: first,
      words: `${reference} ${section.title}: ${count} mục chưa viết`,
    })),
  ]
}

/** What still has to be looked at before the report goes, each line leading to its place. */
export function OutstandingCard({ onOpen }: { onOpen: (itemKey: string) => void }) {
  const { desk, writable } = useFormTools()
  const { points } = useOverview(desk)
  const blocking = points.filter((point) => point.blocks).length
  return (
    <Card
      id="con-xem"
      title={
        points.length === 0 ? 'Không còn điều gì cần xem' : `${writable ? 'Còn ' : ''}${points.length} điều cần xem`
      }
    >
      {points.length === 0 ? (
        <p className={styles.allDone}>
          <IconCheck size={16} aria-hidden="true" /> Mọi mục đã có và số liệu khớp nhau.
        </p>
      ) : (
        <>
          {writable && blocking > 0 && <p className={styles.quietLine}>{blocking} điều phải xong mới gửi được.</p>}
          <ul className={styles.points}>
            {openLines(desk, points).map(({ kind, itemKey, words }) => {
              const { icon: Icon, tone, words: kindWords } = looks[kind]
              return (
                <li key={`${kind} ${itemKey} ${words}`}>
                  <a
                    href={`#${itemKey}`}
                    className={styles.point}
                    onClick={(event) => {
                      event.preventDefault()
                      onOpen(itemKey)
                    }}
                  >
                    <Icon size={17} className={classes(tone)} aria-hidden="true" />
                    <span>
                      <span className="hidden-visually">{kindWords}: </span>
                      {words}
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Card>
  )
}
