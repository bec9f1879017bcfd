import type { Role } from '@cchc/domain/access/permissions.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

const ofUnit = { officers: 'unit-officer', heads: 'unit-head' } as const
const ofTeam = { secretary: 'planner', 'standing-deputy': 'standing-deputy', leader: 'team-leader' } as const

/** Who hears of a recommendation: people of its unit, and those of the office. */
export type Hearer = keyof typeof ofUnit | keyof typeof ofTeam

/** Everybody who hears of a request for more time and of its decision. */
export const everybody: readonly Hearer[] = ['officers', 'heads', 'secretary', 'standing-deputy', 'leader']

/** The accounts of these people, for a recommendation with this unit. */
export async function peopleToTell(
  { db }: Pick<Context, 'db'>,
  unitCode: string,
  to: readonly Hearer[],
): Promise<string[]> {
  const withRole = (role: Role) => sql<boolean>`${role} = any(roles)`
  const rows = await db
    .selectFrom('people')
    .select('personId')
    .where('disabled', '=', false)
    .where((eb) =>
      eb.or(
        to.map((who) =>
          who === 'officers' || who === 'heads'
            ? eb.and([withRole(ofUnit[who]), eb('unitCode', '=', unitCode)])
            : withRole(ofTeam[who]),
        ),
      ),
    )
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
