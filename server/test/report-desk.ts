import type { AnswerValue } from '@cchc/domain/outlines/outline.ts'
import { getSelfReport, type SelfReportView, saveAnswer, sendSelfReport } from '@cchc/domain/self-reports/contract.ts'
import { type BuiltCampaign, buildInspection } from './factories.ts'
import type { TestHouse } from './house.ts'
import { type TestPerson, unitHead, unitOfficer } from './people.ts'

export const received = 'admin-procedures.received'
export const initiatives = 'admin-procedures.initiatives'

/** Answers to every required item of the tests' outline, with nothing against them. */
export const soundAnswers: Record<string, AnswerValue> = {
  [received]: 120,
  'admin-procedures.resolved': 100,
  'admin-procedures.on-time': 95,
  'admin-procedures.satisfaction': 96.5,
}

/** What the tests of this shelf do to a report by HTTP, and how they look into the tables as their oracle. */
export function reportDesk(house: TestHouse, campaign: BuiltCampaign) {
  const save = (person: TestPerson, selfReportId: string, itemKey: string, value: AnswerValue | null, revision = 0) =>
    house.as(person).call(saveAnswer, { params: { selfReportId, itemKey }, body: { revision, value } })
  return {
    save,
    /** Phường Lê Chân's report for the visit of Wednesday 15/7/2026, due on Friday 10/7. */
    async openReport(overrides: Parameters<typeof buildInspection>[1] = {}) {
      const { inspectionId, selfReportId } = await buildInspection(house, { campaign, ...overrides })
      return { inspectionId, selfReportId: selfReportId! }
    },
    async write(selfReportId: string, answers = soundAnswers) {
      for (const [itemKey, value] of Object.entries(answers))
        (await save(unitOfficer, selfReportId, itemKey, value)).ok()
    },
    async read(person: TestPerson, inspectionId: string): Promise<SelfReportView> {
      return (await house.as(person).call(getSelfReport, { params: { inspectionId } })).ok()
    },
    send: (selfReportId: string) => house.as(unitHead).call(sendSelfReport, { params: { selfReportId } }),
    rowOf: (selfReportId: string) =>
      house.owner
        .selectFrom('selfReports')
        .selectAll()
        .where('selfReportId', '=', selfReportId)
        .executeTakeFirstOrThrow(),
    versionsOf: (selfReportId: string) =>
      house.owner.selectFrom('answerVersions').selectAll().where('selfReportId', '=', selfReportId).execute(),
    eventsOf: (selfReportId: string, action: string) =>
      house.owner
        .selectFrom('auditEvents')
        .selectAll()
        .where('subjectId', '=', selfReportId)
        .where('action', '=', action)
        .orderBy('at')
        .execute(),
  }
}
