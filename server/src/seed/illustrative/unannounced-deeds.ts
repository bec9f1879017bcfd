import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { draftConclusion, getConclusion, issueConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import {
  closeVisit,
  getVisit,
  recordFinding,
  saveAttendance,
  saveMinutes,
  startVisit,
} from '@cchc/domain/fieldwork/contract.ts'
import {
  getUnannounced,
  numberUnannouncedPaper,
  openUnannounced,
  orderUnannounced,
  proposeUnannounced,
  recordPlace,
  type UnannouncedPlan,
  type UnannouncedView,
} from '@cchc/domain/unannounced/contract.ts'
import type { Perform } from '../../platform/serve.ts'
import type { Cast } from './cast.ts'
import { at, type Deed } from './deed.ts'
import { idOf } from './draws.ts'

interface Ground {
  readonly perform: Perform
  readonly cast: Cast
  readonly campaignId: string
  nextNumber(): string
}

/** The ward that was inspected unannounced, outside the decision's list; its people are admitted with the others. */
export const inspectedUnannounced = '11455'
const stillHidden = '11755'

/** One unannounced inspection that was opened and concluded in August, and one that is ordered and known to four people. */
export function unannouncedDeeds(ground: Ground): Deed[] {
  return [...openedInAugust(ground), ...hiddenInSeptember(ground)]
}

function planOf({ cast }: Ground, member: Viewer, more: Partial<UnannouncedPlan>): UnannouncedPlan {
  return {
    unitCode: inspectedUnannounced,
    reasons: 'Phản ánh của người dân về hồ sơ đất đai trả chậm, không có phiếu xin lỗi (dữ liệu minh họa).',
    notes: '',
    visitOn: '2026-08-20',
    halfDay: 'morning',
    places: [
      { kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công phường', address: '' },
      { kind: 'reception', name: 'Phòng tiếp công dân', address: '' },
      { kind: 'office', name: 'Phòng Kinh tế, Hạ tầng và Đô thị', address: '' },
    ],
    people: [
      { personId: member.personId, fieldKeys: ['admin-procedures'] },
      { personId: cast.planner.personId, fieldKeys: ['steering'] },
    ],
    circle: [cast.standingDeputy.personId, member.personId],
    ...more,
  }
}

function openedInAugust(ground: Ground): Deed[] {
  const { perform, cast, campaignId, nextNumber } = ground
  const { planner, leader, standingDeputy } = cast
  const member = cast.members.get('31-VP') ?? [...cast.members.values()][0]!
  let view: UnannouncedView
  const params = () => ({ inspectionId: view.inspectionId })
  const propose = async (now: string) => {
    const body = planOf(ground, member, {})
    view = await perform(planner, proposeUnannounced, { params: { campaignId }, body }, { now })
  }
  const order = async (now: string) => {
    view = await perform(leader, orderUnannounced, { params: params(), body: { revision: view.revision } }, { now })
  }
  const open = async (now: string) => {
    const [first] = view.places
    view = await perform(member, openUnannounced, { params: params(), body: { placeId: first!.placeId } }, { now })
    await perform(member, startVisit, { params: params(), body: { startedAt: now } }, { now })
  }
  const goOn = (leaves: number, arrives: number | null) => async (now: string) => {
    const current = await perform(member, getUnannounced, { params: params() })
    const place = (index: number) => current.places[index]!
    const keep = (index: number, times: { arrivedAt: string | null; leftAt: string | null }) =>
      perform(member, recordPlace, { params: { ...params(), placeId: place(index).placeId }, body: times }, { now })
    await keep(leaves, { arrivedAt: place(leaves).arrivedAt, leftAt: now })
    if (arrives !== null) await keep(arrives, { arrivedAt: now, leftAt: null })
  }
  const note = async (now: string) => {
    const { attendance } = await perform(member, getVisit, { params: params() })
    await perform(
      member,
      saveAttendance,
      { params: params(), body: { attendance: attendance.map((row) => ({ ...row, present: true })) } },
      { now },
    )
    for (const [index, finding] of findings.entries())
      await perform(
        member,
        recordFinding,
        { params: params(), body: { ...finding, findingId: idOf(`unannounced ${index}`) } },
        { now },
      )
  }
  const close = async (now: string) => {
    const { session } = await perform(member, getVisit, { params: params() })
    const body = {
      revision: session.revision,
      chair: member.fullName,
      secretary: planner.fullName,
      exchange: 'Đoàn xem hồ sơ đang giải quyết tại quầy, đối chiếu với hệ thống một cửa (dữ liệu minh họa).',
      unitOpinion: 'Đơn vị tiếp thu, cam kết khắc phục (dữ liệu minh họa).',
    }
    await perform(member, saveMinutes, { params: params(), body }, { now })
    await perform(member, closeVisit, { params: params(), body: { endedAt: now } }, { now })
  }
  const enter = async (now: string) => {
    const number = (kind: 'unannounced-order' | 'unannounced-notice', given: string) =>
      perform(planner, numberUnannouncedPaper, { params: { ...params(), kind }, body: { number: given } }, { now })
    await number('unannounced-order', '1')
    await number('unannounced-notice', nextNumber())
  }
  const current = async () => (await perform(planner, getConclusion, { params: params() })).conclusion!
  const draft = async (now: string) => void (await perform(planner, draftConclusion, { params: params() }, { now }))
  const submit = async (now: string) =>
    void (await perform(planner, submitConclusion, { params: await current() }, { now }))
  const issue = async (now: string) =>
    void (await perform(
      standingDeputy,
      issueConclusion,
      { params: await current(), body: { number: nextNumber(), issuedOn: now.slice(0, 10) } },
      { now },
    ))
  return [
    { at: at('2026-08-17', '09:00'), perform: propose },
    { at: at('2026-08-18', '14:10'), perform: order },
    { at: at('2026-08-20', '08:05'), perform: open },
    { at: at('2026-08-20', '08:50'), perform: note },
    { at: at('2026-08-20', '09:40'), perform: goOn(0, 1) },
    { at: at('2026-08-20', '10:15'), perform: goOn(1, 2) },
    { at: at('2026-08-20', '11:10'), perform: goOn(2, null) },
    { at: at('2026-08-20', '11:20'), perform: close },
    { at: at('2026-08-21', '08:30'), perform: enter },
    { at: at('2026-08-25', '09:30'), perform: draft },
    { at: at('2026-08-27', '09:30'), perform: submit },
    { at: at('2026-08-31', '10:30'), perform: issue },
  ]
}

const findings = [
  {
    fieldKey: 'admin-procedures',
    kind: 'shortcoming' as const,
    text: 'Một số hồ sơ đất đai quá hạn chưa có văn bản xin lỗi người nộp (dữ liệu minh họa).',
    cause: 'Chưa phân công người theo dõi hồ sơ sắp đến hạn (dữ liệu minh họa).',
    responsible: 'Trung tâm Phục vụ hành chính công',
  },
  {
    fieldKey: 'admin-procedures',
    kind: 'strength' as const,
    text: 'Quầy tiếp nhận có người trực đủ giờ, niêm yết đầy đủ thủ tục hành chính (dữ liệu minh họa).',
    cause: '',
    responsible: '',
  },
]

/** On its morning one of its people is taken by a planned visit: its circle sees the warning. */
function hiddenInSeptember(ground: Ground): Deed[] {
  const { perform, cast, campaignId } = ground
  const member = cast.members.get('31-STP') ?? [...cast.members.values()][0]!
  let view: UnannouncedView
  return [
    {
      at: at('2026-09-10', '16:00'),
      perform: async (now) => {
        const body = planOf(ground, member, {
          unitCode: stillHidden,
          reasons: 'Tỷ lệ hồ sơ trực tuyến giảm bất thường trong tháng 8 (dữ liệu minh họa).',
          visitOn: '2026-09-22',
          places: [
            { kind: 'one-stop', name: 'Trung tâm Phục vụ hành chính công xã', address: '' },
            { kind: 'head-office', name: 'Trụ sở Ủy ban nhân dân xã', address: '' },
          ],
          people: [{ personId: member.personId, fieldKeys: ['admin-procedures'] }],
        })
        view = await perform(cast.planner, proposeUnannounced, { params: { campaignId }, body }, { now })
      },
    },
    {
      at: at('2026-09-11', '10:20'),
      perform: async (now) =>
        void (await perform(
          cast.leader,
          orderUnannounced,
          { params: { inspectionId: view.inspectionId }, body: { revision: view.revision } },
          { now },
        )),
    },
  ]
}
