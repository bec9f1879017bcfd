import type { Role } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { UnannouncedPlan } from '@cchc/domain/unannounced/contract.ts'
import { requireMayBeTold } from '@cchc/domain/unannounced/rules.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'

/** What a message about a secret inspection says, in the product and by mail: nothing. */
const neutral = {
  title: 'Có việc cần xem',
  // Not even the address of the page leaves the house.
  mail: { subject: 'Có việc cần xem trong hệ thống', body: 'Mời đăng nhập hệ thống Kiểm tra CCHC để xem.', link: '/' },
}

/** Tells people of a secret inspection in words that give nothing away. They must be in its circle: the database refuses others. */
export function tellCircle(
  context: Context,
  inspectionId: string,
  kind: string,
  personIds: readonly string[],
): Promise<void> {
  return tell(context, { personIds, inspectionId, kind, link: `/dot-xuat/${inspectionId}`, ...neutral })
}

/** Lets people of the team into the circle, who tell nobody else by it; those in it already stay as they are. Refuses with `cannot-be-told`. */
export async function addToCircle(
  context: Context,
  inspectionId: string,
  personIds: readonly string[],
  why: string,
): Promise<void> {
  const { db, viewer, now, record } = context
  const wanted = [...new Set(personIds)]
  if (wanted.length === 0) return
  const people = await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'roles', 'disabled'])
    .where('personId', 'in', wanted)
    .orderBy('fullName')
    .execute()
  if (people.length < wanted.length || people.some(({ disabled }) => disabled)) throw new Refusal('no-such-person')
  for (const person of people) requireMayBeTold({ ...person, roles: person.roles as Role[] })
  const known = await db
    .selectFrom('inspectionCircle')
    .select('personId')
    .where('inspectionId', '=', inspectionId)
    .execute()
  const fresh = people.filter(({ personId }) => !known.some((one) => one.personId === personId))
  if (fresh.length === 0) return
  await db
    .insertInto('inspectionCircle')
    .values(fresh.map(({ personId }) => ({ inspectionId, personId, toldAt: now, toldBy: viewer.personId, why })))
    .execute()
  for (const { personId, fullName } of fresh)
    await record('unannounced.tell', inspectionId, { personId, who: fullName, reason: fullName, why }, inspectionId)
  await tellCircle(
    context,
    inspectionId,
    'unannounced.tell',
    fresh.map(({ personId }) => personId),
  )
}

/** Writes the places and people of a plan, in its order, in place of those that stood. */
export async function keepPlacesAndPeople(
  { db }: Context,
  inspectionId: string,
  { places, people }: Pick<UnannouncedPlan, 'places' | 'people'>,
): Promise<void> {
  await db.deleteFrom('inspectionPlaces').where('inspectionId', '=', inspectionId).execute()
  await db
    .insertInto('inspectionPlaces')
    .values(places.map((place, position) => ({ ...place, inspectionId, position })))
    .execute()
  await db.deleteFrom('unannouncedPeople').where('inspectionId', '=', inspectionId).execute()
  if (people.length === 0) return
  const ids = people.map(({ personId }) => personId)
  const known = await db
    .selectFrom('people')
    .select(['personId', 'fullName', 'roles'])
    .where('personId', 'in', ids)
    .execute()
  if (known.length < new Set(ids).size) throw new Refusal('no-such-person')
  for (const person of known) requireMayBeTold({ ...person, roles: person.roles as Role[] })
  const byPerson = new Map(people.map((person) => [person.personId, person]))
  await db
    .insertInto('unannouncedPeople')
    .values([...byPerson.values()].map((person, position) => ({ ...person, inspectionId, position })))
    .execute()
}

/** Refuses with `no-such-unit` a code that the catalogue does not have. */
export async function requireUnit({ db }: Context, code: string): Promise<void> {
  const unit = await db.selectFrom('units').select('unitCode').where('unitCode', '=', code).executeTakeFirst()
  if (!unit) throw new Refusal('no-such-unit', { code })
}
