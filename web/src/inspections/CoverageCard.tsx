import type { Reply } from '@cchc/domain/endpoint.ts'
import type { getHome } from '@cchc/domain/inspections/contract.ts'
import { Card } from '../ui/Card.tsx'
import { CoverageBar } from '../ui/Figures.tsx'
import styles from './HomePage.module.css'

/** How much of the campaign is done, by block, and how well reports and recommendations keep their time. */
export function CoverageCard({ home }: { home: Reply<typeof getHome> }) {
  const { coverage, reports, recommendations } = home
  const share = coverage.map(({ block, planned, all }) => `${planned}/${all} ${block.toLocaleLowerCase('vi')}`)
  return (
    <Card title="Độ phủ của đợt">
      <div className={styles.coverage}>
        {coverage.map(({ block, done, planned }) => (
          <CoverageBar
            key={block}
            label={block}
            done={done}
            coming={planned}
            total={planned}
            figure={`${done} / ${planned}`}
          />
        ))}
        <hr className={styles.rule} />
        <CoverageBar
          label="Báo cáo đúng hạn"
          tone="ok"
          done={reports.onTime}
          total={reports.due}
          figure={`${reports.onTime} / ${reports.due}`}
        />
        <CoverageBar
          label="Kiến nghị đã xong"
          tone="ok"
          done={recommendations.done}
          total={recommendations.total}
          figure={`${recommendations.done} / ${recommendations.total}`}
        />
        <p className={styles.note}>Kế hoạch kiểm tra {share.join(', ')}.</p>
      </div>
    </Card>
  )
}
