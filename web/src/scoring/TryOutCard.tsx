import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { maximaOf } from '@cchc/domain/scoring/give-points.ts'
import { formatPoints, sumPoints } from '@cchc/domain/scoring/points.ts'
import { figureOriginNames } from '@cchc/domain/scoring/scored-figure.ts'
import { criteriaOf, type ScoringSheet, sheetFor } from '@cchc/domain/scoring/sheet.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { workOut } from '@cchc/domain/scoring/work-out.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import styles from './Sheets.module.css'
import { scoringFiguresQuery } from './sheet-data.ts'

/** What the sheet would give a unit on its figures as they are now; changes nothing. */
export function TryOutCard({ view, sheet, campaignId }: { view: SheetView; sheet: ScoringSheet; campaignId: string }) {
  const { data, error } = useQuery(scoringFiguresQuery(campaignId))
  const [chosen, setChosen] = useState('')
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const unit = data.units.find(({ inspectionId }) => inspectionId === chosen) ?? data.units[0]
  if (!unit)
    return (
      <Card>
        <EmptyState title="Chưa có báo cáo nào để thử">
          Khi có đơn vị gửi báo cáo, chọn đơn vị ở đây để xem phiếu cho bao nhiêu điểm trên số liệu thật.
        </EmptyState>
      </Card>
    )
  const own = sheetFor(sheet, unit.unitKind === 'commune' ? 'commune' : 'department')
  const figures = new Map(unit.figures.map((figure) => [figure.itemKey, figure]))
  const rows = criteriaOf(own).map(({ criterion }) => ({
    criterion,
    basis: workOut(criterion, view.outline, figures, { reportVersion: null, minutesVersion: null }),
  }))
  const counted = rows.flatMap(({ basis }) => basis?.points ?? [])
  return (
    <Card title="Thử trên báo cáo thật">
      <SelectField
        label="Đơn vị"
        value={unit.inspectionId}
        onChange={setChosen}
        options={data.units.map(({ inspectionId, unitName }) => ({ value: inspectionId, label: unitName }))}
      />
      <ul className={styles.paper}>
        {rows.map(({ criterion, basis }) => (
          <li key={criterion.key}>
            <div className={styles.line}>
              <b>{criterion.label || criterion.key}</b>
              <span>
                {basis ? formatPoints(basis.points) : 'người chấm'} / {formatPoints(criterion.maximum)}
              </span>
            </div>
            {basis && (
              <span className={styles.quiet}>
                {basis.missing.length > 0
                  ? `Chưa có số liệu: ${basis.missing.join('; ')}`
                  : basis.value === null
                    ? 'Biểu thức chưa tính được'
                    : `Giá trị ${formatNumber(basis.value, 4)} (${[...new Set(basis.figures.map(({ origin }) => figureOriginNames[origin]))].join(', ')})`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        Theo số liệu: {formatPoints(sumPoints(counted))} điểm từ {counted.length}/{rows.length} tiêu chí; tối đa của
        phiếu {formatPoints(maximaOf(own).total)}
      </p>
    </Card>
  )
}
