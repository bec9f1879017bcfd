import { formatNumber, formatPercent } from '@cchc/domain/formats/numbers.ts'
import type { ProposedPlan } from '@cchc/domain/scheduling/contract.ts'
import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import { MonthBars } from './MonthBars.tsx'
import styles from './Scheduling.module.css'

/** What the proposal is worth: proven gap, comparison with the schedule as it stands, months, what binds. */
export function PlanSummary({ plan }: { plan: ProposedPlan }) {
  const { proposed, bound, gap, seconds, binding, remarks } = plan
  return (
    <div className={styles.summary}>
      <Card title="Đề xuất" aside={`tính trong ${formatNumber(seconds, 1)} giây`}>
        <dl className={styles.figures}>
          <Fact name="Ngày đi">{formatNumber(proposed.cost.travelDays)}</Fact>
          <Fact name="Quãng đường">{formatNumber(proposed.cost.km, 0)} km</Fact>
          <Fact name="Tổng điểm">{formatNumber(proposed.cost.points, 1)}</Fact>
          <Fact name="Không thể dưới">{formatNumber(bound, 1)}</Fact>
        </dl>
        <p className={styles.proof}>
          {gap === 0
            ? 'Đã chứng minh: không có cách xếp nào ít điểm hơn.'
            : `Đã chứng minh: cách tốt nhất ít hơn nhiều nhất ${formatPercent(gap * 100, 2)}.`}
        </p>
        <h3 className={styles.small}>Điều kiện ràng buộc</h3>
        <ul className={styles.plain}>
          {binding.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {remarks.map((remark) => (
          <Message key={remark} kind="note">
            {remark}
          </Message>
        ))}
      </Card>
      <Comparison plan={plan} />
      <Card title="Số buổi từng tháng">
        <MonthBars months={plan.months} />
      </Card>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Comparison({ plan: { proposed, current } }: { plan: ProposedPlan }) {
  const rows: [string, string, string][] = [
    ['Chưa có lịch', `${current.unplaced} cuộc`, '0 cuộc'],
    ['Ngày đi', formatNumber(current.cost.travelDays), formatNumber(proposed.cost.travelDays)],
    ['Quãng đường', `${formatNumber(current.cost.km, 0)} km`, `${formatNumber(proposed.cost.km, 0)} km`],
    ['Buổi lệch tháng', formatNumber(current.cost.imbalance), formatNumber(proposed.cost.imbalance)],
    [
      'Hạn vào thứ Bảy làm bù',
      formatNumber(current.cost.swappedSaturdays),
      formatNumber(proposed.cost.swappedSaturdays),
    ],
    [
      'Điều kiện bị vi phạm',
      formatNumber(current.broken.length - current.unplaced),
      formatNumber(proposed.broken.length),
    ],
  ]
  const faults = current.broken.filter((sentence) => !sentence.endsWith('chưa có lịch.'))
  return (
    <Card title="So với lịch hiện nay">
      <table className={styles.compare}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">Tiêu chí</span>
            </th>
            <th scope="col">Hiện nay</th>
            <th scope="col">Đề xuất</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, now, then]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{now}</td>
              <td>{then}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > 0 && (
        <details className={styles.pins}>
          <summary>Lịch hiện nay vi phạm gì</summary>
          <ul className={styles.plain}>
            {faults.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
