import { createAccount, updateAccount } from '@cchc/domain/accounts/contract.ts'
import { effectsKey } from '@cchc/domain/calendar/change.ts'
import { previewCalendarDays, saveCalendarDays } from '@cchc/domain/calendar/contract.ts'
import { closeCampaign, removeTeamMember } from '@cchc/domain/campaigns/contract.ts'
import { suggestNumber } from '@cchc/domain/documents/contract.ts'
import type { AnyEndpoint } from '@cchc/domain/endpoint.ts'
import {
  addPlannedInspection,
  announceInspection,
  cancelInspection,
  moveInspection,
  scheduleInspection,
} from '@cchc/domain/inspections/contract.ts'
import { planTrip } from '@cchc/domain/logistics/contract.ts'
import { registerThematic } from '@cchc/domain/thematic/contract.ts'
import { proposeUnannounced } from '@cchc/domain/unannounced/contract.ts'
import type { z } from 'zod'
import { hiddenSlot, hiddenTrip } from './samples.ts'
import type { Asker, Beginning, Sample, World } from './worlds.ts'
import { hiddenUnit } from './worlds.ts'

export interface StrangersAct {
  readonly asker: Asker
  readonly path: string
  readonly status: number
  /** What is sent to one world: ids made meanwhile differ between the two. */
  sample(world: World): Promise<Sample>
}

type Sent<E extends AnyEndpoint> = {
  params?: z.input<NonNullable<E['params']>>
  body?: z.input<NonNullable<E['body']>>
}

