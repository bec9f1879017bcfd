import { dayVerdict, verdictInWords } from '@cchc/domain/dates/working-days.ts'
import type { Reply } from '@cchc/domain/endpoint.ts'
import { type HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import {
  type listUnannouncedChoices,
  type Place,
  type PlaceKind,
  placeKindNames,
  placeKinds,
  type UnannouncedPlan,
  type UnannouncedView,
} from '@cchc/domain/unannounced/contract.ts'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarDaysQuery } from '../calendar/data.ts'
import { useUnitOptions } from '../campaigns/unit-options.ts'
import { useSession, useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField, RadioField } from '../ui/ChoiceFields.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { edit, propose } from './data.ts'
import styles from './Unannounced.module.css'

export type Choices = Reply<typeof listUnannouncedChoices>

interface Props {
  choices: Choices
  campaignId: string
  before?: { view: UnannouncedView; plan: UnannouncedPlan }
}

const emptyPlace: Place = { kind: 'other', name: '', address: '' }
/** What is nearly always looked at. Basis: QĐ 2251/QĐ-UBND, mục III.3.2. */
const usualPlaces: Place[] = [
  { kind: 'one-stop', name: 'Bộ phận tiếp nhận và trả kết quả', address: '' },
  { kind: 'head-office', name: 'Trụ sở', address: '' },
]

function firstPlan(choices: Choices): UnannouncedPlan {
  return {
    unitCode: '',
    reasons: '',
    notes: '',
    visitOn: null,
    halfDay: null,
    places: usualPlaces,
    people: [],
    circle: choices.people.filter(({ usual, leads }) => usual || leads).map(({ personId }) => personId),
  }
}

