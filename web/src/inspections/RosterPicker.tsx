import type { FieldView, TeamMemberView } from '@cchc/domain/campaigns/contract.ts'
import type { Reply } from '@cchc/domain/endpoint.ts'
import type { checkRoster, RosterEntry } from '@cchc/domain/inspections/contract.ts'
import { busyInWords, rosterGaps } from '@cchc/domain/inspections/roster.ts'
import { IconUserOff, IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './RosterPicker.module.css'

/** Who goes, with the fields each inspects, in the order of the team. */
export type Roster = ReadonlyMap<string, readonly string[]>

/** The team for the chosen half-day: who is busy, who is elsewhere, and the roster to propose. */
export type RosterFacts = Reply<typeof checkRoster>

/** The roster to begin with: the one that stands, or before the first scheduling the proposed one. */
export function rosterToBegin(roster: readonly RosterEntry[], facts: RosterFacts | undefined): Roster {
  const entries = roster.length > 0 ? roster : (facts?.proposed ?? [])
  return new Map(entries.map(({ teamMemberId, fieldKeys }) => [teamMemberId, fieldKeys]))
}

interface Props {
  members: readonly TeamMemberView[]
  fields: readonly FieldView[]
  roster: Roster
  /** Undefined while it is still being asked. */
  facts: RosterFacts | undefined
  onChange: (roster: Roster) => void
}

/** Choosing from the team who goes to one visit, and which fields each inspects there; says at once what is still missing. */
export function RosterPicker({ members, fields, roster, facts, onChange }: Props) {
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
  const seats = new Map(facts?.seats.map((seat) => [seat.teamMemberId, seat]))
  return (
    <fieldset className={styles.picker}>
      <legend>
        Thành phần ({roster.size} / {members.length})
      </legend>
      <div className={styles.quick}>
        <Button
          size="s"
          icon={<IconUsersPlus size={16} aria-hidden="true" />}
          disabled={!facts}
          onClick={() => facts && onChange(rosterToBegin([], facts))}
        >
          Đề xuất thành phần
        </Button>
        <Button kind="quiet" size="s" onClick={all}>
          Chọn cả Đoàn
        </Button>
        <Button kind="quiet" size="s" onClick={() => onChange(new Map())}>
          Bỏ chọn hết
        </Button>
      </div>
      {facts && <Gaps facts={facts} roster={roster} />}
      <ul className={styles.members}>
        {members.map((member) => (
          <Member
            key={member.teamMemberId}
            member={member}
            fields={fields}
            chosen={roster.get(member.teamMemberId) ?? null}
            away={awayInWords(seats.get(member.teamMemberId))}
            onChange={(fieldKeys) => set(member, fieldKeys)}
          />
        ))}
      </ul>
    </fieldset>
  )
}

/** What the roster as chosen lacks. Scheduling stays possible unless somebody would be in two places. */
function Gaps({ facts, roster }: { facts: RosterFacts; roster: Roster }) {
  const chosen = [...roster].map(([teamMemberId, fieldKeys]) => ({ teamMemberId, fieldKeys }))
  const gaps = rosterGaps(facts, chosen)
  const blocks = gaps.some(({ stops }) => stops === 'schedule')
  const needsReason = gaps.some(({ stops }) => stops === 'announce')
  return (
    <div className={styles.gaps} aria-live="polite">
      {gaps.length === 0 ? (
        <Message kind="good">Đủ {facts.quorum} người trở lên, lĩnh vực nào cũng có người kiểm tra.</Message>
      ) : (
        <Message kind={blocks ? 'error' : 'warning'} lead={blocks ? 'Chưa xếp được.' : 'Thành phần còn thiếu.'}>
          <ul className={styles.gapList}>
            {gaps.map(({ rule, sentence, teamMemberId, fieldKey }) => (
              <li key={`${rule} ${teamMemberId ?? fieldKey}`}>{sentence}</li>
            ))}
          </ul>
          {!blocks && needsReason && 'Vẫn xếp lịch được; khi thông báo lịch sẽ phải bổ sung hoặc ghi lý do.'}
        </Message>
      )}
    </div>
  )
}

/** Why somebody cannot come in the chosen half-day; null when they can. */
function awayInWords(seat: RosterFacts['seats'][number] | undefined): string | null {
  if (seat?.elsewhere) return `đã đi ${seat.elsewhere}`
  return seat?.busy ? `bận ${busyInWords(seat.busy)}` : null
}

interface MemberProps {
  member: TeamMemberView
  fields: readonly FieldView[]
  /** The fields at this visit; null when the person does not go. */
  chosen: readonly string[] | null
  away: string | null
  onChange: (fieldKeys: readonly string[] | null) => void
}

function Member({ member, fields, chosen, away, onChange }: MemberProps) {
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
            {away && (
              <span className={styles.away}>
                <IconUserOff aria-hidden="true" stroke={2} /> {away}
              </span>
            )}
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
