import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Card } from '../ui/Card.tsx'
import { EarlierList } from './EarlierList.tsx'

/** What earlier years left open, beside this campaign's own list. */
export function CarriedCard({ rows, own }: { rows: readonly RecommendationView[]; own: boolean }) {
  if (rows.length === 0) return null
  return (
    <Card title="Chuyển từ năm trước sang" aside={`${rows.length} kiến nghị còn mở`}>
      <EarlierList
        rows={rows}
        about={({ unitName, year, dueOn }) => `${own ? '' : `${unitName} · `}năm ${year} · hạn ${formatDate(dueOn)}`}
      />
    </Card>
  )
}
