import { IconFilePlus, IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { inspectionQuery } from '../inspections/data.ts'
import { useMay } from '../platform/session.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useSending } from '../ui/use-sending.ts'
import { showingQuery } from './answer-data.ts'
import { BackLink } from './BackLink.tsx'
import styles from './Conclusions.module.css'
import { conclusionQuery, startDraft } from './data.ts'
import { OpenConclusion } from './OpenConclusion.tsx'
import { UnitDraft } from './UnitDraft.tsx'

/** The conclusion of one inspection: drafted from findings, reviewed, issued. */
export default function ConclusionPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(conclusionQuery(inspectionId))
  const isOfUnit = useMay('draft.answer')
  const shown = useQuery({ ...showingQuery(inspectionId), enabled: isOfUnit })
  const showing = isOfUnit ? shown.data?.showing : null
  if (error && !data) throw error
  if (!data || (isOfUnit && shown.isPending)) return <ConclusionSkeleton />
  if (showing && (!data.conclusion || !showing.closed)) return <UnitDraft key={showing.showingId} showing={showing} />
  if (data.conclusion) return <OpenConclusion key={data.conclusion.conclusionId} conclusion={data.conclusion} />
  return <NoConclusion inspectionId={inspectionId} mayDraft={data.mayDraft} />
}

function ConclusionSkeleton() {
  return (
    <Page title="Thông báo kết luận" subtitle="Đang tải…">
      <div className={styles.reading}>
        <Card>
          <Skeleton lines={8} />
        </Card>
        <Card>
          <Skeleton lines={18} />
        </Card>
      </div>
    </Page>
  )
}

function NoConclusion({ inspectionId, mayDraft }: { inspectionId: string; mayDraft: boolean }) {
  const { data: inspection } = useQuery(inspectionQuery(inspectionId))
  const sending = useSending()
  const reviews = useMay('conclusion.review')
  const draft = () =>
    sending.send(async () => {
      await startDraft(inspectionId)
    })
  return (
    <Page title={inspection ? `Kết luận kiểm tra ${inspection.unitName}` : 'Kết luận kiểm tra'} above={<BackLink />}>
      <Card>
        {mayDraft ? (
          <EmptyState
            icon={<IconFilePlus aria-hidden="true" />}
            title="Chưa có dự thảo kết luận"
            action={
              <>
                <Button kind="primary" busy={sending.busy} onClick={() => void draft()}>
                  Soạn dự thảo từ phát hiện
                </Button>
                <ButtonLink to="/ket-luan/$inspectionId/bang" params={{ inspectionId }}>
                  Xem bảng phát hiện trước
                </ButtonLink>
              </>
            }
          >
            Dự thảo được ghép từ biên bản, số liệu đã đối chiếu và các phát hiện đã ghi; mỗi tồn tại, hạn chế kèm một
            kiến nghị đề xuất. Mọi câu chữ sửa được trước khi trình.
          </EmptyState>
        ) : (
          <EmptyState
            icon={<IconHourglass aria-hidden="true" />}
            title={reviews ? 'Chưa có dự thảo kết luận' : 'Chưa có thông báo kết luận'}
            action={
              reviews && (
                <ButtonLink to="/buoi-kiem-tra/$inspectionId" params={{ inspectionId }}>
                  Xem buổi kiểm tra
                </ButtonLink>
              )
            }
          >
            {reviews
              ? 'Thư ký Đoàn soạn dự thảo sau khi buổi kiểm tra kết thúc và biên bản được khóa.'
              : `${inspection?.state === 'visited' ? 'Đoàn kiểm tra đang hoàn thiện kết luận.' : 'Kết luận có sau buổi kiểm tra.'} Khi được ban hành, thông báo hiện ở đây để đọc và tải về.`}
          </EmptyState>
        )}
        <Problem of={sending} lead="Chưa soạn được dự thảo." />
      </Card>
    </Page>
  )
}
