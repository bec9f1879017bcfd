import { formatDate } from '@cchc/domain/formats/dates.ts'
import { formatNumber, formatPercent } from '@cchc/domain/formats/numbers.ts'
import { extensionStateNames } from '@cchc/domain/self-reports/extension-contract.ts'
import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { Link } from '@tanstack/react-router'
import { Card } from '../ui/Card.tsx'
import { CoverageBar } from '../ui/Figures.tsx'
import { Stack } from '../ui/Layout.tsx'
import styles from './Synthesis.module.css'
import { UnitsTable } from './UnitsTable.tsx'

/** How far the season has come: coverage, reports, recommendations, and every unit's line. */
export function OverviewPart({ view }: { view: SynthesisView }) {
  return (
    <Stack>
      <div className={styles.cards}>
        <CoverageCard view={view} />
        <ReportsCard view={view} />
        <RecommendationsCard view={view} />
      </div>
      {view.thematic.registered > 0 && <ThematicCard view={view} />}
      <UnitsTable units={view.units} />
    </Stack>
  )
}

function CoverageCard({ view: { coverage, beyondPlan } }: { view: SynthesisView }) {
  const sum = (key: 'done' | 'planned' | 'all') => coverage.reduce((total, block) => total + block[key], 0)
  const beyond = [
    ...(beyondPlan.unannounced > 0 ? [`${beyondPlan.unannounced} cuộc đột xuất`] : []),
    ...(beyondPlan.thematic > 0 ? [`${beyondPlan.thematic} cuộc chuyên đề`] : []),
  ]
  return (
    <Card title="Độ phủ theo khối" aside="đã kiểm tra / kế hoạch">
      <div className={styles.bars}>
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
        <p className={styles.note}>
          Kế hoạch {sum('planned')} trên {sum('all')} đơn vị của toàn thành phố ({share(sum('planned'), sum('all'))});
          đã kiểm tra {share(sum('done'), sum('planned'))} kế hoạch.
          {beyond.length > 0 && ` Ngoài kế hoạch: ${beyond.join(', ')}.`}
        </p>
      </div>
    </Card>
  )
}

/** The departments' own inspections: how many disturbances the common visits saved, and each exception by name. */
function ThematicCard({ view: { thematic } }: { view: SynthesisView }) {
  const { registered, waiting, merged, mergedMade, separate, separateMade, exceptions } = thematic
  return (
    <Card title="Kiểm tra chuyên đề" aside={`${registered} cuộc đăng ký`}>
      <div className={styles.bars}>
        <CoverageBar
          label="Lồng ghép vào buổi chung"
          done={mergedMade}
          coming={merged}
          total={registered}
          figure={`${merged} cuộc, ${mergedMade} đã kiểm tra`}
        />
        <CoverageBar
          label="Kiểm tra riêng"
          done={separateMade}
          coming={separate}
          total={registered}
          figure={`${separate} cuộc, ${separateMade} đã kiểm tra`}
        />
        <p className={styles.note}>
          {waiting > 0 && `${waiting} cuộc chờ quyết định. `}
          {exceptions.length === 0
            ? 'Không có ngoại lệ: mỗi đơn vị chỉ được kiểm tra một lần trong năm.'
            : `${exceptions.length} ngoại lệ kiểm tra lần thứ hai trong năm:`}
        </p>
        {exceptions.length > 0 && (
          <ul className={styles.note}>
            {exceptions.map(({ inspectionId, unitName, agencyName, title, allowedBy, reason }) => (
              <li key={inspectionId}>
                {unitName} – {agencyName} ({title}); người cho phép: {allowedBy}; lý do: {reason}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function ReportsCard({ view: { reports, extensions } }: { view: SynthesisView }) {
  const { expected, onTime, late, missing } = reports
  return (
    <Card title="Báo cáo phục vụ kiểm tra" aside={`${expected} đơn vị đến hạn`}>
      <div className={styles.bars}>
        <CoverageBar label="Đúng hạn" tone="ok" done={onTime} total={expected} figure={counted(onTime, expected)} />
        <CoverageBar label="Gửi chậm" done={late} total={expected} figure={counted(late, expected)} />
        <CoverageBar label="Chưa gửi" tone="late" done={missing} total={expected} figure={counted(missing, expected)} />
        <p className={styles.note}>
          Đúng hạn, chậm tính theo ngày làm việc trước buổi kiểm tra của từng đơn vị.
          {extensions.rows.length > 0 &&
            ` Xin gia hạn: ${extensions.granted} được gia hạn, ${extensions.refused} không được, ${extensions.waiting} chờ quyết định.`}
          {extensions.corrections > 0 && ` ${extensions.corrections} lần sửa báo cáo sau khi gửi.`}
        </p>
        {extensions.rows.length > 0 && (
          <ul className={styles.note}>
            {extensions.rows.map(
              ({ inspectionId, unitName, dueOn, grantedTo, state, decidedBy, reason, askedLate }, at) => (
                <li key={`${inspectionId} ${at}`}>
                  {unitName}:{' '}
                  {grantedTo
                    ? `gia hạn từ ${formatDate(dueOn)} đến ${formatDate(grantedTo)}`
                    : extensionStateNames[state].toLocaleLowerCase('vi')}
                  {decidedBy && `; người quyết định: ${decidedBy}`}; lý do xin{askedLate && ' (sau hạn)'}: {reason}
                </li>
              ),
            )}
          </ul>
        )}
      </div>
    </Card>
  )
}

function RecommendationsCard({ view: { recommendations } }: { view: SynthesisView }) {
  const { total, verified, remedied, open, overdue, extended } = recommendations
  const bars = [
    { label: 'Đã khắc phục', tone: 'ok', count: verified, standing: 'verified' },
    { label: 'Chờ xác minh', tone: 'sea', count: remedied, standing: 'remedied' },
    { label: 'Đang thực hiện', tone: 'sea', count: open, standing: 'owed' },
    { label: 'Trong đó quá hạn', tone: 'late', count: overdue, standing: 'overdue' },
  ] as const
  return (
    <Card
      title="Kiến nghị"
      aside={
        <Link to="/khac-phuc" className={styles.asideLink}>
          {total} kiến nghị{extended > 0 && `, ${extended} được gia hạn`}
        </Link>
      }
    >
      <div className={styles.bars}>
        {bars.map(({ label, tone, count, standing }) => (
          <CoverageBar
            key={label}
            label={
              <Link to="/khac-phuc" search={{ 'loc.trang-thai': standing }}>
                {label}
              </Link>
            }
            tone={tone}
            done={count}
            total={total}
            figure={counted(count, total)}
          />
        ))}
      </div>
    </Card>
  )
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : formatPercent((part / whole) * 100, 1)
}

/** "12 (44,4%)". */
function counted(part: number, whole: number): string {
  return whole === 0 ? formatNumber(part) : `${formatNumber(part)} (${share(part, whole)})`
}
