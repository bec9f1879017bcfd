import { type CampaignPlan, teamRoleNames, teamRoles } from '@cchc/domain/campaigns/contract.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { toast } from '../../ui/toasts.ts'
import { SeatDialog } from '../SeatDialog.tsx'
import { useUnitNames } from '../unit-options.ts'
import { partId, partNames } from './gaps.ts'
import styles from './Parts.module.css'
import { LineLink, Place } from './Place.tsx'
import { useReview } from './use-review.ts'

type Seat = CampaignPlan['team'][number]
const newSeat: Seat = { role: 'member', post: '', agencyCode: null, fieldKeys: [] }

/** The seats of the team by role, as the paper names them; people are named to them after issuing. */
export function TeamPart() {
  const { plan, view, change } = useReview()
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const seat = editing === 'new' ? newSeat : editing !== null ? plan.team[editing] : undefined
  const place = (role: Seat['role']) => teamRoles.indexOf(role)

  const keep = (kept: Seat) => {
    const team = editing === 'new' ? [...plan.team, kept] : plan.team.map((each, at) => (at === editing ? kept : each))
    change({ team: team.sort((a, b) => place(a.role) - place(b.role)) })
  }
  const remove = () => {
    if (editing === null || editing === 'new' || !seat) return
    change({ team: plan.team.filter((_, at) => at !== editing) })
    setEditing(null)
    toast({ tone: 'note', text: `Đã bỏ “${seat.post}” khỏi thành phần Đoàn.` })
  }

  return (
    <Card
      id={partId('team')}
      title={partNames.team}
      className={styles.part}
      aside={`${plan.team.length} vị trí; cử người sau khi ban hành`}
    >
      {teamRoles.map((role) => (
        <RoleSeats key={role} role={role} onEdit={setEditing} />
      ))}
      <Button size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setEditing('new')}>
        Thêm vị trí
      </Button>
      {seat && (
        <SeatDialog
          title={editing === 'new' ? 'Thêm vị trí vào Đoàn' : 'Sửa vị trí trong Đoàn'}
          seat={{ ...seat, personId: null }}
          fields={view.plan.fields}
          onSave={({ role, post, agencyCode, fieldKeys }) => keep({ role, post, agencyCode, fieldKeys })}
          remove={
            editing !== 'new' && (
              <Button kind="danger" onClick={remove}>
                Bỏ vị trí
              </Button>
            )
          }
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}

function RoleSeats({ role, onEdit }: { role: Seat['role']; onEdit: (at: number) => void }) {
  const { plan, view } = useReview()
  const nameOf = useUnitNames()
  const seats = plan.team.map((seat, at) => ({ seat, at })).filter(({ seat }) => seat.role === role)
  const source = view.proposal.team.find(({ value }) => value.role === role)
  const fieldNames = new Map(plan.fields.map(({ fieldKey, name }) => [fieldKey, name]))
  if (seats.length === 0) return null
  return (
    <Place source={source} className={styles.role}>
      <h3 className={styles.roleName}>
        {teamRoleNames[role]}
        {seats.length > 1 && ` (${seats.length})`} {source && <LineLink lines={source.lines} />}
      </h3>
      <ul>
        {seats.map(({ seat, at }) => (
          <li key={at} className={styles.seat}>
            <span className={styles.seatWords}>
              {seat.post}
              {seat.agencyCode && !seat.post.includes(nameOf(seat.agencyCode)) && (
                <span className={styles.quiet}> · {nameOf(seat.agencyCode)}</span>
              )}
              {seat.fieldKeys.length > 0 && (
                <span className={styles.seatFields}>
                  {seat.fieldKeys.map((key) => fieldNames.get(key) ?? key).join('; ')}
                </span>
              )}
            </span>
            <Button kind="quiet" size="s" aria-label={`Sửa vị trí ${seat.post}`} onClick={() => onEdit(at)}>
              Sửa
            </Button>
          </li>
        ))}
      </ul>
    </Place>
  )
}
