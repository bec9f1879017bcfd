import { formatMoney } from '@cchc/domain/formats/numbers.ts'
import type { LedgerView } from '@cchc/domain/logistics/ledger-contract.ts'
import { Card } from '../ui/Card.tsx'
import styles from './Logistics.module.css'

/** What was spent month by month, by line. */
export function MonthsCard({ ledger: { lines, months, totals } }: { ledger: LedgerView }) {
  const spentIn = (month: LedgerView['months'][number], budgetLineId: string) =>
    month.byLine.find((line) => line.budgetLineId === budgetLineId)?.spent
  return (
    <Card title="Đã chi theo tháng" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too */}
      <section className={styles.months} aria-label="Bảng chi theo tháng" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Dòng kinh phí</th>
              {months.map(({ month }) => (
                <th key={month} scope="col" className={styles.end}>
                  {month.slice(5)}/{month.slice(0, 4)}
                </th>
              ))}
              <th scope="col" className={styles.end}>
                Cộng
              </th>
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ budgetLineId }) => months.some((month) => spentIn(month, budgetLineId) !== undefined))
              .map(({ budgetLineId, code, name, spent }) => (
                <tr key={budgetLineId}>
                  <th scope="row">
                    {code} {name}
                  </th>
                  {months.map((month) => {
                    const amount = spentIn(month, budgetLineId)
                    return (
                      <td key={month.month} className={styles.end}>
                        {amount === undefined ? '–' : formatMoney(amount)}
                      </td>
                    )
                  })}
                  <td className={styles.end}>{formatMoney(spent)}</td>
                </tr>
              ))}
            <tr>
              <th scope="row">
                <strong>Cộng</strong>
              </th>
              {months.map(({ month, spent }) => (
                <td key={month} className={styles.end}>
                  <strong>{formatMoney(spent)}</strong>
                </td>
              ))}
              <td className={styles.end}>
                <strong>{formatMoney(totals.spent)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      </section>
    </Card>
  )
}
