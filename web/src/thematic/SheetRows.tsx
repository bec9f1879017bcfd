import type { SheetRow } from '@cchc/domain/thematic/contract.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { unitFullName } from '@cchc/domain/units/unit.ts'
import { useUnitNames, useUnitOptions } from '../campaigns/unit-options.ts'
import { Card } from '../ui/Card.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Thematic.module.css'

/** What a person decided on a row: whether it is registered, and for which unit. */
export interface SettledRow {
  readonly taken: boolean
  readonly unitCode: string | null
}

const blocked = ({ problems }: SheetRow) => problems.filter(({ blocks }) => blocks)
const isDoubtful = ({ verdict }: SheetRow) => verdict === 'slip' || verdict === 'unknown'

/** Whether a row can be registered as it was read. */
export function isReady(row: SheetRow): boolean {
  return blocked(row).length === 0
}

/** Whether a row can be registered once its unit is chosen: nothing else is wrong with it. */
function isMendable(row: SheetRow): boolean {
  return isReady(row) || (isDoubtful(row) && row.unitText !== '' && blocked(row).length === 1)
}

/** The rows that are taken, with the units that were chosen. */
export function settled(rows: readonly SheetRow[], choices: ReadonlyMap<number, SettledRow>): SheetRow[] {
  return rows.flatMap((row) => {
    const choice = choices.get(row.line)
    return choice?.taken && choice.unitCode !== null && isMendable(row) ? [{ ...row, unitCode: choice.unitCode }] : []
  })
}

interface Props {
  rows: readonly SheetRow[]
  choices: ReadonlyMap<number, SettledRow>
  onChange: (choices: ReadonlyMap<number, SettledRow>) => void
}

/** The sheet as it was read. A doubtful unit is chosen here by a person; what is otherwise wrong is mended in the sheet. */
export function SheetRows({ rows, choices, onChange }: Props) {
  const set = (line: number, choice: SettledRow) => onChange(new Map(choices).set(line, choice))
  const wrong = rows.filter((row) => !isReady(row)).length
  return (
    <Card title="Xem trước" aside={wrong > 0 ? `${wrong} dòng cần xem lại` : 'mọi dòng đều đọc được'} flush>
      {rows.map((row) => (
        <Row
          key={row.line}
          row={row}
          choice={choices.get(row.line) ?? { taken: false, unitCode: row.unitCode }}
          onChange={(choice) => set(row.line, choice)}
        />
      ))}
    </Card>
  )
}

function Row({ row, choice, onChange }: { row: SheetRow; choice: SettledRow; onChange: (choice: SettledRow) => void }) {
  const options = useUnitOptions()
  const nameOf = useUnitNames()
  const mended = isDoubtful(row) && choice.unitCode !== null
  const shown = row.problems.filter(({ blocks, sentence }) => !(mended && blocks && sentence.includes(row.unitText)))
  const near = new Set(row.candidates.map(({ code }) => code))
  return (
    <div className={styles.sheetRow}>
      <CheckField
        label={
          <>
            <span className="hidden-visually">Đăng ký dòng </span>
            <span className={styles.line}>{row.line}</span>
          </>
        }
        checked={choice.taken}
        disabled={!isMendable(row) || choice.unitCode === null}
        onChange={(taken) => onChange({ ...choice, taken })}
      />
      <div>
        <strong>{row.title || 'Chưa có tên'}</strong>
        <div className={styles.small}>{row.content}</div>
      </div>
      <div>
        {isDoubtful(row) && row.unitText !== '' ? (
          <ComboField
            label={`“${row.unitText}” là`}
            value={choice.unitCode}
            placeholder="Chọn đơn vị"
            options={[
              ...row.candidates.map((unit) => ({ value: unit.code, label: unitFullName(unit), note: 'gần giống' })),
              ...options.filter(({ value }) => !near.has(value)),
            ]}
            onChange={(unitCode) => onChange({ unitCode, taken: unitCode !== null && isMendable(row) })}
          />
        ) : (
          <span>{row.unitCode ? nameOf(row.unitCode) : row.unitText}</span>
        )}
      </div>
      <div>
        {row.wish ? wishInWords(row.wish) : row.timeText || '–'}
        {row.people.length > 0 && <div className={styles.small}>{row.people.length} người</div>}
      </div>
      {shown.length > 0 && (
        <div className={styles.wide}>
          {shown.map(({ sentence, blocks }) => (
            <Message key={sentence} kind={blocks ? 'error' : 'note'}>
              {sentence}
            </Message>
          ))}
        </div>
      )}
    </div>
  )
}
