import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { useState } from 'react'
import { matches } from '../../ui/fold.ts'
import { TextField } from '../../ui/TextFields.tsx'
import { slotInWords } from '../schedule-words.ts'
import styles from './Map.module.css'
import { mapGroupNames, mapGroupOf, mapGroupSigns } from './map-groups.ts'

interface Props {
  rows: readonly InspectionRow[]
  chosen: string | null
  onPoint: (inspectionId: string) => void
  onChoose: (row: InspectionRow) => void
}

/** The map as a list, for those who see no map or look for a name. */
export function MapUnits({ rows, chosen, onPoint, onChoose }: Props) {
  const [search, setSearch] = useState('')
  const seen = rows.filter((row) => mapGroupOf(row) !== null && matches(row.unitName, search))
  return (
    <section className={styles.units} aria-label="Các đơn vị trên bản đồ">
      <TextField
        label={<span className="hidden-visually">Tìm đơn vị trên bản đồ</span>}
        type="search"
        placeholder="Tìm đơn vị trên bản đồ…"
        value={search}
        onChange={setSearch}
      />
      <ul>
        {seen.map((row) => {
          const group = mapGroupOf(row)!
          return (
            <li key={row.inspectionId}>
              <button
                type="button"
                className={styles.unit}
                aria-pressed={chosen === row.inspectionId}
                onPointerEnter={() => onPoint(row.inspectionId)}
                onFocus={() => onPoint(row.inspectionId)}
                onClick={() => onChoose(row)}
              >
                <span className={styles.swatch} data-group={group} aria-hidden="true">
                  {mapGroupSigns[group]}
                </span>
                <span>
                  {row.unitName}
                  <small>
                    {mapGroupNames[group]}
                    {row.visitOn && `, ${slotInWords(row)}`}
                  </small>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {seen.length === 0 && <p>Không có đơn vị nào khớp với “{search}”.</p>}
    </section>
  )
}
