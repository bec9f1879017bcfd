import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { useQuery } from '@tanstack/react-query'
import { useCampaignId } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { Columns } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CoverageCard } from './CoverageCard.tsx'
import { homeQuery } from './data.ts'
import { InspectionTable } from './InspectionTable.tsx'
import { TasksCard } from './TasksCard.tsx'

/** Bàn điều hành: what needs me today, how far the campaign has come, and every unit with its stage and its year. */
export default function HomePage() {
  const { data, error } = useQuery(homeQuery(useCampaignId() ?? ''))
  if (error && !data) throw error
  if (!data) {
    return (
      <Page title="Bàn điều hành" subtitle="Đang tải…">
        <Columns at="3fr 2fr" stretch>
          <Card>
            <Skeleton lines={5} />
          </Card>
          <Card>
            <Skeleton lines={5} />
          </Card>
        </Columns>
        <Card>
          <Skeleton lines={10} />
        </Card>
      </Page>
    )
  }
  const left =
    data.workingDaysLeft > 0
      ? `còn ${data.workingDaysLeft} ngày làm việc đến hết đợt kiểm tra (${formatDate(data.periodTo)})`
      : `đợt kiểm tra kết thúc ngày ${formatDate(data.periodTo)}`
  return (
    <Page title="Bàn điều hành" subtitle={`${upperFirst(formatDateWithWeekday(data.today))} · ${left}`}>
      <Columns at="minmax(0, 3fr) minmax(0, 2fr)" stretch>
        <TasksCard tasks={data.tasks} />
        <CoverageCard home={data} />
      </Columns>
      <InspectionTable
        rows={data.inspections}
        season={{ from: data.periodFrom, to: data.periodTo, today: data.today }}
      />
    </Page>
  )
}
