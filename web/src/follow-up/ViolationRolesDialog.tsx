import {
  getViolationRoles,
  setViolationRoles,
  type ViolationRoles,
  violationRoles,
} from '@cchc/domain/follow-up/violation-contract.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { CheckField, CheckGroup } from '../ui/ChoiceFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toasts.ts'

const rolesQuery = queryOptions({
  queryKey: ['violation-roles'],
  queryFn: ({ signal }) => call(getViolationRoles, { signal }),
})

const roleWords: Record<(typeof violationRoles)[number], string> = {
  'team-leader': 'Trưởng đoàn kiểm tra',
  'standing-deputy': 'Phó Trưởng đoàn Thường trực',
}

/** Who sees flagged violations; both hear of a change. */
export default function ViolationRolesDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery({ ...rolesQuery, staleTime: 0 })
  if (data) return <Choice key={data.revision} before={data} onClose={onClose} />
  return (
    <Dialog title="Ai xem vi phạm cần xử lý" onClose={onClose}>
      {error ? <Message kind="error">{sentenceOf(error)}</Message> : <Skeleton lines={3} label="Đang tải" />}
    </Dialog>
  )
}

function Choice({ before, onClose }: { before: ViolationRoles; onClose: () => void }) {
  const [roles, setRoles] = useState(before.roles)
  const save = async () => {
    if (roles.length === 0) return 'Chọn ít nhất một người.'
    const after = await call(setViolationRoles, { body: { roles, revision: before.revision } })
    queries.setQueryData(rolesQuery.queryKey, after)
    await queries.invalidateQueries({ queryKey: ['campaigns'] })
    toast({ tone: 'good', text: 'Đã ghi. Trưởng đoàn và Phó Trưởng đoàn Thường trực được báo.' })
  }
  return (
    <FormDialog title="Ai xem vi phạm cần xử lý" onClose={onClose} onSubmit={save} submitLabel="Ghi lựa chọn">
      <p>Người được chọn thấy vi phạm do thành viên Đoàn chuyển đến và ghi kết quả xử lý. Không ai khác thấy.</p>
      <CheckGroup label="Người xem và xử lý">
        {violationRoles.map((role) => (
          <CheckField
            key={role}
            label={roleWords[role]}
            checked={roles.includes(role)}
            onChange={(on) => setRoles(on ? [...roles, role] : roles.filter((one) => one !== role))}
          />
        ))}
      </CheckGroup>
    </FormDialog>
  )
}
