import type { InspectionState } from '@cchc/domain/inspections/states.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { editRegistration as contract, RegistrationBody } from '@cchc/domain/thematic/contract.ts'
import { editRefusal, registrationActions } from '@cchc/domain/thematic/rules.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { addUnits, openCampaign, replacePeople, requireSound } from './keep-registration.ts'
import { lockRegistration, moveThematic, type RegistrationRow } from './queries.ts'
import { registrationDetail } from './registration-view.ts'
import { selectThematicUnits } from './unit-rows.ts'

/** Changes a registration; what the office has decided on stays as it was registered, its people apart. A stale one is a 409 with what stands. */
export const editRegistration: Act<typeof contract> = async (context, { params, body: { revision, ...body } }) => {
  const { db, viewer, record } = context
  const { registrationId } = params
  const before = await lockRegistration(db, registrationId)
  const units = await readUnits(context, registrationId)
  const actions = registrationActions(viewer, { agencyCode: before.agencyCode, units })
  if (!actions.includes('edit') && !actions.includes('edit-people'))
    throw new Refusal('wrong-state', {
      act: 'sửa',
      what: 'đăng ký',
      state: 'Đã rút hoặc đã kiểm tra',
      way: 'Đăng ký mới nếu cần.',
    })
  await requireFresh(context, before, revision)
  const refusal = editRefusal({ ...before, units }, body)
  if (refusal) throw refusal
  const campaign = await openCampaign(context, before.campaignId)
  await requireSound(context, campaign, body)
  const { people, units: wanted, ...words } = body
  await db
    .updateTable('thematicRegistrations')
    .set((eb) => ({ ...words, revision: eb('revision', '+', 1) }))
    .where('registrationId', '=', registrationId)
    .execute()
  await replacePeople(context, registrationId, people)
  await settleUnits(context, units, wanted)
  const isNew = ({ unitCode }: { unitCode: string }) => !units.some((unit) => unit.unitCode === unitCode)
  await addUnits(context, campaign, registrationId, wanted.filter(isNew))
  await record('thematic.edit', registrationId, { revision: revision + 1, units: wanted })
  return registrationDetail(context, registrationId)
}

/** Refuses with `changed-meanwhile` and what stands now when somebody else has saved since. */
export async function requireFresh(context: Context, before: RegistrationRow, revision: number): Promise<void> {
  if (before.revision === revision) return
  throw new Refusal(
    'changed-meanwhile',
    { what: 'Đăng ký này' },
    { theirs: await registrationDetail(context, before.registrationId) },
  )
}

/** Units of a registration that have not been withdrawn, locked. */
export async function readUnits({ db, viewer }: Context, registrationId: string) {
  const rows = await selectThematicUnits(db, viewer)
    .where('inspections.registrationId', '=', registrationId)
    .where('inspections.state', '<>', 'cancelled')
    .orderBy('inspections.inspectionId')
    .forUpdate('inspections')
    .execute()
  return rows.map(({ inspectionId, unitCode, unitName, state, wishedFrom, wishedTo }) => ({
    inspectionId,
    unitCode,
    unitName,
    state: state as InspectionState,
    wish: { from: wishedFrom!, to: wishedTo! },
  }))
}

async function settleUnits(
  context: Context,
  units: Awaited<ReturnType<typeof readUnits>>,
  wanted: RegistrationBody['units'],
): Promise<void> {
  for (const unit of units.filter(({ state }) => state === 'registered')) {
    const kept = wanted.find(({ unitCode }) => unitCode === unit.unitCode)
    if (!kept) await moveThematic(context, unit, 'cancel')
    else if (kept.wish.from !== unit.wish.from || kept.wish.to !== unit.wish.to)
      await context.db
        .updateTable('inspections')
        .set((eb) => ({ wishedFrom: kept.wish.from, wishedTo: kept.wish.to, revision: eb('revision', '+', 1) }))
        .where('inspectionId', '=', unit.inspectionId)
        .execute()
  }
}
