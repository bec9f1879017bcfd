import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import type { Place } from '@cchc/domain/units/distance.ts'
import { IconMinus, IconPlus, IconZoomReset } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { IconButton } from '../../ui/Button.tsx'
import { apart, type Boundary, boundsOf, pathOf, projection } from './geometry.ts'
import styles from './Map.module.css'
import { mapGroupNames, mapGroupOf, mapGroupSigns } from './map-groups.ts'
import type { DayRoute } from './route.ts'
import { useViewpoint } from './use-viewpoint.ts'
import { wholePicture, zoomed } from './viewpoint.ts'

const size = { width: 400, height: 258 }
const frame = { x: 8, y: 8, width: 384, height: 242 }
/** Upper right, where the mainland leaves room; the island itself lies far to the south-east. */
const inset = { x: 322, y: 24, width: 66, height: 46 }

interface Props {
  boundaries: readonly Boundary[]
  rows: readonly InspectionRow[]
  office: (Place & { name: string }) | null
  places: ReadonlyMap<string, Place>
  routes: readonly DayRoute[]
  chosen: InspectionRow | null
  onChoose: (row: InspectionRow) => void
}

/** The drawn map. Its list twin says the same in words, so a screen reader is given the list. */
export function MapPicture({ boundaries, rows, office, places, routes, chosen, onChoose }: Props) {
  const drawn = useMemo(() => draw(boundaries), [boundaries])
  const { view, setView, handlers, surface } = useViewpoint(size)
  const [pointed, setPointed] = useState<string | null>(null)
  const rowOf = new Map(rows.map((row) => [row.unitCode, row]))
  const named = pointed ?? chosen?.unitCode ?? null
  const name = drawn.shapes.find(({ code }) => code === named)
  const namedRow = named ? rowOf.get(named) : undefined
  const group = namedRow && mapGroupOf(namedRow)
  const middle = { x: view.x + size.width / view.scale / 2, y: view.y + size.height / view.scale / 2 }
  // What must keep its size on screen is drawn smaller the closer one looks.
  const unit = 1 / view.scale
  return (
    <div className={styles.picture}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move and zoom the picture, as its name says
        tabIndex={0}
        aria-label="Hình bản đồ. Phím mũi tên để dời, dấu cộng và trừ để phóng, số 0 để xem toàn cảnh"
        {...handlers}
      >
        <svg
          ref={surface}
          viewBox={`${view.x} ${view.y} ${size.width / view.scale} ${size.height / view.scale}`}
          className={styles.svg}
          data-zoomed={view.scale > 1 || undefined}
          aria-hidden="true"
        >
          {drawn.shapes.map(({ code, path }) => {
            const row = rowOf.get(code)
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the picture has a button for each
              <path
                key={code}
                d={path}
                className={styles.shape}
                data-group={(row && mapGroupOf(row)) ?? undefined}
                data-chosen={code === named || undefined}
                onPointerEnter={() => setPointed(code)}
                onPointerLeave={() => setPointed(null)}
                onClick={() => row && onChoose(row)}
              />
            )
          })}
          <rect {...inset} className={styles.inset} />
          {drawn.insetName && (
            <text x={inset.x + inset.width / 2} y={inset.y - 3} className={styles.insetName}>
              {drawn.insetName}
            </text>
          )}
          {name && <path d={name.path} className={styles.outline} />}
          {office &&
            routes.map((route) => {
              const stops = route.stops.map(({ row, place }) => drawn.project(row.unitCode, place))
              const start = drawn.project('', office)
              return (
                <g key={route.teamGroup} data-route={route.teamGroup}>
                  <polyline
                    className={styles.line}
                    points={[start, ...stops, start].map(({ x, y }) => `${x},${y}`).join(' ')}
                  />
                  {stops.map(({ x, y }, place) => (
                    <g key={route.stops[place]?.row.inspectionId} transform={`translate(${x} ${y}) scale(${unit})`}>
                      <circle r={7} className={styles.stop} />
                      <text className={styles.stopNumber} dy={3.4}>
                        {place + 1}
                      </text>
                    </g>
                  ))}
                </g>
              )
            })}
          {rows.map((row) => {
            const place = places.get(row.unitCode)
            const sign = mapGroupOf(row)
            const isStop = routes.some(({ stops }) => stops.some((stop) => stop.row === row))
            if (!place || !sign || isStop) return null
            const { x, y } = drawn.project(row.unitCode, place)
            return (
              <text
                key={row.inspectionId}
                transform={`translate(${x} ${y + 3.5 * unit}) scale(${unit})`}
                className={styles.sign}
                data-group={sign}
              >
                {mapGroupSigns[sign]}
              </text>
            )
          })}
          {office && <Office at={drawn.project('', office)} unit={unit} />}
        </svg>
      </section>
      <p className={styles.name} aria-hidden="true">
        {name ? (
          <>
            <strong>{namedRow?.unitName ?? name.name}</strong>
            {group ? `: ${mapGroupNames[group]}` : namedRow ? '' : ': không kiểm tra đợt này'}
          </>
        ) : (
          'Chỉ vào hoặc chọn một đơn vị để xem tên.'
        )}
      </p>
      <div className={styles.zoom}>
        <IconButton label="Phóng to" kind="plain" size="s" onClick={() => setView(zoomed(view, 1.5, middle, size))}>
          <IconPlus size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Thu nhỏ" kind="plain" size="s" onClick={() => setView(zoomed(view, 1 / 1.5, middle, size))}>
          <IconMinus size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Xem toàn cảnh" kind="plain" size="s" onClick={() => setView(wholePicture)}>
          <IconZoomReset size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}

function Office({ at: { x, y }, unit }: { at: { x: number; y: number }; unit: number }) {
  return (
    <rect
      x={-4}
      y={-4}
      width={8}
      height={8}
      transform={`translate(${x} ${y}) rotate(45) scale(${unit})`}
      className={styles.office}
    />
  )
}

const typeWords: Record<string, string> = { phường: 'Phường', xã: 'Xã', 'đặc khu': 'Đặc khu' }

/** The paths of all units and where a place lies among them; those far out are drawn in the inset at its own scale. */
function draw(boundaries: readonly Boundary[]) {
  const { near, far } = apart(boundaries)
  const onMap = projection(boundsOf(near), frame)
  const around = { x: inset.x + 14, y: inset.y + 10, width: inset.width - 28, height: inset.height - 20 }
  const inInset = far.length > 0 ? projection(boundsOf(far), around) : onMap
  const farCodes = new Set(far.map(({ properties }) => properties.code))
  return {
    shapes: boundaries.map((boundary) => {
      const { code, name, type } = boundary.properties
      return {
        code,
        name: `${typeWords[type] ?? ''} ${name}`.trim(),
        path: pathOf(boundary, farCodes.has(code) ? inInset : onMap),
      }
    }),
    insetName: far.map(({ properties }) => properties.name).join(', '),
    project: (code: string, place: Place) => (farCodes.has(code) ? inInset(place) : onMap(place)),
  }
}
