import { addDays, weekday } from '@cchc/domain/dates/calendar-date.ts'
import { downloadTransportPaper } from '@cchc/domain/logistics/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { LivePaper } from '../documents/LivePaper.tsx'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { transportPaperQuery } from './data.ts'
import styles from './Logistics.module.css'

/** The plan of the vehicles of one day or of its week, as it will print. */
export function TransportPaperDialog({
  campaignId,
  days,
  day,
  onClose,
}: {
  campaignId: string
  days: readonly string[]
  /** The day that it opens with; else the next one that has a visit. */
  day?: string
  onClose: () => void
}) {
  const { today } = useSession()
  const [chosen, setChosen] = useState(day ?? days.find((one) => one >= today) ?? days.at(-1) ?? today)
  const [span, setSpan] = useState(day ? 'day' : 'week')
  const monday = addDays(chosen, 1 - weekday(chosen))
  const [from, to] = span === 'day' ? [chosen, chosen] : [monday, addDays(monday, 6)]
  const query = useQuery({ ...transportPaperQuery(campaignId, from, to), placeholderData: (before) => before })
  return (
    <Dialog
      title="Lịch xe để in"
      look="wide"
      onClose={onClose}
      actions={
        <DownloadPaper
          kind="primary"
          fetchFile={(format) => call(downloadTransportPaper, { params: { campaignId }, query: { from, to, format } })}
        />
      }
    >
      <div className={styles.printing}>
        <DateField label="Ngày" value={chosen} onChange={(date) => date && setChosen(date)} />
        <RadioField
          label="Khoảng thời gian"
          look="segments"
          value={span}
          onChange={setSpan}
          options={[
            { value: 'day', label: 'Ngày này' },
            { value: 'week', label: 'Cả tuần' },
          ]}
        />
      </div>
      <LivePaper query={query} />
    </Dialog>
  )
}
