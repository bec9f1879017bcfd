import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { missingInMinutes } from '@cchc/domain/fieldwork/rules.ts'
import { IconBook } from '@tabler/icons-react'
import { ButtonLink } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Minutes.module.css'
import { SealedMinutes } from './SealedMinutes.tsx'
import { only, type VisitDesk } from './visit-desk.ts'

/** How far the minutes are: what still stands in the way of closing them, then of their signatures. */
export function MinutesProgress({ view, desk }: { view: VisitView; desk: VisitDesk }) {
  return (
    <>
      <ButtonLink
        to="/kiem-tra/$inspectionId/buoi-kiem-tra/doc-bien-ban"
        params={{ inspectionId: view.inspectionId }}
        icon={<IconBook size={16} aria-hidden="true" />}
      >
        Đọc biên bản
      </ButtonLink>
      {view.state === 'open' && <ToClose desk={desk} />}
      {view.state === 'closed' && <SealedMinutes view={view} />}
    </>
  )
}

function ToClose({ desk }: { desk: VisitDesk }) {
  const missing = missingInMinutes({
    ...desk.minutes.slot(only).value,
    attendance: desk.attendance.slot(only).value,
  })
  if (missing.length === 0)
    return (
      <Message kind="good" lead="Đủ để kết thúc.">
        Đọc lại cho hai bên nghe, kết thúc buổi kiểm tra rồi ký.
      </Message>
    )
  return (
    <Message kind="note" lead="Để kết thúc và ký, biên bản còn thiếu:">
      <ul className={styles.missing}>
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Message>
  )
}
