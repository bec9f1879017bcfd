import type { OutlineVersionSummary } from '@cchc/domain/outlines/contract.ts'
import { IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { deleteDraft } from './data.ts'
import type { OutlineDesk } from './outline-desk.ts'

/** Throwing a draft away, after asking. */
export function DropDraft({ desk, version }: { desk: OutlineDesk; version: OutlineVersionSummary }) {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  if (!version.actions.includes('delete')) return null
  return (
    <>
      <Button icon={<IconTrash size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
        Bỏ bản soạn
      </Button>
      {asking && (
        <ConfirmDialog
          title="Bỏ bản soạn này?"
          confirmLabel="Bỏ bản soạn"
          danger
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await desk.settle()
            await deleteDraft(version.outlineVersionId)
            await navigate({ to: '/quan-tri/de-cuong' })
          }}
        >
          Mọi sửa đổi trong bản soạn sẽ mất. Các bản đã công bố và báo cáo của đơn vị không bị ảnh hưởng.
        </ConfirmDialog>
      )}
    </>
  )
}
