import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { restConclusionOnMinutes } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'

/** Which version of the minutes a conclusion rests on; speaks up when there is a newer one. */
export function MinutesNote({ conclusion }: { conclusion: ConclusionView }) {
  const sending = useSending(sayFailure)
  const { inspectionId, minutesVersion, newestMinutes } = conclusion
  if (minutesVersion === null || newestMinutes === null || newestMinutes.version === minutesVersion) return null
  const { version, reason } = newestMinutes
  const rest = () =>
    sending.send(async () => {
      await call(restConclusionOnMinutes, { params: { inspectionId, version: String(version) } })
      await queries.invalidateQueries({ queryKey: ['inspections', inspectionId] })
      toast({ tone: 'good', text: `Kết luận nay dựa trên bản ${version} của biên bản.` })
    })
  return (
    <Message
      kind="warning"
      lead={`Kết luận này dựa trên bản ${minutesVersion} của biên bản; nay đã có bản ${version}.`}
    >
      {reason && `Lý do lập bản mới: ${reason}${/[.!?]$/.test(reason) ? '' : '.'} `}
      {conclusion.actions.includes('edit') && (
        <>
          Xem bản mới, sửa kết luận nếu cần.{' '}
          <Button size="s" busy={sending.busy} onClick={() => void rest()}>
            Đã đối chiếu với bản {version}
          </Button>
        </>
      )}
    </Message>
  )
}
