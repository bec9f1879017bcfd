import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { CheckDialog } from './CheckDialog.tsx'
import styles from './Outlines.module.css'
import { readableExpression } from './outline-words.ts'
import { ProblemsCard } from './ProblemsCard.tsx'
import { useEditor } from './use-editor.ts'

/** What stands for the check that is only being written. */
const newCheck = '+'

/** Every check between figures, as a sentence and as what it compares. */
export function ChecksPanel({ opened, onOpen }: { opened: string | null; onOpen: (key: string | null) => void }) {
  const { outline, edit, wrong } = useEditor()
  return (
    <Stack>
      <Row justify="space-between">
        <p className={styles.about}>
          Lỗi chặn việc gửi báo cáo; cảnh báo đòi giải trình. Mỗi câu nhắc nói rõ sai ở đâu và sửa thế nào.
        </p>
        <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => onOpen(newCheck)}>
          Thêm phép kiểm tra
        </Button>
      </Row>
      <ProblemsCard />
      {outline.checks.length === 0 && (
        <Card>
          <EmptyState title="Chưa có phép kiểm tra nào">
            Thêm phép kiểm tra để số liệu không khớp được nhắc khi đơn vị còn sửa được.
          </EmptyState>
        </Card>
      )}
      <ul className={styles.checks}>
        {outline.checks.map((check) => (
          <li key={check.key}>
            <Card>
              <div className={styles.checkHead}>
                <StatusBadge
                  tone={check.level === 'error' ? 'late' : 'wait'}
                  icon={<IconAlertTriangle aria-hidden="true" stroke={2} />}
                >
                  {check.level === 'error' ? 'Lỗi' : 'Cảnh báo'}
                </StatusBadge>
                <span className={styles.clause}>{check.clause}</span>
                {wrong.has(check.key) && <strong className={styles.wrong}>phải sửa</strong>}
                <Row gap={1} className={styles.checkActs}>
                  <Button
                    size="s"
                    aria-label={`Sửa và thử: ${check.clause}, ${check.key}`}
                    onClick={() => onOpen(check.key)}
                  >
                    Sửa và thử
                  </Button>
                  <Button
                    size="s"
                    kind="quiet"
                    aria-label={`Bỏ phép kiểm tra: ${check.clause}, ${check.key}`}
                    onClick={() => edit({ act: 'remove-check', key: check.key })}
                  >
                    Bỏ
                  </Button>
                </Row>
              </div>
              <p className={styles.expression}>{readableExpression(outline, check.expression)}</p>
              <p className={styles.message}>{check.message.replaceAll(/\{[a-z0-9.-]+\}/g, '…')}</p>
            </Card>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <CheckDialog
          key={opened}
          check={outline.checks.find(({ key }) => key === opened) ?? null}
          onClose={() => onOpen(null)}
        />
      )}
    </Stack>
  )
}
