import { type TeamMemberView, teamRoleNames, teamRoles } from '@cchc/domain/campaigns/contract.ts'
import { type ReactNode, useState } from 'react'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { ComboField, type ComboOption } from '../ui/ComboField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import styles from './Campaigns.module.css'
import type { SeatBody } from './data.ts'
import { useAgencyOptions } from './unit-options.ts'

interface Props {
  title: string
  seat: SeatBody
  fields: readonly { fieldKey: string; name: string }[]
  /** People who can be named; left out while the campaign is a draft, when a seat has no person yet. */
  people?: readonly (ComboOption & { unitCode: string | null })[]
  /** Keeps the seat; a rejection is shown as its sentence and the dialog stays. */
  onSave: (seat: SeatBody) => Promise<unknown> | unknown
  /** A way to take the seat out of the team. */
  remove?: ReactNode
  onClose: () => void
}

const roleOptions = teamRoles.map((role) => ({ value: role, label: teamRoleNames[role] }))

/** One seat of the team: role, agency, who sits in it, and the fields that are theirs. */
export function SeatDialog({ title, seat, fields, people, onSave, remove, onClose }: Props) {
  const [draft, setDraft] = useState(seat)
  const [postError, setPostError] = useState('')
  const agencies = useAgencyOptions()
  const change = (part: Partial<SeatBody>) => setDraft({ ...draft, ...part })
  const ofAgency = people?.filter(({ unitCode }) => !draft.agencyCode || unitCode === draft.agencyCode) ?? []

  const save = async () => {
    if (!draft.post.trim()) {
      setPostError('Ghi chức danh trong Đoàn, ví dụ “Chuyên viên Sở Tài chính”.')
      return false
    }
    await onSave({ ...draft, post: draft.post.trim() })
  }

  return (
    <FormDialog title={title} onClose={onClose} onSubmit={save} submitLabel="Lưu" others={remove}>
      <SelectField
        label="Vai trò trong Đoàn"
        value={draft.role}
        onChange={(role) => change({ role: role as TeamMemberView['role'] })}
        options={roleOptions}
      />
      <TextField
        label="Chức danh"
        required
        value={draft.post}
        error={postError}
        onChange={(post) => {
          change({ post })
          setPostError('')
        }}
      />
      <ComboField
        label="Cơ quan"
        value={draft.agencyCode}
        onChange={(agencyCode) => change({ agencyCode })}
        options={agencies}
        placeholder="Gõ tên sở, ban, ngành"
      />
      {people && (
        <ComboField
          label="Người được cử"
          hint={
            ofAgency.length === 0
              ? 'Cơ quan này chưa có ai trong danh bạ. Quản trị viên thêm tài khoản rồi quay lại chọn.'
              : 'Để trống nếu cơ quan chưa cử người.'
          }
          value={draft.personId}
          onChange={(personId) => change({ personId })}
          options={withChosen(ofAgency, people, draft.personId)}
          placeholder="Gõ họ tên"
        />
      )}
      <fieldset className={styles.checksFrame}>
        <legend className={styles.checksHead}>Lĩnh vực phụ trách</legend>
        <div className={styles.checks}>
          {fields.map(({ fieldKey, name }) => (
            <CheckField
              key={fieldKey}
              label={name}
              checked={draft.fieldKeys.includes(fieldKey)}
              onChange={(checked) =>
                change({
                  fieldKeys: checked
                    ? [...draft.fieldKeys, fieldKey]
                    : draft.fieldKeys.filter((key) => key !== fieldKey),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}

/** Somebody from another agency who already sits in the seat stays among the choices. */
function withChosen(
  choices: readonly ComboOption[],
  all: readonly ComboOption[],
  chosen: string | null,
): readonly ComboOption[] {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices
  return [...all.filter(({ value }) => value === chosen), ...choices]
}
