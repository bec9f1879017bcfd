import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { IconLayoutGrid } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Heat.module.css'
import { HeatPanel } from './HeatPanel.tsx'

/** How many shortcomings are called what; the last word holds for all above. */
const levelWords = ['không', 'ít', 'vừa', 'nhiều'] as const
const levelOf = (shortcomings: number) => Math.min(shortcomings, levelWords.length - 1)

export interface HeatPlace {
  readonly inspectionId: string
  readonly fieldKey: string
}

/** Shortcomings by unit and field: a count, its word and a shade; each cell opens to what was found there. */
export function HeatPart({ view }: { view: SynthesisView }) {
  const [opened, setOpened] = useState<HeatPlace | null>(null)
  const { fields, rows } = view.heat
  if (rows.length === 0)
    return (
      <Card>
        <EmptyState icon={<IconLayoutGrid aria-hidden="true" />} title="Chưa có đơn vị nào được kiểm tra">
          Khi Đoàn ghi phát hiện tại buổi kiểm tra, bảng này cho thấy đơn vị nào còn tồn tại ở lĩnh vực nào.
        </EmptyState>
      </Card>
    )
  const countAt = (row: (typeof rows)[number], fieldKey: string) =>
    row.counts.find((cell) => cell.fieldKey === fieldKey) ?? { strengths: 0, shortcomings: 0 }
  const total = (counts: readonly { shortcomings: number }[]) =>
    counts.reduce((sum, { shortcomings }) => sum + shortcomings, 0)
  return (
    <Card flush>
      <Legend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus */}
      <section className={styles.scroll} tabIndex={0} aria-label="Tồn tại theo đơn vị và lĩnh vực">
        <table className={styles.heat}>
          <caption className="hidden-visually">
            Số tồn tại, hạn chế theo đơn vị và lĩnh vực; mũi tên để đi giữa các ô
          </caption>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {fields.map(({ fieldKey, name }) => (
                <th key={fieldKey} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Cộng</th>
            </tr>
          </thead>
          <tbody onKeyDown={moveBetweenCells}>
            {rows.map((row) => (
              <tr key={row.inspectionId}>
                <th scope="row">
                  <Link to="/ket-luan/$inspectionId" params={{ inspectionId: row.inspectionId }}>
                    {row.unitName}
                  </Link>
                </th>
                {fields.map(({ fieldKey, name }) => (
                  <td key={fieldKey}>
                    <HeatCell
                      {...countAt(row, fieldKey)}
                      label={`${row.unitName}, ${name}`}
                      onOpen={() => setOpened({ inspectionId: row.inspectionId, fieldKey })}
                    />
                  </td>
                ))}
                <td className={styles.total}>{total(row.counts)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Cộng</th>
              {fields.map(({ fieldKey }) => (
                <td key={fieldKey} className={styles.total}>
                  {total(rows.map((row) => countAt(row, fieldKey)))}
                </td>
              ))}
              <td className={styles.total}>{total(rows.flatMap(({ counts }) => counts))}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {opened && <HeatPanel view={view} place={opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

function Legend() {
  return (
    <p className={styles.legend}>
      Số tồn tại, hạn chế đã ghi:
      {levelWords.map((word, level) => (
        <span key={word} className={styles.legendItem}>
          <span className={styles.swatch} data-level={level} aria-hidden="true" />
          {level === levelWords.length - 1 ? `từ ${level}` : level} – {word}
        </span>
      ))}
      <span className={styles.legendItem}>“+1”: số ưu điểm, cách làm hay</span>
    </p>
  )
}

interface CellProps {
  strengths: number
  shortcomings: number
  label: string
  onOpen: () => void
}

function HeatCell({ strengths, shortcomings, label, onOpen }: CellProps) {
  const level = levelOf(shortcomings)
  const word = levelWords[level]
  const praise = shortcomings > 0 ? `+${strengths}` : `+${strengths} ưu điểm`
  const shown = [...(shortcomings > 0 ? [`${shortcomings} ${word}`] : []), ...(strengths > 0 ? [praise] : [])].join(' ')
  if (strengths + shortcomings === 0)
    return (
      <span className={styles.none}>
        –<span className="hidden-visually"> không ghi phát hiện</span>
      </span>
    )
  return (
    <button
      type="button"
      className={styles.cell}
      data-level={level}
      onClick={onOpen}
      aria-label={`${shown}, ${label}: xem ${shortcomings} tồn tại, ${strengths} ưu điểm`}
    >
      {shortcomings > 0 && (
        <>
          <b>{shortcomings}</b> {word}{' '}
        </>
      )}
      {strengths > 0 && <span className={styles.strengths}>{praise}</span>}
    </button>
  )
}

/** Arrow keys go from a cell to the next one in that direction that has something in it. */
function moveBetweenCells(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const steps: Record<string, [row: number, column: number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  const step = steps[event.key]
  const from = (event.target as HTMLElement).closest('td')
  const row = from?.closest('tr')
  if (!step || !from || !row) return
  const rows = [...event.currentTarget.rows]
  let [at, column] = [rows.indexOf(row), from.cellIndex]
  for (;;) {
    at += step[0]
    column += step[1]
    const cell = rows[at]?.cells[column]
    if (!cell) return
    const target = cell.querySelector('button')
    if (target) {
      event.preventDefault()
      target.focus()
      return
    }
  }
}
