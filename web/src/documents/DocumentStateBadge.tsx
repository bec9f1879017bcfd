import type { DocumentView } from '@cchc/domain/documents/contract.ts'
import { IconCheck, IconFileOff, IconReplace } from '@tabler/icons-react'
import { StatusBadge } from '../ui/StatusBadge.tsx'

/** What the screen calls the states of an issued document. */
export const documentStateNames: Record<DocumentView['state'], string> = {
  issued: 'Còn hiệu lực',
  replaced: 'Đã thay thế',
  withdrawn: 'Đã thu hồi',
}

/** Whether an issued document still stands. */
export function DocumentStateBadge({ state }: { state: DocumentView['state'] }) {
  const Icon = { issued: IconCheck, replaced: IconReplace, withdrawn: IconFileOff }[state]
  return (
    <StatusBadge tone={state === 'issued' ? 'ok' : 'rest'} icon={<Icon aria-hidden="true" stroke={2} />}>
      {documentStateNames[state]}
    </StatusBadge>
  )
}
