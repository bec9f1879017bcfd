import type { FieldView, TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import { peopleQuery, removeSeat, type SeatBody, saveSeat } from './data.ts'
import { SeatDialog } from './SeatDialog.tsx'

interface Props {
  campaignId: string
  /** Null adds a seat. */
  seat: TeamMemberView | null
  fields: readonly FieldView[]
  onClose: () => void
}

const blank: SeatBody = { role: 'member', agencyCode: null, personId: null, post: '', fieldKeys: [] }

/** Adds, changes or removes a seat of an issued campaign's team. */
export function TeamSeatDialog({ campaignId, seat, fields, onClose }: Props) {
  const [removing, setRemoving] = useState(false)
  const { data } = useQuery(peopleQuery)
  const people = (data?.people ?? []).map(({ personId, fullName, post, unitCode, unitName }) => ({
    value: personId,
    label: fullName,
    note: [post, unitName].filter(Boolean).join(', '),
    unitCode,
  }))
  if (seat && removing) {
    return (
      <ConfirmDialog
        title="Đưa vị trí này ra khỏi Đoàn?"
        confirmLabel="Đưa ra khỏi Đoàn"
        danger
        onConfirm={async () => {
          await removeSeat(campaignId, seat.teamMemberId)
          toast({ tone: 'note', text: `Đã đưa “${seat.post}” ra khỏi Đoàn.` })
        }}
        onClose={onClose}
      >
        {seat.roleName}: {seat.post}
        {seat.fullName && ` (${seat.fullName})`}.
      </ConfirmDialog>
    )
  }
  const { role, agencyCode, personId, post, fieldKeys } = seat ?? blank
  return (
    <SeatDialog
      title={seat ? 'Sửa vị trí trong Đoàn' : 'Thêm vị trí vào Đoàn'}
      seat={{ role, agencyCode, personId, post, fieldKeys }}
      fields={fields}
      people={people}
      onSave={async (body) => {
        await saveSeat(campaignId, seat?.teamMemberId ?? null, body)
        toast({ tone: 'good', text: seat ? 'Đã lưu vị trí.' : 'Đã thêm vị trí vào Đoàn.' })
      }}
      remove={
        seat && (
          <Button kind="danger" onClick={() => setRemoving(true)}>
            Đưa ra khỏi Đoàn
          </Button>
        )
      }
      onClose={onClose}
    />
  )
}
