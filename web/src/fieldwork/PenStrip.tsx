import type { PenView } from '@cchc/domain/fieldwork/pen-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconPencil, IconPencilOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { classes } from '../ui/classes.ts'
import { Stack } from '../ui/Layout.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './PenStrip.module.css'
import { giveWay, handOver, penQuery, take } from './pen.ts'

/** Who writes the minutes, and what this person may do about it. */
export function PenStrip({ inspectionId }: { inspectionId: string }) {
  const { data: pen } = useQuery(penQuery(inspectionId))
  const [asking, setAsking] = useState<'hand-over' | 'release' | null>(null)
  const sending = useSending()
  if (!pen || (!pen.holder && pen.actions.length === 0)) return null
  const takeIt = () =>
    sending.send(async () => {
      await take(inspectionId)
      toast({ tone: 'good', text: 'Bạn đang giữ quyền ghi biên bản.' })
    })
  const Icon = pen.mayWrite ? IconPencil : IconPencilOff
  return (
    <Stack gap={2}>
      <div className={classes(styles.pen, !pen.mayWrite && styles.elsewhere)}>
        <Icon size={17} aria-hidden="true" />
        <span role="status" className={styles.words}>
          {wordsOf(pen)}
        </span>
        <span className={styles.acts}>
          {pen.actions.includes('take') && (
            <Button size="s" busy={sending.busy} onClick={() => void takeIt()}>
              Nhận quyền ghi
            </Button>
          )}
          {pen.actions.includes('hand-over') && pen.others.length > 0 && (
            <Button size="s" onClick={() => setAsking('hand-over')}>
              Chuyển quyền ghi
            </Button>
          )}
          {pen.actions.includes('release') && (
            <Button size="s" kind="quiet" onClick={() => setAsking('release')}>
              {pen.holder?.mine ? 'Thôi giữ' : 'Thu lại'}
            </Button>
          )}
        </span>
      </div>
      <Problem of={sending} />
      {asking === 'hand-over' && <HandOver inspectionId={inspectionId} pen={pen} onClose={() => setAsking(null)} />}
      {asking === 'release' && <Release inspectionId={inspectionId} pen={pen} onClose={() => setAsking(null)} />}
    </Stack>
  )
}

function wordsOf({ holder }: PenView): string {
  if (!holder) return 'Chưa ai giữ quyền ghi biên bản'
  const since = `từ ${formatInstant(holder.since)}`
  return holder.mine ? `Bạn đang giữ quyền ghi biên bản, ${since}` : `${holder.fullName} đang ghi biên bản, ${since}`
}

interface Asking {
  inspectionId: string
  pen: PenView
  onClose: () => void
}

function HandOver({ inspectionId, pen, onClose }: Asking) {
  const [to, setTo] = useState(pen.others[0]!.personId)
  const options = pen.others.map(({ personId, fullName, post }) => ({
    value: personId,
    label: [fullName, post].filter(Boolean).join(', '),
  }))
  return (
    <ConfirmDialog
      title="Chuyển quyền ghi biên bản"
      confirmLabel="Chuyển quyền ghi"
      onConfirm={() => handOver(inspectionId, to)}
      onClose={onClose}
    >
      <Stack gap={3}>
        <p>Người nhận ghi tiếp nội dung biên bản; bạn vẫn ghi phát hiện và số liệu của lĩnh vực mình.</p>
        <SelectField label="Người nhận" options={options} value={to} onChange={setTo} />
      </Stack>
    </ConfirmDialog>
  )
}

function Release({ inspectionId, pen, onClose }: Asking) {
  const isMine = pen.holder?.mine === true
  return (
    <ConfirmDialog
      title={isMine ? 'Thôi giữ quyền ghi biên bản?' : 'Thu lại quyền ghi biên bản?'}
      confirmLabel={isMine ? 'Thôi giữ' : 'Thu lại quyền ghi'}
      {...(isMine ? {} : { reasonLabel: 'Lý do thu lại' })}
      onConfirm={(reason) => giveWay(inspectionId, reason)}
      onClose={onClose}
    >
      <p>
        {isMine
          ? 'Sau đó ai trong Đoàn cũng nhận được quyền ghi.'
          : `${pen.holder?.fullName} không ghi tiếp được nữa. Nội dung người này ghi khi không có mạng mà chưa gửi vẫn nằm trên thiết bị của họ.`}
      </p>
    </ConfirmDialog>
  )
}
