import { Refusal } from '@cchc/domain/refusals.ts'
import type { RegistrationBody } from '@cchc/domain/thematic/contract.ts'
import type { ThematicPerson } from '@cchc/domain/thematic/guest.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { getSettledCampaign, type SettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'

/** The campaign that a department registers in: issued and not closed. */
export async function openCampaign({ db }: Pick<Context, 'db'>, campaignId: string): Promise<SettledCampaign> {
  const campaign = await getSettledCampaign(db, campaignId)
  if (campaign.state === 'closed')
    throw new Refusal('wrong-state', {
      act: 'đăng ký kiểm tra chuyên đề',
      what: 'đợt kiểm tra',
      state: 'Đã kết thúc',
      way: 'Đăng ký vào đợt kiểm tra đang chạy.',
    })
  return campaign
}

/** The viewer's own department, or `no-department`. */
export function ownDepartment({ viewer }: Pick<Context, 'viewer'>): string {
  if (!viewer.unitCode) throw new Refusal('no-department')
  return viewer.unitCode
}

/** Refuses a body that names units, fields or people that are not there, a unit twice, or a time outside the campaign's year. */
export async function requireSound(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  campaign: SettledCampaign,
  { units, fieldKeys, people }: RegistrationBody,
): Promise<void> {
  const codes = units.map(({ unitCode }) => unitCode)
  const known = await db.selectFrom('units').select(['unitCode', 'fullName']).where('unitCode', 'in', codes).execute()
  const names = new Map(known.map(({ unitCode, fullName }) => [unitCode, fullName]))
  for (const [index, { unitCode, wish }] of units.entries()) {
    const unit = names.get(unitCode)
    if (!unit) throw new Refusal('no-such-unit', { code: unitCode })
    if (codes.indexOf(unitCode) !== index) throw new Refusal('registered-twice', { unit })
    const year = String(campaign.year)
    if (!wish.from.startsWith(year) || !wish.to.startsWith(year))
      throw new Refusal('wish-outside-year', { unit, time: wishInWords(wish), year })
  }
  if (fieldKeys.length > 0) {
    const fields = await db
      .selectFrom('campaignFields')
      .select('fieldKey')
      .where('campaignId', '=', campaign.campaignId)
      .execute()
    if (!fieldKeys.every((key) => fields.some(({ fieldKey }) => fieldKey === key))) throw new Refusal('no-such-field')
  }
  const linked = people.flatMap(({ personId }) => personId ?? [])
  if (linked.length === 0) return
  const colleagues = await db
    .selectFrom('people')
    .select('personId')
    .where('personId', 'in', linked)
    .where('unitCode', '=', viewer.unitCode)
    .execute()
  if (!linked.every((id) => colleagues.some(({ personId }) => personId === id))) throw new Refusal('no-such-person')
}

/** Puts the people of a registration in place of those who stood there. */
export async function replacePeople(
  { db }: Pick<Context, 'db'>,
  registrationId: string,
  people: readonly ThematicPerson[],
): Promise<void> {
  await db.deleteFrom('thematicPeople').where('registrationId', '=', registrationId).execute()
  if (people.length === 0) return
  await db
    .insertInto('thematicPeople')
    .values(people.map((person, position) => ({ ...person, registrationId, position })))
    .execute()
}

/** Adds units to a registration, each as an inspection that is only wished for. */
export async function addUnits(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { campaignId, year, leadWorkingDays }: SettledCampaign,
  registrationId: string,
  units: RegistrationBody['units'],
): Promise<void> {
  if (units.length === 0) return
  await db
    .insertInto('inspections')
    .values(
      units.map(({ unitCode, wish }) => ({
        campaignId,
        registrationId,
        unitCode,
        year,
        kind: 'thematic',
        state: 'registered',
        wishedFrom: wish.from,
        wishedTo: wish.to,
        leadWorkingDays,
        createdAt: now,
      })),
    )
    .execute()
}
