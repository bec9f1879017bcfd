import { formatPoints, sumPoints } from '@cchc/domain/scoring/points.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import type { Selected } from './SheetForms.tsx'
import styles from './Sheets.module.css'
import type { SheetDesk } from './use-sheet-desk.ts'

interface Props {
  desk: SheetDesk
  view: SheetView
  selected: Selected
  onSelect: (selected: Selected) => void
}

/** Groups and criteria in order; choosing one opens its form. */
export function SheetList({ desk, view, selected, onSelect }: Props) {
  const { sheet, problems } = desk
  const wrong = new Set(problems.map(({ key }) => key))
  const open = (what: Selected['what'], key: string) => {
    onSelect({ what, key })
    requestAnimationFrame(() => document.getElementById('o-soan')?.scrollIntoView({ block: 'nearest' }))
  }
  const entry = (what: Selected['what'], key: string, name: string, points: string) => (
    <button
      type="button"
      className={styles.entry}
      data-what={what}
      aria-current={selected.what === what && selected.key === key ? 'true' : undefined}
      onClick={() => open(what, key)}
    >
      <span>{name}</span>
      {wrong.has(key) && (
        <>
          <IconAlertTriangle size={15} aria-hidden="true" />
          <span className="hidden-visually">có điều cần sửa</span>
        </>
      )}
      <span className={styles.points}>{points}</span>
    </button>
  )
  return (
    <Card>
      <h2 className="hidden-visually">Nhóm và tiêu chí</h2>
      <ul className={styles.list}>
        <li>{entry('sheet', '', 'Tên và ghi chú của phiếu', '')}</li>
        {sheet.groups.map((group) => (
          <li key={group.key}>
            {entry(
              'group',
              group.key,
              group.title || 'Nhóm chưa đặt tên',
              formatPoints(sumPoints(group.criteria.map(({ maximum }) => maximum))),
            )}
            <ul className={styles.list}>
              {group.criteria.map((criterion) => (
                <li key={criterion.key}>
                  {entry(
                    'criterion',
                    criterion.key,
                    criterion.label || 'Tiêu chí chưa có tên',
                    formatPoints(criterion.maximum),
                  )}
                </li>
              ))}
            </ul>
            <Button
              size="s"
              kind="quiet"
              icon={<IconPlus size={15} aria-hidden="true" />}
              onClick={() => {
                desk.edit({
                  act: 'add-criterion',
                  groupKey: group.key,
                  fieldKey: view.fields[0]?.fieldKey ?? 'general',
                })
                onSelect({ what: 'newest', key: group.key })
              }}
            >
              Thêm tiêu chí
            </Button>
          </li>
        ))}
      </ul>
      <Button
        icon={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => {
          desk.edit({ act: 'add-group', title: `Nhóm ${sheet.groups.length + 1}` })
          onSelect({ what: 'newest', key: '' })
        }}
      >
        Thêm nhóm
      </Button>
    </Card>
  )
}
