import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './SelfReport.module.css'

/** The shape of the page while the report is on its way. */
export function ReportSkeleton({ title }: { title: string }) {
  return (
    <Page title={title} subtitle="Đang tải…">
      <div className={styles.desk}>
        <Card className={styles.left}>
          <Skeleton lines={9} />
        </Card>
        <Card>
          <Skeleton lines={12} label="Đang tải báo cáo" />
        </Card>
        <Card>
          <Skeleton lines={4} />
        </Card>
      </div>
    </Page>
  )
}