/** Unit, reasons, time, places, who goes and who is told. */
export function PlanForm({ choices, campaignId, before }: Props) {
  const navigate = useNavigate()
  const [plan, setPlan] = useState(() => before?.plan ?? firstPlan(choices))
  const sending = useSending()
  const change = (part: Partial<UnannouncedPlan>) => setPlan({ ...plan, ...part })

  const save = () =>
    sending.send(async () => {
      const missing = missingIn(plan)
      if (missing) return missing
      const kept = { ...plan, places: plan.places.filter(({ name }) => name.trim() !== '') }
      const view = before
        ? await edit(before.view.inspectionId, before.view.revision, kept)
        : await propose(campaignId, kept)
      toast({
        tone: 'good',
        text: before
          ? 'Đã lưu.'
          : `Đã đề xuất. ${view.told} người được biết, mỗi người nhận một tin không nêu nội dung.`,
      })
      await navigate({ to: '/dot-xuat/$inspectionId', params: { inspectionId: view.inspectionId } })
    })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      noValidate
    >
      <Stack>
        <UnitCard plan={plan} change={change} />
        <PlacesPart places={plan.places} onChange={(places) => change({ places })} />
        <PeoplePart
          plan={plan}
          choices={choices}
          change={change}
          told={before?.view.circle.map(({ personId }) => personId) ?? []}
        />
        <Problem of={sending} lead="Chưa lưu được." />
        <div className={styles.submit}>
          <Button type="submit" kind="primary" busy={sending.busy} className={styles.step}>
            {before ? 'Lưu thay đổi' : 'Đề xuất với Trưởng đoàn'}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function missingIn({ unitCode, reasons, visitOn, halfDay, places }: UnannouncedPlan): string {
  if (!unitCode) return 'Chọn đơn vị được kiểm tra.'
  if (!reasons.trim()) return 'Ghi lý do kiểm tra.'
  if ((visitOn === null) !== (halfDay === null)) return 'Chọn cả ngày và buổi, hoặc để trống cả hai.'
  return places.some(({ name }) => name.trim()) ? '' : 'Ghi ít nhất một địa điểm.'
}

type Part = { plan: UnannouncedPlan; change: (part: Partial<UnannouncedPlan>) => void }

function UnitCard({ plan, change }: Part) {
  const { today, campaign } = useSession()
  const calendar = useQuery(calendarDaysQuery).data?.days ?? []
  return (
    <Card title="Đơn vị, lý do, thời gian">
      <Stack>
        <ComboField
          label="Đơn vị được kiểm tra"
          required
          value={plan.unitCode || null}
          onChange={(unitCode) => change({ unitCode: unitCode ?? '' })}
          options={useUnitOptions()}
          placeholder="Gõ tên sở, phường, xã"
          hint="Mọi sở, ngành, phường, xã, đặc khu, kể cả đơn vị ngoài kế hoạch."
        />
        <TextAreaField
          label="Lý do kiểm tra"
          required
          rows={4}
          value={plan.reasons}
          onChange={(reasons) => change({ reasons })}
          placeholder="Ví dụ: nhiều hồ sơ quá hạn, phản ánh của người dân"
        />
        <DateField
          label="Ngày kiểm tra"
          value={plan.visitOn}
          today={today}
          min={today}
          max={campaign?.periodTo}
          onChange={(visitOn) => change({ visitOn, halfDay: visitOn ? (plan.halfDay ?? 'morning') : null })}
          dayOff={(date) => {
            const verdict = dayVerdict(date, calendar)
            return verdict.working ? undefined : verdictInWords(verdict)
          }}
          hint="Để trống nếu Trưởng đoàn chọn ngày khi lên đường."
        />
        {plan.visitOn && (
          <RadioField
            label="Buổi"
            look="segments"
            value={plan.halfDay ?? 'morning'}
            onChange={(halfDay) => change({ halfDay: halfDay as HalfDay })}
            options={(['morning', 'afternoon'] as const).map((half) => ({ value: half, label: halfDayNames[half] }))}
          />
        )}
        <TextAreaField label="Ghi chú" rows={2} value={plan.notes} onChange={(notes) => change({ notes })} />
      </Stack>
    </Card>
  )
}

function PlacesPart({ places, onChange }: { places: readonly Place[]; onChange: (places: Place[]) => void }) {
  const set = (at: number, part: Partial<Place>) =>
    onChange(places.map((place, index) => (index === at ? { ...place, ...part } : place)))
  return (
    <Card title="Địa điểm" aside="theo thứ tự đến">
      <ol className={styles.placeRows}>
        {places.map((place, index) => (
          <li key={index} className={styles.placeRow}>
            <SelectField
              label={`Loại địa điểm ${index + 1}`}
              value={place.kind}
              onChange={(kind) => set(index, { kind: kind as PlaceKind })}
              options={placeKinds.map((kind) => ({ value: kind, label: placeKindNames[kind] }))}
            />
            <TextField
              label={`Tên địa điểm ${index + 1}`}
              value={place.name}
              onChange={(name) => set(index, { name })}
            />
            <TextField
              label={`Địa chỉ địa điểm ${index + 1}`}
              value={place.address}
              onChange={(address) => set(index, { address })}
            />
            <IconButton
              label={`Bỏ địa điểm ${index + 1}`}
              disabled={places.length === 1}
              onClick={() => onChange(places.filter((_, at) => at !== index))}
            >
              <IconTrash size={17} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className={styles.below}>
        <Button icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => onChange([...places, emptyPlace])}>
          Thêm địa điểm
        </Button>
      </div>
    </Card>
  )
}

/** One list of the team: who goes, and who is told now. The two need not be the same people. */
function PeoplePart({ plan, choices, change, told }: Part & { choices: Choices; told: readonly string[] }) {
  const { personId: me } = useViewer()
  const always = (person: Choices['people'][number]) =>
    person.leads || person.personId === me || told.includes(person.personId)
  const knows = (person: Choices['people'][number]) => always(person) || plan.circle.includes(person.personId)
  return (
    <Card
      title="Người đi và người được biết"
      aside={`${plan.people.length} người đi · ${choices.people.filter(knows).length} người được biết`}
    >
      <p className={styles.quiet}>
        Càng ít người biết càng kín: người đi có thể báo vào sáng hôm kiểm tra. Người đề xuất và Trưởng đoàn luôn được
        biết; tài khoản quản trị không bao giờ được biết.
      </p>
      <ul className={styles.team}>
        {choices.people.map((person) => (
          <PersonRow
            key={person.personId}
            person={person}
            fields={choices.fields}
            going={plan.people.find(({ personId }) => personId === person.personId)?.fieldKeys ?? null}
            onGoing={(fieldKeys) => change({ people: peopleWith(plan.people, person.personId, fieldKeys) })}
            knows={knows(person)}
            onKnows={
              always(person)
                ? null
                : (has) =>
                    change({
                      circle: has
                        ? [...plan.circle, person.personId]
                        : plan.circle.filter((id) => id !== person.personId),
                    })
            }
          />
        ))}
      </ul>
    </Card>
  )
}

/** The people with one of them put in, changed, or left out (`null`). */
function peopleWith(people: UnannouncedPlan['people'], personId: string, fieldKeys: string[] | null) {
  if (fieldKeys === null) return people.filter((person) => person.personId !== personId)
  return people.some((person) => person.personId === personId)
    ? people.map((person) => (person.personId === personId ? { personId, fieldKeys } : person))
    : [...people, { personId, fieldKeys }]
}

interface PersonRowProps {
  person: Choices['people'][number]
  fields: Choices['fields']
  /** The fields they look at; null when they do not go. */
  going: readonly string[] | null
  onGoing: (fieldKeys: string[] | null) => void
  knows: boolean
  /** Null for those who are told whatever is chosen. */
  onKnows: ((has: boolean) => void) | null
}

function PersonRow({ person, fields, going, onGoing, knows, onKnows }: PersonRowProps) {
  const { fullName, post, roleName, fieldKeys } = person
  return (
    <li>
      <span>
        {fullName}
        <span className={styles.small}>{[roleName, post].filter(Boolean).join(' · ')}</span>
      </span>
      <CheckField
        checked={going !== null}
        onChange={(goes) => onGoing(goes ? [...fieldKeys] : null)}
        label={<Named what="Đi kiểm tra" who={fullName} />}
      />
      <CheckField
        checked={knows}
        disabled={onKnows === null}
        onChange={(has) => onKnows?.(has)}
        label={<Named what="Được biết ngay" who={fullName} />}
      />
      {going && <Fields fields={fields} chosen={going} of={fullName} onChange={onGoing} />}
    </li>
  )
}

function Named({ what, who }: { what: string; who: string }) {
  return (
    <>
      {what}
      <span className="hidden-visually">: {who}</span>
    </>
  )
}

interface FieldsProps {
  fields: Choices['fields']
  chosen: readonly string[]
  of: string
  onChange: (keys: string[]) => void
}

/** Which fields one person looks at, folded away until somebody changes them. */
function Fields({ fields, chosen, of, onChange }: FieldsProps) {
  const names = fields.filter(({ fieldKey }) => chosen.includes(fieldKey)).map(({ name }) => name)
  return (
    <details className={styles.fields}>
      <summary>
        {names.length > 0 ? names.join('; ') : 'Chưa giao lĩnh vực'}
        <span className="hidden-visually"> ({of})</span>
      </summary>
      <div className={styles.choices}>
        {fields.map(({ fieldKey, name }) => (
          <CheckField
            key={fieldKey}
            label={name}
            checked={chosen.includes(fieldKey)}
            onChange={(has) => onChange(has ? [...chosen, fieldKey] : chosen.filter((key) => key !== fieldKey))}
          />
        ))}
      </div>
    </details>
  )
}
