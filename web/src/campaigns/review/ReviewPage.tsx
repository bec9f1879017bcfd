import type { ReviewView } from '@cchc/domain/campaigns/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { reviewQuery } from '../data.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

/** Rà soát: a draft beside the paper it was read from, to be corrected, settled and issued. */
export default function ReviewPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const { data, error } = useQuery(reviewQuery(campaignId))
  if (error && !data) throw error
  if (data && data.state !== 'draft') return <Navigate to="/dot-kiem-tra/$campaignId" params={{ campaignId }} replace />
  return (
    <Page title="Rà soát quyết định" above={<Link to="/dot-kiem-tra">Đợt kiểm tra</Link>} subtitle={subtitleOf(data)}>
      {data ? (
        <ReviewDesk key={campaignId} view={data} />
      ) : (
        <Card>
          <Skeleton lines={12} />
        </Card>
      )}
    </Page>
  )
}

function subtitleOf(view: ReviewView | undefined) {
  if (!view) return 'Đang tải…'
  return `Sửa từng điều cho đúng với văn bản ${view.sourceFileName ?? ''}; bên trái là nguyên văn, chỗ vừa chọn được đánh dấu`
}
