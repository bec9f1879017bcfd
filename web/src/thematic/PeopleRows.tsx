import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button, IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { colleaguesQuery } from './data.ts'
import { nextKey, type RegistrationDraft } from './registration-draft.ts'
import styles from './Thematic.module.css'

interface Props {
  people: RegistrationDraft['people']
  onChange: (people: RegistrationDraft['people']) => void
}

/** Whom the department sends; whoever is linked to an account records findings in the common visit. */
export function PeopleRows({ people, onChange }: Props) {
  const { data } = useQuery(colleaguesQuery)
  const colleagues = data?.people ?? []
  const set = (key: number, part: Partial<RegistrationDraft['people'][number]>) =>
    onChange(people.map((person) => (person.key === key ? { ...person, ...part } : person)))
  const link = (key: number, personId: string | null) => {
    const chosen = colleagues.find((each) => each.personId === personId)
    set(key, chosen ? { personId, fullName: chosen.fullName, post: chosen.post } : { personId: null })
  }
  return (
    <fieldset>
      <legend>Người tham gia</legend>
      <ul className={styles.formRows}>
        {people.map(({ key, fullName, post, personId }, place) => (
          <li key={key} className={styles.personRow}>
            <TextField
              label={`Họ và tên ${place + 1}`}
              maxLength={200}
              value={fullName}
              onChange={(text) => set(key, { fullName: text })}
            />
            <TextField label="Chức vụ" maxLength={300} value={post} onChange={(text) => set(key, { post: text })} />
            <ComboField
              label="Tài khoản"
              value={personId}
              placeholder="Không có"
              options={colleagues.map((each) => ({ value: each.personId, label: each.fullName, note: each.post }))}
              onChange={(id) => link(key, id)}
            />
            <IconButton
              className={styles.drop}
              label={`Bỏ người ${place + 1}`}
              onClick={() => onChange(people.filter((person) => person.key !== key))}
            >
              <IconTrash size={17} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => onChange([...people, { key: nextKey(), fullName: '', post: '', personId: null }])}
      >
        Thêm người
      </Button>
    </fieldset>
  )
}
