import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './Outlines.module.css'
import { useEditor } from './use-editor.ts'

/** How many are shown before one asks for the rest. */
const fewest = 3

/** What keeps the draft from being published, each leading to its line. */
export function ProblemsCard({ onGo }: { onGo?: () => void }) {
  const { state, goTo } = useEditor()
  const { problems } = state
  const [all, setAll] = useState(false)
  if (problems.length === 0)
    return (
      <p className={styles.sound} role="status">
        <IconCheck size={16} aria-hidden="true" /> Không có lỗi: bản này công bố được.
      </p>
    )
  return (
    <Card title={`Còn ${problems.length} điều phải sửa trước khi công bố`}>
      <ul className={styles.problems}>
        {problems.slice(0, all ? undefined : fewest).map(({ key, sentence }) => (
          <li key={`${key} ${sentence}`}>
            <span>{sentence}</span>
            <Button
              kind="quiet"
              size="s"
              onClick={() => {
                goTo(key)
                onGo?.()
              }}
            >
              Tới chỗ sửa
            </Button>
          </li>
        ))}
      </ul>
      {problems.length > fewest && (
        <Button kind="quiet" size="s" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem cả ${problems.length} điều`}
        </Button>
      )}
    </Card>
  )
}
