import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, RadioField } from '../ui/ChoiceFields.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { matches } from '../ui/fold.ts'
import { Message } from '../ui/Message.tsx'
import { FigureCard } from './FigureCard.tsx'
import { useChanges } from './use-visit.ts'
import styles from './Visit.module.css'
import type { VisitDesk } from './visit-desk.ts'

/** Every figure of the report beside what the team verified; first those of the viewer's own fields. */
export function FiguresTab({ view, desk }: { view: VisitView; desk: VisitDesk }) {
  useChanges(desk.savers)
  const hasOwn = view.figures.some((figure) => view.myFields.includes(figure.fieldKey))
  const [scope, setScope] = useState(hasOwn ? 'mine' : 'all')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [search, setSearch] = useState('')
  // A figure that is being checked stays in sight until the list is asked for anew.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())

  const inScope = view.figures.filter((figure) => scope === 'all' || view.myFields.includes(figure.fieldKey))
  const isOpen = (itemKey: string) => desk.figures.slot(itemKey).value.verified === null
  const shown = inScope.filter(
    (figure) =>
      (!onlyOpen || isOpen(figure.itemKey) || kept.has(figure.itemKey)) &&
      (!search || matches(`${figure.label} ${figure.sectionTitle}`, search)),
  )
  const clear = () => {
    setOnlyOpen(false)
    setSearch('')
    setScope('all')
  }

  if (view.figures.length === 0) {
    return (
      <Card>
        <EmptyState icon={<IconListCheck aria-hidden="true" />} title="Đề cương không có số liệu để đối chiếu">
          Ghi phát hiện trực tiếp ở phần Phát hiện.
        </EmptyState>
      </Card>
    )
  }
  return (
    <div className={styles.stack}>
      {view.figures.every((figure) => figure.reported === null) && <Message kind="note">{view.reported}</Message>}
      <div className={styles.tools}>
        {hasOwn && (
          <RadioField
            label="Lĩnh vực"
            look="segments"
            value={scope}
            onChange={setScope}
            options={[
              { value: 'mine', label: 'Lĩnh vực của tôi' },
              { value: 'all', label: 'Tất cả' },
            ]}
          />
        )}
        <span className={styles.count}>
          {desk.checkedOf(inScope)}/{inScope.length} đã đối chiếu
        </span>
        <input
          type="search"
          className={styles.input}
          placeholder="Tìm số liệu…"
          aria-label="Tìm số liệu"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <CheckField
          label="Chưa đối chiếu"
          checked={onlyOpen}
          onChange={(checked) => {
            setOnlyOpen(checked)
            setKept(new Set())
          }}
        />
      </div>
      {shown.length === 0 ? (
        <Card>
          <EmptyState
            icon={<IconListCheck aria-hidden="true" />}
            title={search ? 'Không có số liệu nào khớp' : 'Mọi số liệu ở đây đã đối chiếu'}
            action={<Button onClick={clear}>Xem tất cả số liệu</Button>}
          />
        </Card>
      ) : (
        <div className={styles.figures}>
          {shown.map((figure) => (
            <FigureCard
              key={figure.itemKey}
              figure={figure}
              desk={desk}
              isKept={desk.pending.has(`figure:${figure.itemKey}`)}
              mayRecord={view.actions.includes('record')}
              onTouched={() => onlyOpen && setKept((before) => new Set(before).add(figure.itemKey))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
