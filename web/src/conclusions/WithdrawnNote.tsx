import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { endedWith } from '@cchc/domain/papers/clean-text.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Message } from '../ui/Message.tsx'
import { historyQuery } from './answer-data.ts'

/** Over a notice that was taken back: by which paper, why, and that nobody carries it out any more. */
export function WithdrawnNote({ conclusion }: { conclusion: ConclusionView }) {
  const { inspectionId, conclusionId, state } = conclusion
  const { data } = useQuery({ ...historyQuery(inspectionId), enabled: state === 'withdrawn' })
  const withdrawal = data?.notices.find((notice) => notice.conclusionId === conclusionId)?.withdrawal
  if (state !== 'withdrawn' || !withdrawal) return null
  return (
    <Message
      kind="warning"
      lead={
        <>
          Đã thu hồi bằng{' '}
          <Link to="/van-ban/$documentId" params={{ documentId: withdrawal.documentId }}>
            Thông báo số {withdrawal.number}
          </Link>{' '}
          ngày {formatDate(withdrawal.issuedOn)}.
        </>
      }
    >
      Không phải thực hiện các kiến nghị dưới đây nữa. Lý do: {endedWith('.', withdrawal.reason)}
    </Message>
  )
}
