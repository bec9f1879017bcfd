import { downloadInspectionPaper } from '@cchc/domain/documents/contract.ts'
import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { IconDownload, IconLock } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { addressOf } from '../platform/api.ts'
import { useReachable } from '../platform/reachable.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { useSavingState, useSlot } from '../platform/use-saver.ts'
import { Button, ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { CloseVisitDialog } from './CloseVisitDialog.tsx'
import { minutesPaperQuery } from './data.ts'
import { MinutesProgress } from './MinutesProgress.tsx'
import { PenStrip } from './PenStrip.tsx'
import { penQuery } from './pen.ts'
import { SlotNote } from './SlotNote.tsx'
import styles from './Visit.module.css'
import { only, type VisitDesk } from './visit-desk.ts'
import type { MinutesWords } from './visit-savers.ts'

interface Props {
  view: VisitView
  desk: VisitDesk
  onTab: (tab: string) => void
}

/** The minutes: the words only a person can give, beside the paper as it will be printed. */
export function MinutesTab({ view, desk, onTab }: Props) {
  const [closing, setClosing] = useState(false)
  return (
    <div className={styles.minutes}>
      <Stack gap={3}>
        <PenStrip inspectionId={view.inspectionId} />
        <MinutesProgress view={view} desk={desk} />
        <Card title="Nội dung biên bản">
          <Words view={view} desk={desk} />
        </Card>
        {view.actions.includes('record') && <ClosingNeedsNetwork />}
        <Row>
          <ButtonAnchor
            href={addressOf(downloadInspectionPaper.path, { inspectionId: view.inspectionId, kind: 'minutes' })}
            download
            icon={<IconDownload size={16} aria-hidden="true" />}
          >
            Tải .docx
          </ButtonAnchor>
          {view.actions.includes('close') && (
            <Button icon={<IconLock size={16} aria-hidden="true" />} onClick={() => setClosing(true)}>
              Kết thúc buổi kiểm tra
            </Button>
          )}
        </Row>
      </Stack>
      <section className={styles.paper} aria-label="Biên bản như khi in">
        <Preview view={view} desk={desk} />
      </section>
      {closing && <CloseVisitDialog view={view} desk={desk} onTab={onTab} onClose={() => setClosing(false)} />}
    </div>
  )
}

function Words({ view, desk }: Pick<Props, 'view' | 'desk'>) {
  const slot = useSlot(desk.minutes, only)
  const { data: pen } = useQuery(penQuery(view.inspectionId))
  const mayRecord = view.actions.includes('record') && pen?.mayWrite !== false
  useTryAgain(desk, slot.phase === 'failed', pen !== undefined && mayRecord)
  const people = useId()
  const field = (name: keyof MinutesWords) => ({
    value: slot.value[name],
    readOnly: !mayRecord,
    maxLength: 20_000,
    onChange: (text: string) => desk.minutes.write(only, { ...slot.value, [name]: text }),
    onBlur: () => desk.minutes.flush(only),
  })
  const team = view.attendance.filter((row) => row.side === 'team')
  return (
    <Stack gap={3}>
      <datalist id={people}>
        {team.map(({ fullName, post }) => (
          <option key={fullName + post} value={[fullName, post].filter(Boolean).join(', ')} />
        ))}
      </datalist>
      <TextField label="Chủ trì" list={people} autoComplete="off" {...field('chair')} />
      <TextField label="Thư ký" list={people} autoComplete="off" {...field('secretary')} />
      <TextAreaField label="Trao đổi, làm rõ" rows={4} {...field('exchange')} />
      <TextAreaField label={`Ý kiến của ${view.unitName}`} rows={3} {...field('unitOpinion')} />
      <SlotNote slot={slot} onRetry={() => desk.minutes.flush(only)} />
    </Stack>
  )
}

/** What was refused while somebody else held the pen goes out once more by itself, as soon as it is here. */
function useTryAgain({ minutes }: VisitDesk, isRefused: boolean, isPenHere: boolean): void {
  const isTried = useRef(false)
  useEffect(() => {
    if (!isPenHere) isTried.current = false
    else if (isRefused && !isTried.current) {
      isTried.current = true
      minutes.flush(only)
    }
  }, [minutes, isRefused, isPenHere])
}

/** Why the session is not ended on a device without network, and what to do meanwhile. */
function ClosingNeedsNetwork() {
  if (useReachable()) return null
  return (
    <Message kind="note" lead="Kết thúc buổi cần có mạng.">
      Biên bản khóa một lần trên máy chủ, từ nội dung của mọi thành viên, nên không máy nào tự khóa được. Cứ ghi tiếp;
      nếu phải ký ngay thì ký bản viết tay. Khi có mạng, bấm “Gửi ngay” trên từng máy rồi “Kết thúc buổi kiểm tra”.
    </Message>
  )
}

/** The paper itself, drawn again whenever everything written has reached the server. */
function Preview({ view, desk }: Pick<Props, 'view' | 'desk'>) {
  const { data, error, refetch } = useQuery(minutesPaperQuery(view.inspectionId))
  const client = useQueryClient()
  const reachable = useReachable()
  const { unsent } = useSavingState(desk.savers)
  useEffect(() => {
    if (unsent === 0) void client.invalidateQueries({ queryKey: minutesPaperQuery(view.inspectionId).queryKey })
  }, [unsent, client, view.inspectionId])
  if (data && !reachable)
    return (
      <Stack gap={3}>
        <Message kind="note">
          Không có mạng nên biên bản dưới đây là bản tải lần trước. Phần ghi trên máy này sẽ vào biên bản khi gửi được.
        </Message>
        <PaperView paper={data.paper} />
      </Stack>
    )
  if (data) return <PaperView paper={data.paper} />
  if (!error) {
    return (
      <Card>
        <Skeleton lines={12} label="Đang dựng biên bản" />
      </Card>
    )
  }
  return (
    <Message kind="error" lead="Chưa xem được biên bản.">
      {sentenceOf(error)}{' '}
      <Button kind="quiet" size="s" className={styles.inText} onClick={() => void refetch()}>
        Thử lại
      </Button>
    </Message>
  )
}
