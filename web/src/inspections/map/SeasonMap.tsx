import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../platform/refusal.ts'
import { Card } from '../../ui/Card.tsx'
import { Message } from '../../ui/Message.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { boundariesQuery, placesQuery } from './data.ts'
import styles from './Map.module.css'
import { MapPicture } from './MapPicture.tsx'
import { MapUnits } from './MapUnits.tsx'
import { mapGroupNames, mapGroupOf, mapGroupSigns, mapGroups } from './map-groups.ts'
import { RouteOfDay } from './RouteOfDay.tsx'
import { routesOf, visitDays } from './route.ts'

interface Props {
  campaignId: string
  rows: readonly InspectionRow[]
  today: string
  /** The visit that the board shows. */
  chosen: string | null
  onChoose: (inspectionId: string | null) => void
  /** Brings a day into sight on the board. */
  onShow: (date: string) => void
}

/** The season on the map: units by where they stand, the route of a day, and the same as a list that can be searched. */
export default function SeasonMap({ campaignId, rows, today, chosen, onChoose, onShow }: Props) {
  const boundaries = useQuery(boundariesQuery)
  const places = useQuery(placesQuery(campaignId))
  const [askedDay, setDay] = useState<string | null>(null)
  const error = boundaries.error ?? places.error
  if (error)
    return (
      <Card title="Bản đồ">
        <Message kind="error">{sentenceOf(error)}</Message>
      </Card>
    )
  if (!boundaries.data || !places.data)
    return (
      <Card title="Bản đồ">
        <Skeleton lines={10} label="Đang mở bản đồ" />
      </Card>
    )
  const { office, roadFactor, units } = places.data
  const placeOf = new Map(units.map(({ unitCode, ...place }) => [unitCode, place]))
  const days = visitDays(rows)
  const chosenRow = rows.find(({ inspectionId }) => inspectionId === chosen)
  // The day of the visit that is looked at; else the one asked for, else the next that holds a visit.
  const day =
    (askedDay && days.includes(askedDay) ? askedDay : null) ?? days.find((each) => each >= today) ?? days.at(-1) ?? null
  const routes = day && office ? routesOf(day, rows, office, placeOf, roadFactor) : []
  const choose = (row: InspectionRow) => {
    onChoose(row.inspectionId)
    if (!row.visitOn) return
    onShow(row.visitOn)
    setDay(row.visitOn)
    requestAnimationFrame(() =>
      document.querySelector(`[data-chip="${row.inspectionId}"]`)?.scrollIntoView({ block: 'nearest' }),
    )
  }
  return (
    <Card title="Bản đồ" flush className={styles.card}>
      <MapPicture
        boundaries={boundaries.data.features}
        rows={rows}
        office={office}
        places={placeOf}
        routes={routes}
        chosen={chosenRow ?? null}
        onChoose={choose}
      />
      {day && office && <RouteOfDay day={day} days={days} routes={routes} officeName={office.name} onDay={setDay} />}
      <ul className={styles.legend} aria-label="Chú giải">
        {mapGroups
          .filter((group) => rows.some((row) => mapGroupOf(row) === group))
          .map((group) => (
            <li key={group}>
              <span className={styles.swatch} data-group={group} aria-hidden="true">
                {mapGroupSigns[group]}
              </span>
              {mapGroupNames[group]}
            </li>
          ))}
        <li>
          <span className={styles.swatch} aria-hidden="true" />
          Không kiểm tra đợt này
        </li>
      </ul>
      <p className={styles.credit}>
        Ranh giới tham khảo: sapnhap.bando.com.vn, qua thanglequoc/vietnamese-provinces-database, MIT; chỉ để tham khảo,
        không phải ranh giới pháp lý.
      </p>
      <MapUnits rows={rows} chosen={chosen} onPoint={onChoose} onChoose={choose} />
    </Card>
  )
}
