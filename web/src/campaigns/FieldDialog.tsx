import type { FieldView, TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Campaigns.module.css'
import { saveField } from './data.ts'
import { useAgencyOptions } from './unit-options.ts'

interface Props {
  campaignId: string
  field: FieldView
  members: readonly TeamMemberView[]
  onClose: () => void
}

/** Names the agency that leads one field, and in order who of the team stands in when its seat is away. */
export function FieldDialog({ campaignId, field, members, onClose }: Props) {
  const [leadAgencyCode, setLead] = useState(field.leadAgencyCode)
  const [standIns, setStandIns] = useState<readonly string[]>(field.standIns)
  const agencies = useAgencyOptions()
  const seats = members.map(({ teamMemberId, fullName, post, roleName }) => ({
    value: teamMemberId,
    label: fullName ?? post,
    note: fullName ? `${roleName}, ${post}` : roleName,
  }))
  const labelOf = (id: string) => seats.find(({ value }) => value === id)?.label ?? ''

  const save = async () => {
    await saveField(campaignId, field, { leadAgencyCode, standIns })
    toast({ tone: 'good', text: `Đã lưu phân công: ${field.name}.` })
  }
  const raise = (at: number) => setStandIns(standIns.with(at - 1, standIns[at]!).with(at, standIns[at - 1]!))

  return (
    <FormDialog title={field.name} onClose={onClose} onSubmit={save} submitLabel="Lưu">
      <ComboField
        label="Cơ quan chủ trì"
        hint="Người của cơ quan này kiểm tra lĩnh vực và ghi phần phát hiện. Để trống nếu chưa giao."
        value={leadAgencyCode}
        onChange={setLead}
        options={agencies}
        placeholder="Gõ tên sở, ban, ngành"
      />
      {standIns.length > 0 && (
        <ol className={styles.standIns} aria-label="Người thay khi vắng, theo thứ tự">
          {standIns.map((id, at) => (
            <li key={id}>
              <span>{labelOf(id)}</span>
              {at > 0 && (
                <IconButton size="s" label={`Đưa ${labelOf(id)} lên trước`} onClick={() => raise(at)}>
                  <IconArrowUp size={16} aria-hidden="true" />
                </IconButton>
              )}
              <IconButton
                size="s"
                label={`Bỏ ${labelOf(id)} khỏi người thay`}
                onClick={() => setStandIns(standIns.filter((each) => each !== id))}
              >
                <IconX size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      <ComboField
        label={standIns.length === 0 ? 'Người thay khi vắng' : 'Thêm người thay'}
        hint="Khi người của cơ quan chủ trì bận, “Đề xuất thành phần” lấy người thay theo thứ tự này."
        value={null}
        onChange={(id) => id && setStandIns([...standIns, id])}
        options={seats.filter(({ value }) => !standIns.includes(value))}
        placeholder="Gõ họ tên hoặc chức danh"
      />
    </FormDialog>
  )
}
