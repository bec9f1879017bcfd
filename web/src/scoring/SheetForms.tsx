import { type CriteriaGroup, type Criterion, findCriterion, type ScoringSheet } from '@cchc/domain/scoring/sheet.ts'
import type { SheetView } from '@cchc/domain/scoring/sheet-contract.ts'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { CriterionForm } from './CriterionForm.tsx'
import type { SheetDesk } from './use-sheet-desk.ts'

/** What is open on the right; `newest` is the last criterion of a group, or the last group. */
export interface Selected {
  readonly what: 'sheet' | 'group' | 'criterion' | 'newest'
  readonly key: string
}

interface Props {
  desk: SheetDesk
  view: SheetView
  selected: Selected
  onSelect: (selected: Selected) => void
}

/** The form of whatever is chosen in the list. */
export function SheetForms({ desk, view, selected, onSelect }: Props) {
  const { sheet } = desk
  const chosen = settle(sheet, selected)
  const criterion = chosen.what === 'criterion' ? findCriterion(sheet, chosen.key) : undefined
  const group = chosen.what === 'group' ? sheet.groups.find(({ key }) => key === chosen.key) : undefined
  const back = () => onSelect({ what: 'sheet', key: '' })
  if (criterion)
    return (
      <Card title="Tiêu chí" aside={`mã ${criterion.key}`}>
        <Stack>
          <CriterionForm key={criterion.key} desk={desk} view={view} criterion={criterion} />
          <Movers
            onUp={() => desk.edit({ act: 'move-criterion', key: criterion.key, by: -1 })}
            onDown={() => desk.edit({ act: 'move-criterion', key: criterion.key, by: 1 })}
            onRemove={() => {
              desk.edit({ act: 'remove-criterion', key: criterion.key })
              back()
            }}
            what="tiêu chí"
          />
        </Stack>
      </Card>
    )
  if (group)
    return (
      <Card title="Nhóm tiêu chí">
        <Stack>
          <TextField
            label="Tên nhóm"
            required
            value={group.title}
            onChange={(title) => desk.edit({ act: 'change-group', key: group.key, changes: { title } })}
          />
          <Movers
            onUp={() => desk.edit({ act: 'move-group', key: group.key, by: -1 })}
            onDown={() => desk.edit({ act: 'move-group', key: group.key, by: 1 })}
            onRemove={() => {
              desk.edit({ act: 'remove-group', key: group.key })
              back()
            }}
            what="nhóm"
          />
        </Stack>
      </Card>
    )
  return (
    <Card title="Phiếu">
      <Stack>
        <TextField
          label="Tên phiếu"
          required
          value={sheet.title}
          onChange={(title) => desk.edit({ act: 'change-sheet', changes: { title } })}
        />
        <TextAreaField
          label="Ghi chú, căn cứ ban hành"
          value={sheet.note}
          onChange={(note) => desk.edit({ act: 'change-sheet', changes: { note } })}
        />
      </Stack>
    </Card>
  )
}

function settle(sheet: ScoringSheet, { what, key }: Selected): Selected {
  if (what !== 'newest') return { what, key }
  const group: CriteriaGroup | undefined =
    key === '' ? sheet.groups.at(-1) : sheet.groups.find((one) => one.key === key)
  const criterion: Criterion | undefined = key === '' ? undefined : group?.criteria.at(-1)
  if (criterion) return { what: 'criterion', key: criterion.key }
  return group ? { what: 'group', key: group.key } : { what: 'sheet', key: '' }
}

function Movers({
  onUp,
  onDown,
  onRemove,
  what,
}: {
  onUp: () => void
  onDown: () => void
  onRemove: () => void
  what: string
}) {
  return (
    <Row>
      <Button size="s" icon={<IconArrowUp size={15} aria-hidden="true" />} onClick={onUp}>
        Lên
      </Button>
      <Button size="s" icon={<IconArrowDown size={15} aria-hidden="true" />} onClick={onDown}>
        Xuống
      </Button>
      <Button size="s" kind="quiet" icon={<IconTrash size={15} aria-hidden="true" />} onClick={onRemove}>
        Xóa {what}
      </Button>
    </Row>
  )
}