/** What strangers do beside, over and around the hidden inspection, in this order, and how each must end. */
export function strangersActs({ askers }: Beginning): StrangersAct[] {
  const act = <E extends AnyEndpoint>(
    name: string,
    entry: E,
    status: number,
    of: (world: World) => Promise<Sent<E>>,
  ): StrangersAct => ({
    asker: askers.get(name)!,
    path: entry.path,
    status,
    async sample(world) {
      const { params = {}, body } = await of(world)
      return { entry, params: params as Record<string, string>, query: {}, body }
    },
  })
  const personId = (name: string) => askers.get(name)!.viewer!.personId
  const campaign = async ({ owner }: World) =>
    owner.selectFrom('campaigns').select('campaignId').executeTakeFirstOrThrow()
  const planned = ({ owner }: World) =>
    owner
      .selectFrom('inspections')
      .select(['inspectionId', 'revision'])
      .where('unitCode', '=', hiddenUnit)
      .where('kind', '=', 'planned')
      .executeTakeFirstOrThrow()
  const scheduled = ({ owner }: World) =>
    owner
      .selectFrom('inspections')
      .select(['inspectionId', 'revision'])
      .where('unitCode', '<>', hiddenUnit)
      .where('kind', '=', 'planned')
      .where('state', '=', 'scheduled')
      .executeTakeFirstOrThrow()
  const seatOf = async ({ owner }: World, name: string) =>
    (
      await owner
        .selectFrom('teamMembers')
        .select('teamMemberId')
        .where('personId', '=', personId(name))
        .executeTakeFirstOrThrow()
    ).teamMemberId
  const holiday = {
    day: '2026-09-29',
    before: null,
    to: { kind: 'holiday' as const, name: 'Ngày nghỉ thử', basis: 'Thử', status: 'final' as const },
  }
  const seenEffects = async ({ app }: World) =>
    effectsKey(
      await app.perform(askers.get('the administrator')!.viewer!, previewCalendarDays, {
        body: { changes: [holiday] },
      }),
    )

  return [
    act('another planner', addPlannedInspection, 200, async (world) => ({
      params: await campaign(world),
      body: { unitCode: hiddenUnit, document: '3012/QĐ-UBND', issuedOn: '2026-09-14', reason: 'Bổ sung kế hoạch' },
    })),
    act('another planner', addPlannedInspection, 409, async (world) => ({
      params: await campaign(world),
      body: { unitCode: hiddenUnit, document: '3012/QĐ-UBND', issuedOn: '2026-09-14', reason: 'Lần nữa' },
    })),
    act('another planner', scheduleInspection, 200, async (world) => {
      const { inspectionId, revision } = await planned(world)
      const seats = await Promise.all(['a member', 'another member'].map((name) => seatOf(world, name)))
      return {
        params: { inspectionId },
        body: {
          revision,
          ...hiddenSlot,
          place: 'Trụ sở phường',
          roster: seats.map((teamMemberId) => ({ teamMemberId, fieldKeys: ['steering'] })),
          reason: null,
        },
      }
    }),
    act('another planner', announceInspection, 200, async (world) => {
      const { number } = await world.app.perform(askers.get('another planner')!.viewer!, suggestNumber, {
        params: await campaign(world),
        query: { kind: 'schedule-notice' },
      })
      return {
        params: await planned(world),
        body: { number, issuedOn: '2026-09-15', rosterReason: 'Các cơ quan cử người sau' },
      }
    }),
    // One of the circle plans as blindly as everybody else.
    act('the planner', moveInspection, 200, async (world) => ({
      params: await scheduled(world),
      body: {
        revision: (await scheduled(world)).revision,
        visitOn: hiddenSlot.visitOn,
        halfDay: 'afternoon' as const,
        reason: null,
      },
    })),
    act('another planner', removeTeamMember, 200, async (world) => ({
      params: { teamMemberId: await seatOf(world, 'a deputy') },
    })),
    act('the administrator', updateAccount, 200, async () => ({
      params: { personId: personId('a member') },
      body: {
        fullName: 'Thành viên nay kiêm quản trị',
        post: 'Chuyên viên',
        email: null,
        phone: null,
        roles: ['team-member' as const, 'administrator' as const],
        unitCode: '31-STP',
        disabled: false,
      },
    })),
    act('the administrator', createAccount, 200, async () => ({
      body: {
        fullName: 'Người mới',
        post: 'Chuyên viên',
        email: null,
        phone: null,
        roles: ['city-viewer' as const],
        unitCode: null,
        username: 'nguoi-moi',
        password: 'mot cau ngan de nho',
      },
    })),
    act('another planner', saveCalendarDays, 200, async (world) => ({
      body: { changes: [holiday], reason: 'Thử', seen: await seenEffects(world) },
    })),
    act('another planner', planTrip, 200, async (world) => {
      const { vehicleId } = await world.owner.selectFrom('vehicles').select('vehicleId').executeTakeFirstOrThrow()
      return { params: await campaign(world), body: { inspectionId: null, vehicleId, ...hiddenTrip } }
    }),
    act('a coordinator', registerThematic, 200, async (world) => ({
      params: await campaign(world),
      body: {
        title: 'Kiểm tra công tác tư pháp',
        content: 'Hộ tịch, chứng thực',
        legalBasis: '',
        fieldKeys: [],
        people: [],
        units: [{ unitCode: hiddenUnit, wish: { from: '2026-09-25', to: '2026-09-30' } }],
      },
    })),
    act('another planner', proposeUnannounced, 200, async (world) => ({
      params: await campaign(world),
      body: {
        unitCode: hiddenUnit,
        reasons: 'Cũng nghe phản ánh',
        notes: '',
        ...hiddenSlot,
        places: [{ kind: 'head-office' as const, name: 'Trụ sở', address: '' }],
        people: [{ personId: personId('another member'), fieldKeys: [] }],
        circle: [],
      },
    })),
    act('another planner', cancelInspection, 200, async (world) => ({
      params: await scheduled(world),
      body: { revision: (await scheduled(world)).revision, reason: 'Đơn vị sáp nhập' },
    })),
    act('another planner', closeCampaign, 200, async (world) => ({ params: await campaign(world) })),
  ]
}
