import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSending } from '../ui/use-sending.ts'
import { startSession } from './data.ts'
import type { VisitDesk } from './visit-desk.ts'

/** Before the session: how to begin it, or why this person cannot yet. */
export function StartCard({ view, desk }: { view: VisitView; desk: VisitDesk }) {
  const { today } = useSession()
  const sending = useSending()
  const start = () =>
    sending.send(async () => {
      await startSession(view.inspectionId, desk.carry)
    })
  if (!view.actions.includes('start')) {
    return (
      <Message kind="note" lead="Buổi kiểm tra chưa bắt đầu.">
        {view.visitOn && view.visitOn > today
          ? `Bắt đầu được từ ${formatDateWithWeekday(view.visitOn)}. Trước đó có thể xem số liệu đơn vị đã báo cáo.`
          : 'Thành viên có tên trong buổi kiểm tra hoặc thư ký Đoàn bấm bắt đầu thì mới ghi được.'}
      </Message>
    )
  }
  return (
    <Card title="Bắt đầu buổi kiểm tra">
      <Stack gap={3}>
        <p>
          Giờ bắt đầu được ghi vào biên bản. Sau khi bắt đầu, Đoàn ghi được thành phần, số liệu xác minh và phát hiện.
        </p>
        <Problem of={sending} />
        <div>
          <Button kind="primary" busy={sending.busy} onClick={() => void start()}>
            Bắt đầu buổi kiểm tra
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
