import { itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { attachmentsQuery, type EvidencePlace, isAt } from '../evidence/data.ts'
import styles from '../evidence/Evidence.module.css'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormTools } from './use-desk.ts'
import { questionWording } from './wording.ts'

// Only whoever opens it waits for it: the form itself stays light.
const EvidenceBox = lazy(() => import('../evidence/EvidenceBox.tsx').then((file) => ({ default: file.EvidenceBox })))

/** Beside a question: how many files back its answer, and the way to them. */
export function ItemEvidence({ item }: { item: OutlineItem }) {
  const { desk, writable } = useFormTools()
  const { inspectionId = '' } = useParams({ strict: false })
  const [open, setOpen] = useState(false)
  const at: EvidencePlace = { inspectionId, ownerKind: 'self-report', ownerId: desk.selfReportId, place: item.key }
  const { data: count = 0 } = useQuery({
    ...attachmentsQuery(inspectionId),
    select: ({ attachments }) => attachments.filter(isAt(at)).length,
  })
  if (count === 0 && !writable) return null
  const label = `Tài liệu minh chứng mục “${itemName(item)}”${count > 0 ? `: ${count} tệp` : ''}`
  return (
    <>
      <Button
        size="s"
        kind="quiet"
        className={styles.badge}
        data-count={count}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconPaperclip size={16} aria-hidden="true" />
        {count > 0 && count}
      </Button>
      {open && (
        <Dialog title="Tài liệu minh chứng" look="side" onClose={() => setOpen(false)}>
          <p className={styles.question}>{questionWording(item)}</p>
          <Suspense fallback={<Skeleton lines={3} label="Đang tải tài liệu" />}>
            <EvidenceBox
              at={at}
              writable={writable}
              empty="Chưa có tài liệu nào cho mục này. Đính kèm văn bản, bảng số liệu hoặc ảnh cho thấy câu trả lời."
            />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}
