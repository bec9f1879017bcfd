import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import { useState } from 'react'
import { Card } from '../../ui/Card.tsx'
import { RadioField } from '../../ui/ChoiceFields.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { toast } from '../../ui/toasts.ts'
import { useUnitOptions } from '../unit-options.ts'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { UnitRow } from './UnitRow.tsx'
import { useReview } from './use-review.ts'

type PlannedUnit = CampaignPlan['units'][number]

/** Whether a person must still say which unit of the catalogue a line means. */
const isOpen = ({ confirmed, unitCode }: PlannedUnit) => !confirmed || unitCode === null

/** Every unit of the paper's list beside the catalogue's; a doubtful one is chosen by a person, never taken as read. */
export function UnitsPart() {
  const { plan, change } = useReview()
  const options = useUnitOptions()
  const [shown, setShown] = useState('all')
  const open = plan.units.filter(isOpen)
  const seen = plan.units.map((unit, at) => ({ unit, at })).filter(({ unit }) => shown === 'all' || isOpen(unit))
  const taken = new Set(plan.units.map(({ unitCode }) => unitCode))

  const set = (at: number, unit: PlannedUnit) =>
    change({ units: plan.units.map((each, place) => (place === at ? unit : each)) })
  const remove = (at: number) => {
    const before = plan.units
    change({ units: before.filter((_, place) => place !== at) })
    toast({
      tone: 'note',
      text: `Đã bỏ “${before[at]?.text}” khỏi danh sách.`,
      undo: { label: 'Hoàn tác', run: () => change({ units: before }) },
    })
  }

  return (
    <Card
      id={partId('units')}
      title={`${partNames.units} (${plan.units.length})`}
      className={styles.part}
      aside={
        <RadioField
          label="Hiện đơn vị"
          look="segments"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: 'Tất cả' },
            { value: 'open', label: `Cần xem (${open.length})` },
          ]}
        />
      }
    >
      {seen.length === 0 && (
        <p className={styles.about}>
          {shown === 'open' && plan.units.length > 0
            ? 'Mọi đơn vị đã được xác nhận trong danh mục.'
            : 'Chưa có đơn vị nào. Thêm đơn vị bằng ô bên dưới.'}
        </p>
      )}
      <ol className={styles.units}>
        {seen.map(({ unit, at }) => (
          <UnitRow
            key={`${unit.line} ${unit.text}`}
            unit={unit}
            ordinal={at + 1}
            isTwin={plan.units.some(
              (each, place) => place < at && each.unitCode !== null && each.unitCode === unit.unitCode,
            )}
            options={options}
            onChange={(changed) => set(at, changed)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <div className={styles.addUnit}>
        <ComboField
          label="Thêm đơn vị từ danh mục"
          value={null}
          onChange={(unitCode) => {
            const text = options.find(({ value }) => value === unitCode)?.label
            if (unitCode && text) change({ units: [...plan.units, { line: null, text, unitCode, confirmed: true }] })
          }}
          options={options.filter(({ value }) => !taken.has(value))}
          placeholder="Gõ tên, có dấu hoặc không dấu"
        />
      </div>
    </Card>
  )
}
