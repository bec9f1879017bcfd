import type { Task } from '@cchc/domain/inspections/contract.ts'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './HomePage.module.css'

const atFirst = 5
const tones = {
  late: { look: styles.late, word: 'Quá hạn' },
  wait: { look: styles.wait, word: 'Đang chờ' },
  info: { look: undefined, word: 'Cần biết' },
}

/** What needs this person today, the most urgent first; the first act is the page's primary one. */
export function TasksCard({ tasks }: { tasks: readonly Task[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? tasks : tasks.slice(0, atFirst)
  return (
    <Card title="Việc cần bạn hôm nay">
      {tasks.length === 0 ? (
        <EmptyState icon={<IconCheck aria-hidden="true" />} title="Không còn việc nào chờ bạn hôm nay">
          Các đơn vị đang làm phần của mình; việc mới sẽ hiện ở đây.
        </EmptyState>
      ) : (
        <ul>
          {shown.map((task, place) => (
            <li key={`${task.link} ${task.title}`} className={styles.task}>
              <span className={classes(styles.dot, tones[task.tone].look)} title={tones[task.tone].word} />
              <span className={styles.words}>
                <span className="hidden-visually">{tones[task.tone].word}: </span>
                {task.title} {task.detail && <span className={styles.detail}>· {task.detail}</span>}
              </span>
              <ButtonLink
                to={task.link}
                size="s"
                kind={place === 0 ? 'primary' : 'plain'}
                aria-label={`${task.action}: ${task.title}`}
              >
                {task.action}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {tasks.length > atFirst && (
        <div className={styles.more}>
          <Button kind="quiet" size="s" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Thu gọn' : `Xem cả ${tasks.length} việc`}
          </Button>
        </div>
      )}
    </Card>
  )
}
