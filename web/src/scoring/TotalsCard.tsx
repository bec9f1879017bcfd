import { formatPoints } from '@cchc/domain/scoring/points.ts'
import type { ScoringTotals, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import { Card } from '../ui/Card.tsx'
import styles from './Scoring.module.css'

type Sum = Exclude<keyof ScoringTotals, 'maximum'>
const names: Record<Sum, string> = {
  computed: 'Theo số liệu',
  self: 'Tự chấm',
  team: 'Đoàn chấm',
  agreed: 'Thống nhất',
}

/** Sums by group and together, as far as there are any. */
export function TotalsCard({ view }: { view: UnitScoring }) {
  // Before they are settled the agreed points are but a few criteria's, and no sum.
  const sums = (Object.keys(names) as Sum[]).filter(
    (sum) => view.totals[sum] !== null && (sum !== 'agreed' || view.state === 'agreed'),
  )
  return (
    <Card flush>
      <h2 className="hidden-visually">Tổng điểm</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus */}
      <section className={styles.scroll} tabIndex={0} aria-label="Tổng điểm theo nhóm">
        <table className={styles.totals}>
          <thead>
            <tr>
              <th scope="col">Nhóm</th>
              {sums.map((sum) => (
                <th key={sum} scope="col">
                  {names[sum]}
                </th>
              ))}
              <th scope="col">Tối đa</th>
            </tr>
          </thead>
          <tbody>
            {view.groups.map(({ key, title, totals }) => (
              <Line key={key} name={title} totals={totals} sums={sums} />
            ))}
          </tbody>
          <tfoot>
            <Line name="Tổng cộng" totals={view.totals} sums={sums} />
          </tfoot>
        </table>
      </section>
    </Card>
  )
}

function Line({ name, totals, sums }: { name: string; totals: ScoringTotals; sums: readonly Sum[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {sums.map((sum) => (
        <td key={sum}>{formatPoints(totals[sum])}</td>
      ))}
      <td>{formatPoints(totals.maximum)}</td>
    </tr>
  )
}
