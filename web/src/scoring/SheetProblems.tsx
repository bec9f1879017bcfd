import type { SheetProblem } from '@cchc/domain/scoring/check-sheet.ts'
import { IconCheck } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import styles from './Sheets.module.css'

/** What keeps the draft from being published, each leading to its place. */
export function SheetProblems({ problems, onGo }: { problems: readonly SheetProblem[]; onGo: (key: string) => void }) {
  if (problems.length === 0)
    return (
      <p className={styles.sound} role="status">
        <IconCheck size={16} aria-hidden="true" /> Không có lỗi: phiếu này công bố được.
      </p>
    )
  return (
    <Card title={`Còn ${problems.length} điều phải sửa trước khi công bố`}>
      <ul className={styles.paper}>
        {problems.map(({ key, sentence }) => (
          <li key={`${key} ${sentence}`} className={styles.line}>
            <span>{sentence}</span>
            <Button size="s" onClick={() => onGo(key)}>
              Tới chỗ sửa
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
