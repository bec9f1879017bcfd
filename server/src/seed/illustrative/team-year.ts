import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { addBusyTime } from '@cchc/domain/availability/contract.ts'
import {
  type FieldView,
  recordTeamDecision,
  setStandIns,
  type TeamMemberView,
} from '@cchc/domain/campaigns/contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { at, type Deed } from './deed.ts'

interface TeamYear {
  readonly perform: Perform
  readonly cast: Cast
  readonly campaignId: string
  readonly seats: readonly TeamMemberView[]
  readonly fields: readonly FieldView[]
}

/** The team's own year: who stands in, the decision that sets it up, and when people and units are busy; all of it invented. */
export function teamDeeds(year: TeamYear): Deed[] {
  const { perform, cast, campaignId } = year
  const decide = async (now: string) => {
    await perform(
      cast.planner,
      recordTeamDecision,
      { params: { campaignId }, body: { number: '2306', issuedOn: '2026-06-24' } },
      { now },
    )
  }
  return [
    { at: at('2026-06-22', '10:00'), perform: (now) => nameStandIns(year, now) },
    { at: at('2026-06-24', '16:00'), perform: decide },
    ...busyDeeds(year),
  ]
}

/** The leader of the lead agency stands in for its officer; where there is none, nobody. */
async function nameStandIns({ perform, cast, campaignId, seats, fields }: TeamYear, now: string): Promise<void> {
  for (const { fieldKey, leadAgencyCode } of fields) {
    const standIn = seats.find(({ role, agencyCode }) => role === 'deputy' && agencyCode === leadAgencyCode)
    if (!standIn) continue
    const body = { teamMemberIds: [standIn.teamMemberId] }
    await perform(cast.planner, setStandIns, { params: { campaignId, fieldKey }, body }, { now })
  }
}

function busyDeeds({ perform, cast }: TeamYear): Deed[] {
  const [first, second] = [...cast.members.values()]
  const enter =
    (
      viewer: Viewer,
      unitCode: string | null,
      from: string,
      to: string,
      more: { halfDay?: 'morning'; reason: string },
    ) =>
    async (now: string) => {
      const personId = unitCode === null ? viewer.personId : null
      const reason = `${more.reason} (dữ liệu minh họa)`
      await perform(
        viewer,
        addBusyTime,
        { body: { personId, unitCode, from, to, halfDay: more.halfDay ?? null, reason } },
        { now },
      )
    }
  const head = [...cast.heads].find(([unitCode]) => unitCode === '11383')
  return [
    ...(first
      ? [
          {
            at: at('2026-09-14', '10:00'),
            perform: enter(first, null, '2026-10-13', '2026-10-14', { reason: 'Tập huấn nghiệp vụ' }),
          },
        ]
      : []),
    ...(second
      ? [
          {
            at: at('2026-09-14', '10:20'),
            perform: enter(second, null, '2026-10-20', '2026-10-20', {
              halfDay: 'morning',
              reason: 'Họp giao ban ngành',
            }),
          },
          {
            at: at('2026-09-14', '10:25'),
            perform: enter(second, null, '2026-11-10', '2026-11-12', { reason: 'Nghỉ phép' }),
          },
        ]
      : []),
    {
      at: at('2026-09-14', '14:00'),
      perform: enter(cast.standingDeputy, null, '2026-10-22', '2026-10-22', {
        reason: 'Họp Ủy ban nhân dân thành phố',
      }),
    },
    ...(head
      ? [
          {
            at: at('2026-09-14', '15:00'),
            perform: enter(head[1], head[0], '2026-11-17', '2026-11-18', { reason: 'Kỳ họp Hội đồng nhân dân phường' }),
          },
        ]
      : []),
  ]
}
