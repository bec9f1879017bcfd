import { swapPartner } from '@cchc/domain/calendar/change.ts'
import type { CalendarDayView } from '@cchc/domain/calendar/contract.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import styles from './Calendar.module.css'
import { otherKind } from './changes-of-draft.ts'
import { dayKinds, dayStatuses } from './wording.ts'

/** A day as it is being written. */
export interface Draft {
  readonly date: string | null
  readonly kind: CalendarDayView['kind']
  readonly name: string
  readonly basis: string
  readonly status: CalendarDayView['status']
  /** The other day of its swap, where the list holds it. */
  readonly partner: CalendarDayView | null
  /** The other day changes with it: one decision. */
  readonly withPartner: boolean
  /** The other day of a swap that is being added. */
  readonly otherDate: string | null
}

/** The form as it opens. */
export function draftOf(day: CalendarDayView | null, days: readonly CalendarDayView[]): Draft {
  return {
    date: day?.day ?? null,
    kind: day?.kind ?? 'holiday',
    name: day?.name ?? '',
    basis: day?.basis ?? '',
    status: day?.status ?? 'final',
    partner: (day && swapPartner(day, days)) ?? null,
    withPartner: true,
    otherDate: null,
  }
}

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

interface Props {
  draft: Draft
  onChange: (draft: Draft) => void
  existing: boolean
}

/** The fields of a day off or a day worked in exchange, and of the other half of its swap. */
export function CalendarDayFields({ draft, onChange, existing }: Props) {
  const write = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const other = otherKind(draft.kind)
  return (
    <>
      <div className={styles.pair}>
        {!existing && <DateField label="Ngày" required value={draft.date} onChange={(date) => write({ date })} />}
        <SelectField
          label="Loại"
          required
          value={draft.kind}
          onChange={(kind) => write({ kind: kind as Draft['kind'] })}
          options={options(dayKinds)}
        />
      </div>
      <TextField
        label="Tên"
        required
        value={draft.name}
        onChange={(name) => write({ name })}
        placeholder="Nghỉ hoán đổi Quốc khánh"
      />
      <TextField
        label="Căn cứ"
        required
        value={draft.basis}
        onChange={(basis) => write({ basis })}
        placeholder="Số, ngày của thông báo"
      />
      <SelectField
        label="Hiệu lực"
        required
        value={draft.status}
        onChange={(status) => write({ status: status as Draft['status'] })}
        options={options(dayStatuses)}
        hint="Ngày mới đề xuất thì chưa được tính vào hạn nào."
      />
      {other && draft.partner && (
        <CheckField
          label={`Đổi cùng ${formatDateWithWeekday(draft.partner.day)} (${draft.partner.name}): hai ngày của một lần hoán đổi`}
          checked={draft.withPartner}
          onChange={(withPartner) => write({ withPartner })}
        />
      )}
      {other && !draft.partner && (
        <DateField
          label={other === 'swapWork' ? 'Ngày làm bù đi kèm' : 'Ngày nghỉ đi kèm'}
          value={draft.otherDate}
          onChange={(otherDate) => write({ otherDate })}
          today={draft.date ?? undefined}
          hint="Hai ngày của một lần hoán đổi được thêm cùng lúc. Để trống nếu chưa biết."
        />
      )}
    </>
  )
}
