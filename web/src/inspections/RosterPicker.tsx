import type { FieldView, TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import type { RosterEntry } from '@cchc/domain/inspections/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import styles from './RosterPicker.module.css'

/** Who goes, with the fields each inspects, in the order of the team. */
export type Roster = ReadonlyMap<string, readonly string[]>

/** The roles that go to every visit unless said otherwise; leaders of the team choose theirs. */
const usualRoles: readonly TeamMemberView['role'][] = ['standing-deputy', 'member', 'secretary']

/** The roster to begin with: the one that stands, or before the first scheduling the members and the secretary. */
export function rosterToBegin(roster: readonly RosterEntry[], members: readonly TeamMemberView[]): Roster {
  if (roster.length > 0) return new Map(roster.map(({ teamMemberId, fieldKeys }) => [teamMemberId, fieldKeys]))
  return new Map(
    members
      .filter(({ role }) => usualRoles.includes(role))
      .map(({ teamMemberId, fieldKeys }) => [teamMemberId, fieldKeys]),
  )
}

interface Props {
  members: readonly TeamMemberView[]
  fields: readonly FieldView[]
  roster: Roster
  onChange: (roster: Roster) => void
}

/** Choosing from the team who goes to one visit, and which fields each inspects there. */
export function RosterPicker({ members, fields, roster, onChange }: Props) {
  const inOrder = (chosen: Roster) =>
    new Map(
      members.flatMap(({ teamMemberId }) => {
        const keys = chosen.get(teamMemberId)
        return keys ? [[teamMemberId, keys] as const] : []
      }),
    )
  const set = (member: TeamMemberView, fieldKeys: readonly string[] | null) => {
    const next = new Map(roster)
    if (fieldKeys) next.set(member.teamMemberId, fieldKeys)
    else next.delete(member.teamMemberId)
    onChange(inOrder(next))
  }
  const all = () =>
    onChange(new Map(members.map((each) => [each.teamMemberId, roster.get(each.teamMemberId) ?? each.fieldKeys])))
  const uncovered = fields.filter(({ fieldKey }) => ![...roster.values()].some((keys) => keys.includes(fieldKey)))
  return (
    <fieldset className={styles.picker}>
      <legend>
        Thành phần ({roster.size} / {members.length})
      </legend>
      <div className={styles.quick}>
        <Button kind="quiet" size="s" onClick={all}>
          Chọn cả Đoàn
        </Button>
        <Button kind="quiet" size="s" onClick={() => onChange(new Map())}>
          Bỏ chọn hết
        </Button>
      </div>
      <ul className={styles.members}>
        {members.map((member) => (
          <Member
            key={member.teamMemberId}
            member={member}
            fields={fields}
            chosen={roster.get(member.teamMemberId) ?? null}
            onChange={(fieldKeys) => set(member, fieldKeys)}
          />
        ))}
      </ul>
      {roster.size > 0 && uncovered.length > 0 && (
        <p className={styles.uncovered}>
          Chưa có ai phụ trách: {uncovered.map(({ name }) => name).join('; ')}. Vẫn xếp lịch được.
        </p>
      )}
    </fieldset>
  )
}

interface MemberProps {
  member: TeamMemberView
  fields: readonly FieldView[]
  /** The fields at this visit; null when the person does not go. */
  chosen: readonly string[] | null
  onChange: (fieldKeys: readonly string[] | null) => void
}

function Member({ member, fields, chosen, onChange }: MemberProps) {
  const [choosing, setChoosing] = useState(false)
  const { fullName, post, roleName, fieldKeys } = member
  const named = fields.filter(({ fieldKey }) => chosen?.includes(fieldKey)).map(({ name }) => name)
  return (
    <li className={styles.member}>
      <CheckField
        checked={chosen !== null}
        onChange={(checked) => onChange(checked ? fieldKeys : null)}
        label={
          <>
            <span className={styles.name}>{fullName ?? post}</span>
            <span className={styles.about}>
              {roleName} · {fullName ? post : 'chưa cử người'}
            </span>
          </>
        }
      />
      {chosen && (
        <div className={styles.fields}>
          <span>{named.length > 0 ? named.join('; ') : 'Chưa giao lĩnh vực'}</span>
          <Button kind="quiet" size="s" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {choosing ? 'Xong' : 'Đổi lĩnh vực'}
            <span className="hidden-visually"> của {fullName ?? post}</span>
          </Button>
        </div>
      )}
      {chosen && choosing && (
        <div className={styles.fieldChoices}>
          {fields.map(({ fieldKey, name }) => (
            <CheckField
              key={fieldKey}
              label={name}
              checked={chosen.includes(fieldKey)}
              onChange={(checked) =>
                onChange(checked ? [...chosen, fieldKey] : chosen.filter((key) => key !== fieldKey))
              }
            />
          ))}
        </div>
      )}
    </li>
  )
}
