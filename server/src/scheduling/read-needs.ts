import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import type { Need, Seat } from '@cchc/domain/scheduling/problem.ts'
import { readBusyPeople } from '../availability/queries.ts'
import type { SettledCampaign } from '../campaigns/queries.ts'
import { readFields, readSeats } from '../campaigns/team-views.ts'
import type { Context } from '../platform/context.ts'
import type { OwnVisits } from './read-own-visits.ts'

const chairs = ['leader', 'standing-deputy', 'deputy']

/**
 * Who of the team can be away and what a visit must have: somebody to chair, and for each field one of those who take it: seats
 * with the field, seats of its lead agency, stand-ins. A seat nobody is named to counts as present, because an agency that has
 * not named its person has not said that they are away. Basis: QĐ 2251/QĐ-UBND, mục III.2, IV.2.
 */
export async function readNeeds(
  { db }: Context,
  { campaignId, periodFrom, periodTo }: SettledCampaign,
  own: OwnVisits,
): Promise<{ seats: Seat[]; needs: Need[]; remarks: string[] }> {
  const team = await readSeats(db, campaignId)
  const busy = await readBusyPeople(
    db,
    team.flatMap(({ personId }) => personId ?? []),
    periodFrom,
    periodTo,
  )
  const busyOf = (personId: string | null): BusyTime[] =>
    personId === null ? [] : [...(busy.get(personId) ?? []), ...(own.byPerson.get(personId) ?? [])]
  const fields = await readFields(db, campaignId)
  const remarks: string[] = []
  const needs: Need[] = []
  const need = (name: string, takers: typeof team) => {
    const named = takers.filter(({ personId }) => personId !== null)
    const those = named.length > 0 ? named : takers
    if (those.length === 0) remarks.push(`${name}: Đoàn chưa có ai, nên không xét khi xếp lịch.`)
    else needs.push({ name, seatKeys: those.map(({ teamMemberId }) => teamMemberId) })
  }
  need(
    'Chủ trì buổi kiểm tra',
    team.filter(({ role }) => chairs.includes(role)),
  )
  for (const { fieldKey, name, leadAgencyCode, standIns } of fields)
    need(
      `Lĩnh vực “${name}”`,
      team.filter(
        ({ teamMemberId, fieldKeys, agencyCode }) =>
          fieldKeys.includes(fieldKey) ||
          (agencyCode !== null && agencyCode === leadAgencyCode) ||
          standIns.includes(teamMemberId),
      ),
    )
  const wanted = new Set(needs.flatMap(({ seatKeys }) => seatKeys))
  return {
    seats: team
      .filter(({ teamMemberId }) => wanted.has(teamMemberId))
      .map(({ teamMemberId, personId, fullName, post }) => ({
        key: teamMemberId,
        name: fullName ?? post,
        busy: busyOf(personId),
      })),
    needs,
    remarks,
  }
}
