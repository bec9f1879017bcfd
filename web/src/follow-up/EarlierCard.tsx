import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../ui/Card.tsx'
import { EarlierList } from './EarlierList.tsx'
import { earlierQuery } from './oversight-data.ts'

/** Before and during a visit: what earlier years asked of this unit and is still open. Nothing where there is none. */
export function EarlierCard({ inspectionId }: { inspectionId: string }) {
  const { data } = useQuery(earlierQuery(inspectionId))
  if (!data || data.recommendations.length === 0) return null
  return (
    <Card title="Kiến nghị năm trước còn mở" aside={`${data.recommendations.length} kiến nghị`}>
      <EarlierList
        rows={data.recommendations}
        about={({ year, dueOn, fieldName }) => `năm ${year} · hạn ${formatDate(dueOn)} · ${fieldName}`}
      />
    </Card>
  )
}
