import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { planTrip } from '@cchc/domain/logistics/contract.ts'
import {
  cancelUnannounced,
  editUnannounced,
  getUnannounced,
  getUnannouncedPaper,
  orderUnannounced,
  proposeUnannounced,
  tellPerson,
  type UnannouncedPlan,
} from '@cchc/domain/unannounced/contract.ts'
import { hiddenSlot, hiddenTrip } from './samples.ts'
import type { Beginning, World } from './worlds.ts'

/** The one thing that the two worlds differ in. */
export interface Secret {
  readonly inspectionId: string
  readonly placeId: string
}

const viewerOf = ({ askers }: Beginning, name: string): Viewer => askers.get(name)!.viewer!

function planOf(beginning: Beginning): UnannouncedPlan {
  const id = (name: string) => viewerOf(beginning, name).personId
  return {
    unitCode: beginning.unitCode,
    reasons: 'Phản ánh về hồ sơ đất đai quá hạn',
    notes: '',
    ...hiddenSlot,
    places: [
      { kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công', address: 'số 1 đường Mẫu' },
      { kind: 'head-office', name: 'Trụ sở', address: '' },
    ],
    people: [{ personId: id('a member'), fieldKeys: ['institutions'] }],
    circle: [id('the standing deputy'), id('a member')],
  }
}

export async function proposeSecret({ app, owner }: World, beginning: Beginning): Promise<Secret> {
  const { campaignId } = await owner.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow()
  const { inspectionId, places } = await app.perform(viewerOf(beginning, 'the planner'), proposeUnannounced, {
    params: { campaignId },
    body: planOf(beginning),
  })
  return { inspectionId, placeId: places[0]!.placeId }
}

/** Ordered by the leader; more people are to go, some of whom are told nothing, and a vehicle is taken. */
export async function orderSecret({ app, owner }: World, beginning: Beginning, secret: Secret): Promise<void> {
  const params = { inspectionId: secret.inspectionId }
  const planner = viewerOf(beginning, 'the planner')
  const leader = viewerOf(beginning, 'the leader')
  const plan = planOf(beginning)
  const more = ['another member', 'a deputy', 'the planner'].map((name) => ({
    personId: viewerOf(beginning, name).personId,
    fieldKeys: ['steering'],
  }))
  const { revision } = await app.perform(planner, getUnannounced, { params })
  const edited = await app.perform(planner, editUnannounced, {
    params,
    body: { revision, plan: { ...plan, people: [...plan.people, ...more] } },
  })
  await app.perform(leader, orderUnannounced, { params, body: { revision: edited.revision } })
  await app.perform(leader, tellPerson, {
    params,
    body: { personId: viewerOf(beginning, 'the standing deputy').personId, why: 'Chuẩn bị xe' },
  })
  const { vehicleId } = await owner.selectFrom('vehicles').select('vehicleId').executeTakeFirstOrThrow()
  const { campaignId } = await owner.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow()
  await app.perform(planner, planTrip, {
    params: { campaignId },
    body: { ...secret, vehicleId, ...hiddenTrip },
  })
  await app.perform(leader, getUnannouncedPaper, { params: { ...params, kind: 'unannounced-order' } })
}

export async function cancelSecret({ app }: World, beginning: Beginning, { inspectionId }: Secret): Promise<void> {
  const planner = viewerOf(beginning, 'the planner')
  const { revision } = await app.perform(planner, getUnannounced, { params: { inspectionId } })
  await app.perform(planner, cancelUnannounced, {
    params: { inspectionId },
    body: { revision, reason: 'Đổi kế hoạch' },
  })
}
