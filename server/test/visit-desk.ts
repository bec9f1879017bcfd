import {
  closeVisit,
  getVisit,
  recordFinding,
  saveAttendance,
  saveMinutes,
  startVisit,
  type VisitView,
  verifyFigure,
} from '@cchc/domain/fieldwork/contract.ts'
import { type BuiltCampaign, buildInspection } from './factories.ts'
import type { TestHouse } from './house.ts'
import { planner, type TestPerson, unitOfficer } from './people.ts'

export const rate = 'admin-procedures.on-time-rate'
export const received = 'admin-procedures.received'
const reported = { [received]: 120, 'admin-procedures.resolved': 99, 'admin-procedures.on-time': 95 }

export const shortcoming = {
  fieldKey: 'admin-procedures',
  kind: 'shortcoming' as const,
  text: 'Còn hồ sơ quá hạn chưa có thư xin lỗi',
  cause: 'Chưa nắm quy trình',
  responsible: 'Trung tâm Phục vụ hành chính công',
}

/** What the tests of this shelf do at a visit by HTTP, and how they look into the tables as their oracle. */
export function visitDesk(house: TestHouse, campaign: BuiltCampaign) {
  const read = async (person: TestPerson, inspectionId: string): Promise<VisitView> =>
    (await house.as(person).call(getVisit, { params: { inspectionId } })).ok()
  const start = (person: TestPerson, inspectionId: string, startedAt: string | null = null) =>
    house.as(person).call(startVisit, { params: { inspectionId }, body: { startedAt } })

  /** The visit at Phường Lê Chân on Wednesday 15/7/2026, 08:05 now; its report came in time unless `sent` says otherwise. */
  async function announcedVisit({ sent = true } = {}): Promise<string> {
    const { inspectionId, selfReportId } = await buildInspection(house, { campaign })
    const saved = { selfReportId: selfReportId!, revision: 1, savedBy: house.personId(unitOfficer) }
    const answers = Object.entries(reported).map(([itemKey, value]) => ({
      ...saved,
      itemKey,
      value: JSON.stringify(value),
      savedAt: '2026-07-09T02:00:00Z',
    }))
    await house.owner.insertInto('answers').values(answers).execute()
    if (sent)
      await house.owner
        .updateTable('selfReports')
        .set({ state: 'sent', sentAt: '2026-07-09T02:00:00Z', verdict: 'on-time', daysLate: 0 })
        .where('selfReportId', '=', selfReportId!)
        .execute()
    return inspectionId
  }

  return {
    read,
    start,
    announcedVisit,
    async openVisit(options?: { sent?: boolean }): Promise<string> {
      const inspectionId = await announcedVisit(options)
      ;(await start(planner, inspectionId)).ok()
      return inspectionId
    },
    close: (person: TestPerson, inspectionId: string, endedAt: string | null = null) =>
      house.as(person).call(closeVisit, { params: { inspectionId }, body: { endedAt } }),
    verify: (
      person: TestPerson,
      inspectionId: string,
      itemKey: string,
      body: { revision: number; verified: number | null; reason?: string },
    ) => house.as(person).call(verifyFigure, { params: { inspectionId, itemKey }, body: { reason: '', ...body } }),
    note: (person: TestPerson, inspectionId: string, findingId: string, more: Partial<typeof shortcoming> = {}) =>
      house.as(person).call(recordFinding, { params: { inspectionId }, body: { ...shortcoming, ...more, findingId } }),
    /** Marks everybody present and names the chair. */
    async prepareMinutes(inspectionId: string): Promise<VisitView> {
      const { attendance, session } = await read(planner, inspectionId)
      const all = attendance.map((row) => ({ ...row, present: true }))
      const params = { inspectionId }
      ;(await house.as(planner).call(saveAttendance, { params, body: { attendance: all } })).ok()
      const { revision, secretary } = session
      const chair = 'Người Chủ Trì, Phó Giám đốc Sở Nội vụ'
      const body = { revision, chair, secretary, exchange: 'Trao đổi về hồ sơ quá hạn.', unitOpinion: '' }
      return (await house.as(planner).call(saveMinutes, { params, body })).ok()
    },
    findingsInTable: (inspectionId: string) =>
      house.owner.selectFrom('findings').selectAll().where('inspectionId', '=', inspectionId).execute(),
    eventsOf: (inspectionId: string, action: string) =>
      house.owner
        .selectFrom('auditEvents')
        .selectAll()
        .where('inspectionId', '=', inspectionId)
        .where('action', '=', action)
        .execute(),
    offRoster: (person: TestPerson) =>
      house.owner.deleteFrom('inspectionRoster').where('teamMemberId', '=', campaign.seatOf(person)).execute(),
  }
}
