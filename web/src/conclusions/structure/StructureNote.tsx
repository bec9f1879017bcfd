import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../platform/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { structureQuery, waits } from './data.ts'

/** Speaks up while the board says something else than the notice. */
export function StructureNote({ conclusion, onShow }: { conclusion: ConclusionView; onShow: () => void }) {
  const mayReview = useMay('conclusion.review')
  const isOpen = conclusion.state === 'drafting'
  const { data } = useQuery({ ...structureQuery(conclusion.inspectionId), enabled: mayReview && isOpen })
  const waiting = isOpen ? (data?.pieces.filter(waits) ?? []) : []
  if (waiting.length === 0) return null
  const changed = waiting.filter(({ state }) => state !== 'new').length
  const fresh = waiting.length - changed
  const words = [
    changed > 0 && `${changed} đoạn có điểm đã đổi sau khi soạn`,
    fresh > 0 && `${fresh} đoạn chưa có trong dự thảo`,
  ].filter(Boolean)
  return (
    <Message kind="warning" lead={`${words.join(', ')}.`}>
      Chưa có câu chữ nào bị thay.{' '}
      <Button size="s" onClick={onShow}>
        Xem và chọn
      </Button>
    </Message>
  )
}
