import {
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconUnderline,
} from '@tabler/icons-react'
import { type ComponentType, Fragment, type KeyboardEvent, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import type { TextAct, TextTools } from './editor-acts.ts'
import styles from './RichText.module.css'

interface Tool {
  readonly act: TextAct
  readonly label: string
  readonly icon: ComponentType<{ size: number; 'aria-hidden': 'true' }>
  readonly keys?: string
  /** Where it is shown; everywhere unless said. */
  readonly only?: TextTools['place']
  readonly not?: TextTools['place']
}

const groups: readonly (readonly Tool[])[] = [
  [
    { act: 'bold', label: 'Đậm', icon: IconBold, keys: 'Control+B' },
    { act: 'italic', label: 'Nghiêng', icon: IconItalic, keys: 'Control+I' },
    { act: 'underline', label: 'Gạch chân', icon: IconUnderline, keys: 'Control+U' },
  ],
  [
    { act: 'bullets', label: 'Danh sách', icon: IconList, keys: 'Control+Shift+8', not: 'table' },
    { act: 'numbers', label: 'Danh sách số', icon: IconListNumbers, keys: 'Control+Shift+7', not: 'table' },
    { act: 'outdent', label: 'Ra một cấp', icon: IconIndentDecrease, only: 'list' },
    { act: 'indent', label: 'Vào một cấp', icon: IconIndentIncrease, only: 'list' },
  ],
  [
    { act: 'table', label: 'Thêm bảng', icon: IconTable, only: 'text' },
    { act: 'add-row', label: 'Thêm hàng bên dưới', icon: IconRowInsertBottom, only: 'table' },
    { act: 'add-column', label: 'Thêm cột bên phải', icon: IconColumnInsertRight, only: 'table' },
    { act: 'remove-row', label: 'Xóa hàng', icon: IconRowRemove, only: 'table' },
    { act: 'remove-column', label: 'Xóa cột', icon: IconColumnRemove, only: 'table' },
    { act: 'remove-table', label: 'Xóa bảng', icon: IconTableOff, only: 'table' },
  ],
]

interface Props {
  /** The id of the text box. */
  controls: string
  tools: TextTools
  busy: boolean
  onAct: (act: TextAct) => void
}

/** The tools of a text box: one stop of Tab, the arrow keys go from tool to tool. */
export function TextToolbar({ controls, tools, busy, onAct }: Props) {
  const [stop, setStop] = useState<TextAct>('bold')
  const shown = groups.map((group) =>
    group.filter(({ only, not }) => (only === undefined || only === tools.place) && not !== tools.place),
  )
  const order = shown.flat().map(({ act }) => act)
  const current = order.includes(stop) ? stop : order[0]
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = order.indexOf((event.target as HTMLElement).dataset.act as TextAct)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: order.length - 1 }[event.key]
    if (at < 0 || to === undefined || event.altKey) return
    event.preventDefault()
    const next = order[(to + order.length) % order.length]!
    setStop(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-act="${next}"]`)?.focus()
  }
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label="Định dạng"
      aria-controls={controls}
      aria-busy={busy || undefined}
      onKeyDown={move}
    >
      {shown.map((group, at) => (
        <Fragment key={at}>
          {at > 0 && group.length > 0 && <span className={styles.divider} />}
          {group.map(({ act, label, icon: Icon, keys }) => (
            <button
              key={act}
              type="button"
              data-act={act}
              tabIndex={act === current ? 0 : -1}
              className={classes(styles.tool, tools.on.includes(act) && styles.on)}
              aria-label={label}
              aria-pressed={keys ? tools.on.includes(act) : undefined}
              aria-keyshortcuts={keys}
              title={keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label}
              // The cursor stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                setStop(act)
                onAct(act)
              }}
            >
              <Icon size={17} aria-hidden="true" />
            </button>
          ))}
        </Fragment>
      ))}
      {tools.place !== 'text' && <span className={styles.way}>Esc rồi Tab: ra khỏi ô</span>}
    </div>
  )
}
