import type { CampaignPlan } from '@cchc/domain/campaigns/contract.ts'
import type { ProposedUnit } from '@cchc/domain/campaigns/decision/proposal.ts'
import { unitFullName } from '@cchc/domain/units/unit.ts'
import {
  IconAlertTriangle,
  IconCheck,
  IconDots,
  IconHandStop,
  IconQuestionMark,
  IconWriting,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ComboField, type ComboOption } from '../../ui/ComboField.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Message } from '../../ui/Message.tsx'
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx'
import { useUnitNames } from '../unit-options.ts'
import styles from './Parts.module.css'
import { LineLink, Place } from './Place.tsx'
import { useReview } from './use-review.ts'

type PlannedUnit = CampaignPlan['units'][number]
type Look = { words: string; tone: Tone; icon: TablerIcon }

const looks: Record<ProposedUnit['verdict'] | 'chosen' | 'added', Look> = {
  exact: { words: 'Khớp', tone: 'ok', icon: IconCheck },
  'tone-mark': { words: 'Khác dấu', tone: 'ok', icon: IconWriting },
  slip: { words: 'Nghi sai chính tả', tone: 'wait', icon: IconAlertTriangle },
  unknown: { words: 'Không có', tone: 'late', icon: IconQuestionMark },
  chosen: { words: 'Đã chọn', tone: 'ok', icon: IconHandStop },
  added: { words: 'Thêm tay', tone: 'work', icon: IconHandStop },
}

interface Props {
  unit: PlannedUnit
  ordinal: number
  /** An earlier line already stands for the same unit. */
  isTwin: boolean
  options: readonly ComboOption[]
  onChange: (unit: PlannedUnit) => void
  onRemove: () => void
}

/** One line of the paper's list: as written, what it is in the catalogue, and how sure that is. */
export function UnitRow({ unit, ordinal, isTwin, options, onChange, onRemove }: Props) {
  const { view } = useReview()
  const nameOf = useUnitNames()
  const [searching, setSearching] = useState(false)
  const read = view.proposal.units.find(({ line, text }) => line === unit.line && text === unit.text)
  const isOpen = !unit.confirmed || unit.unitCode === null
  const isChosen = !isOpen && read !== undefined && unit.unitCode !== read.code
  const look = looks[isChosen ? 'chosen' : (read?.verdict ?? 'added')]
  const Icon = look.icon
  const name = unit.unitCode === null ? null : nameOf(unit.unitCode)
  const choose = (unitCode: string | null) => {
    if (unitCode === null) return
    onChange({ ...unit, unitCode, confirmed: true })
    setSearching(false)
  }

  return (
    <li>
      <Place source={read} open={isOpen || isTwin} className={styles.unit}>
        <span className={styles.ordinal}>{ordinal}.</span>
        <span className={styles.unitWords}>
          {unit.text}
          {name !== null && name !== unit.text && (
            <span className={styles.resolved}>
              <span aria-hidden="true">→ </span>
              <span className="hidden-visually">trong danh mục là </span>
              {name}
            </span>
          )}
        </span>
        {read && <LineLink lines={read.lines} />}
        <StatusBadge tone={look.tone} icon={<Icon aria-hidden="true" stroke={2} />}>
          {look.words}
        </StatusBadge>
        <Menu
          label={`Việc khác với ${unit.text}`}
          aria-label={`Việc khác với ${unit.text}`}
          className={styles.dots}
          items={[
            { key: 'change', label: 'Chọn đơn vị khác', run: () => setSearching(true) },
            { key: 'remove', label: 'Bỏ khỏi danh sách', run: onRemove },
          ]}
        >
          <IconDots size={18} aria-hidden="true" />
        </Menu>
        {isOpen && (
          <Choices
            unit={unit}
            read={read}
            onChoose={choose}
            searching={searching}
            onSearch={() => setSearching(true)}
          />
        )}
        {isTwin && (
          <div className={styles.under}>
            <Message kind="error">
              Một dòng ở trên đã là {name}. Mỗi đơn vị chỉ kiểm tra một lần trong năm: chọn đơn vị khác hoặc bỏ một
              dòng.
            </Message>
          </div>
        )}
        {searching && (
          <div className={styles.under}>
            <ComboField
              label={`Đơn vị trong danh mục cho “${unit.text}”`}
              value={unit.unitCode}
              onChange={choose}
              options={options}
              placeholder="Gõ tên, có dấu hoặc không dấu"
            />
          </div>
        )}
      </Place>
    </li>
  )
}

interface ChoicesProps {
  unit: PlannedUnit
  read: ProposedUnit | undefined
  searching: boolean
  onChoose: (code: string) => void
  onSearch: () => void
}

/** The units a slip may mean, nearest first; one press chooses and confirms. */
function Choices({ unit, read, searching, onChoose, onSearch }: ChoicesProps) {
  const candidates = read?.candidates ?? []
  return (
    <div className={styles.under}>
      <p className={styles.ask}>
        {candidates.length > 0
          ? 'Danh mục không có tên này. Có phải là:'
          : 'Danh mục không có tên nào gần giống. Tìm đơn vị đúng trong danh mục, hoặc bỏ dòng này.'}
      </p>
      <div className={styles.choices}>
        {candidates.map((candidate) => (
          <Button key={candidate.code} data-answer size="s" kind="plain" onClick={() => onChoose(candidate.code)}>
            <span>
              <span className="hidden-visually">Chọn </span>
              {unitFullName(candidate)} <span className={styles.distance}>khác {candidate.distance} ký tự</span>
              <span className="hidden-visually"> cho “{unit.text}”</span>
            </span>
          </Button>
        ))}
        {!searching && (
          <Button data-answer size="s" kind="quiet" onClick={onSearch}>
            <span>
              Tìm trong danh mục<span className="hidden-visually"> đơn vị cho “{unit.text}”</span>
            </span>
          </Button>
        )}
      </div>
    </div>
  )
}
