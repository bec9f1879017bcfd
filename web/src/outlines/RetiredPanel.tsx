import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import styles from './Outlines.module.css'
import { kindWords } from './outline-words.ts'
import { useEditor } from './use-editor.ts'

/** Lines that are no longer asked; each can be asked again under its own key. */
export function RetiredPanel() {
  const { outline, edit, goTo } = useEditor()
  const { items, sections } = outline.retired
  const titleOf = (key: string) =>
    outline.parts.flatMap((part) => part.sections).find((section) => section.key === key)?.title ??
    sections.find(({ section }) => section.key === key)?.section.title ??
    key
  if (items.length === 0 && sections.length === 0)
    return (
      <Card>
        <EmptyState title="Chưa ngừng hỏi câu nào">
          Câu hỏi không dùng nữa được giữ ở đây cùng mã của nó, để số liệu cũ còn tra được và có thể hỏi lại.
        </EmptyState>
      </Card>
    )
  return (
    <Stack>
      <p className={styles.about}>Hỏi lại thì câu hỏi về đúng chỗ cũ, vẫn mã cũ, nên số liệu các năm nối tiếp được.</p>
      {sections.map(({ section }) => (
        <Card key={section.key}>
          <div className={styles.retired}>
            <span>Cả mục “{section.title}”</span>
            <Button
              size="s"
              aria-label={`Hỏi lại cả mục ${section.title}`}
              onClick={() => edit({ act: 'restore-section', key: section.key }) && goTo(section.key)}
            >
              Hỏi lại cả mục
            </Button>
          </div>
        </Card>
      ))}
      {items.length > 0 && (
        <Card>
          <ul className={styles.retiredList}>
            {items.map(({ item, sectionKey }) => (
              <li key={item.key} className={styles.retired}>
                <span>
                  {item.label}
                  <span className={styles.quiet}>
                    {titleOf(sectionKey)} · {kindWords(item)} · {item.key}
                  </span>
                </span>
                <Button
                  size="s"
                  aria-label={`Hỏi lại ${item.label}`}
                  onClick={() => edit({ act: 'restore-item', key: item.key })}
                >
                  Hỏi lại
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  )
}
