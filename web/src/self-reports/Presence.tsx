import { IconPencil } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import type { Colleague } from './colleagues.ts'
import { initials } from './initials.ts'
import styles from './Presence.module.css'
import { useFormTools } from './use-desk.ts'
import { useColleaguesIn } from './use-live-report.ts'

/** At a question: which colleagues have their cursor in it. It lies over the gap above the question and moves nothing. */
export function WritersHere({ itemKey }: { itemKey: string }) {
  const { desk } = useFormTools()
  const here = useColleaguesIn(desk, itemKey)
  if (here.length === 0) return null
  const names = here.map(({ fullName }) => fullName).join(', ')
  return (
    <p className={styles.here}>
      <IconPencil size={12} aria-hidden="true" />
      <span className={styles.names}>{names}</span>
      <span className={styles.words}>đang viết ở mục này</span>
    </p>
  )
}

const most = 3

/** In the outline: the colleagues who are in one of these items, by their initials. */
export function WritersOfSection({ itemKeys }: { itemKeys: readonly string[] }) {
  const { desk } = useFormTools()
  const written = useSyncExternalStore(
    (changed) => desk.colleagues.subscribe(changed),
    () => JSON.stringify(inAnyOf(desk.colleagues.all(), itemKeys)),
  )
  const names = JSON.parse(written) as string[]
  if (names.length === 0) return null
  return (
    <span className={styles.marks} title={`${names.join(', ')} đang viết ở đây`}>
      <span className="hidden-visually">{names.join(', ')} đang viết ở đây</span>
      {names.slice(0, most).map((name) => (
        <span key={name} className={styles.mark} aria-hidden="true">
          {initials(name)}
        </span>
      ))}
      {names.length > most && (
        <span className={styles.mark} aria-hidden="true">
          +{names.length - most}
        </span>
      )}
    </span>
  )
}

function inAnyOf(colleagues: readonly Colleague[], itemKeys: readonly string[]): string[] {
  return colleagues
    .filter((colleague) => colleague.itemKeys.some((key) => itemKeys.includes(key)))
    .map(({ fullName }) => fullName)
}
