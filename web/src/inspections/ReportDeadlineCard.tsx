import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { chipsOf } from '../platform/counted-days.ts'
import { Card } from '../ui/Card.tsx'
import { Stack } from '../ui/Layout.tsx'
import { WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'
import styles from './InspectionPage.module.css'

/** When the unit's report is due, and the very days that were counted. */
export function ReportDeadlineCard({ inspection }: { inspection: InspectionView }) {
  const { reportDueOn, why, leadWorkingDays } = inspection
  return (
    <Card title="Hạn gửi báo cáo">
      {reportDueOn ? (
        <Stack gap={2}>
          <span className={styles.due}>{upperFirst(formatDateWithWeekday(reportDueOn))}</span>
          <WorkingDayStrip
            label="Các ngày đã đếm"
            days={chipsOf(inspection.counted, reportDueOn, inspection.visitOn)}
          />
          {why && <p className={styles.small}>{why}</p>}
        </Stack>
      ) : (
        <p className={styles.quiet}>
          Hạn được tính khi có ngày kiểm tra: trước buổi kiểm tra ít nhất {leadWorkingDays} ngày làm việc.
        </p>
      )}
    </Card>
  )
}
