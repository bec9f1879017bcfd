import type { UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { attachmentsQuery, type EvidencePlace, isAt } from '../evidence/data.ts'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const EvidenceBox = lazy(() => import('../evidence/EvidenceBox.tsx').then((file) => ({ default: file.EvidenceBox })))

interface Props {
  view: UnitScoring
  criterionKey: string
  /** Whether the viewer scores for the unit now, and so may add files. */
  writable: boolean
}

/** Files that back the unit's own score of a criterion; opened when asked for. */
export function SelfEvidence({ view, criterionKey, writable }: Props) {
  return view.scoringId === null ? null : (
    <Files
      at={{ inspectionId: view.inspectionId, ownerKind: 'scoring', ownerId: view.scoringId, place: criterionKey }}
      writable={writable}
    />
  )
}

function Files({ at, writable }: { at: EvidencePlace; writable: boolean }) {
  const { data } = useQuery(attachmentsQuery(at.inspectionId))
  const [open, setOpen] = useState(false)
  const count = data?.attachments.filter(isAt(at)).length ?? 0
  if (count === 0 && !writable) return null
  return (
    <div>
      <Button
        kind="quiet"
        size="s"
        icon={<IconPaperclip size={15} aria-hidden="true" />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {count > 0 ? `Minh chứng (${count})` : 'Đính kèm minh chứng'}
      </Button>
      {open && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <EvidenceBox at={at} writable={writable} empty="Chưa có tệp." />
        </Suspense>
      )}
    </div>
  )
}
