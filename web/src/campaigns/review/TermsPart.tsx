import type { Source } from '@cchc/domain/campaigns/decision/proposal.ts'
import { addWorkingDays, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { calendarDaysQuery } from '../../calendar/data.ts'
import { readNumber, writeNumber } from '../../platform/number-reading.ts'
import { Card } from '../../ui/Card.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Message } from '../../ui/Message.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { stillNeeded } from './DecisionPart.tsx'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { Place, ReadFrom } from './Place.tsx'
import { useReview } from './use-review.ts'

type DateKey = 'periodFrom' | 'periodTo' | 'dataFrom'
type DaysKey = 'leadWorkingDays' | 'conclusionWorkingDays' | 'remedyWorkingDays'

/** The season's period and the three terms that deadlines are counted by; two of them no paper fixes. */
export function TermsPart() {
  const { plan, view } = useReview()
  const { proposal } = view
  const isTurned = plan.periodFrom && plan.periodTo && plan.periodTo < plan.periodFrom
  return (
    <Card id={partId('period')} title={partNames.period} className={styles.part}>
      <div className={styles.grid}>
        <DatePlace area="periodFrom" label="Bắt đầu kiểm tra" source={proposal.period} />
        <DatePlace
          area="periodTo"
          label="Kết thúc kiểm tra"
          source={proposal.period}
          error={isTurned && 'Ngày kết thúc sớm hơn ngày bắt đầu. Sửa một trong hai ngày.'}
        />
        <DatePlace area="dataFrom" label="Số liệu báo cáo tính từ" source={proposal.dataFrom} />
        <DaysPlace
          area="leadWorkingDays"
          label="Gửi báo cáo trước khi kiểm tra ít nhất"
          limits={[0, 60]}
          source={proposal.leadWorkingDays}
        />
      </div>
      <div className={styles.unfixed}>
        <Message kind="note" lead="Hai thời hạn dưới đây không văn bản nào ấn định.">
          Kế hoạch kiểm tra giao việc ban hành kết luận và khắc phục nhưng không nêu số ngày. Nhập theo quy chế làm việc
          hoặc thống nhất của Đoàn; phần mềm dùng để đếm hạn, mỗi kiến nghị vẫn đặt được hạn riêng.
        </Message>
        <div className={styles.grid}>
          <DaysPlace
            area="conclusionWorkingDays"
            label="Ban hành kết luận sau khi kiểm tra, trong"
            limits={[1, 120]}
            source={null}
          />
          <DaysPlace area="remedyWorkingDays" label="Đơn vị khắc phục, trong" limits={[1, 120]} source={null} />
        </div>
      </div>
      <Example />
    </Card>
  )
}

function DatePlace({
  area,
  label,
  source,
  error,
}: {
  area: DateKey
  label: string
  source: Source | null
  error?: ReactNode
}) {
  const { plan, change } = useReview()
  const isOpen = plan[area] === null
  return (
    <Place source={source} open={isOpen}>
      <DateField
        label={label}
        value={plan[area]}
        onChange={(date) => change({ [area]: date })}
        error={error}
        hint={<ReadFrom source={source} />}
        below={isOpen && stillNeeded}
      />
    </Place>
  )
}

interface DaysPlaceProps {
  area: DaysKey
  label: string
  limits: readonly [number, number]
  source: Source | null
}

function DaysPlace({ area, label, limits: [least, most], source }: DaysPlaceProps) {
  const { plan, change } = useReview()
  const [wrong, setWrong] = useState('')
  const isOpen = plan[area] === null
  return (
    <Place source={source} open={isOpen} className={styles.whole}>
      <NumberField
        label={label}
        line
        unit="ngày làm việc"
        value={plan[area]}
        read={readNumber}
        write={writeNumber}
        error={wrong}
        hint={<ReadFrom source={source} otherwise="Người rà soát tự nhập." />}
        below={isOpen && stillNeeded}
        onCommit={(days) => {
          const fits = days === null || (Number.isInteger(days) && days >= least && days <= most)
          setWrong(
            fits ? '' : `Số ngày làm việc là số nguyên từ ${least} đến ${most}. Bạn vừa nhập ${writeNumber(days)}.`,
          )
          if (fits) change({ [area]: days })
        }}
      />
    </Place>
  )
}

/** What the terms come to for a visit on the first day of the season, so that a wrong figure is seen at once. */
function Example() {
  const { periodFrom, leadWorkingDays, conclusionWorkingDays } = useReview().plan
  const { data } = useQuery(calendarDaysQuery)
  if (!data || !periodFrom || leadWorkingDays === null) return null
  const visitOn = addWorkingDays(periodFrom, leadWorkingDays + 5, data.days)
  const { dueOn } = nthWorkingDayBefore(visitOn, leadWorkingDays, data.days)
  return (
    <p className={styles.example}>
      Ví dụ: kiểm tra {formatDate(visitOn)} thì báo cáo gửi chậm nhất {formatDate(dueOn)}
      {conclusionWorkingDays !== null &&
        `, kết luận ban hành chậm nhất ${formatDate(addWorkingDays(visitOn, conclusionWorkingDays, data.days))}`}
      .
    </p>
  )
}
