import { randomUUID } from 'node:crypto'
import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { type BuiltCampaign, type BuiltInspection, buildInspection } from '../../../test/factories.ts'
import type { TestHouse } from '../../../test/house.ts'
import { member } from '../../../test/people.ts'

export interface WrittenFinding {
  readonly kind: FindingKind
  readonly fieldKey: string
  readonly text: string
  readonly cause?: string
}

export const someFindings: readonly WrittenFinding[] = [
  { kind: 'strength', fieldKey: 'institutions', text: 'Rà soát đủ 18 văn bản' },
  { kind: 'good-practice', fieldKey: 'admin-procedures', text: 'Trả kết quả tại nhà' },
  {
    kind: 'shortcoming',
    fieldKey: 'admin-procedures',
    text: 'Còn 115 hồ sơ đất đai quá hạn',
    cause: 'Thiếu người',
  },
  { kind: 'violation', fieldKey: 'institutions', text: 'Ban hành văn bản trái thẩm quyền' },
]

/**
 * An inspection after its visit of 15/7/2026, written straight into the tables: report sent on time, two figures verified
 * (one differs by 15), attendance, findings, minutes closed.
 */
export async function buildVisited(
  house: TestHouse,
  campaign: BuiltCampaign,
  overrides: {
    unitCode?: string
    halfDay?: 'morning' | 'afternoon'
    findings?: readonly WrittenFinding[]
    answers?: Record<string, number>
    verified?: Record<string, number>
  } = {},
): Promise<BuiltInspection> {
  const {
    findings = someFindings,
    answers = {
      'admin-procedures.received': 1000,
      'admin-procedures.resolved': 900,
      'admin-procedures.on-time': 800,
    },
    verified = { 'admin-procedures.received': 1000, 'admin-procedures.on-time': 785 },
    ...where
  } = overrides
  const inspection = await buildInspection(house, { campaign, state: 'visited', ...where })
  const { inspectionId, selfReportId } = inspection
  const { owner } = house
  const author = house.personId(member)
  await owner
    .updateTable('selfReports')
    .set({
      state: 'accepted',
      sentAt: '2026-07-09T02:00:00Z',
      dueOnWhenSent: '2026-07-10',
      verdict: 'on-time',
      daysLate: 0,
    })
    .where('inspectionId', '=', inspectionId)
    .execute()
  const saved = { savedBy: author, savedAt: '2026-07-08T02:00:00Z', revision: 1 }
  const answerRows = Object.entries(answers).map(([itemKey, value]) => ({
    ...saved,
    selfReportId: selfReportId!,
    itemKey,
    value: JSON.stringify(value),
  }))
  if (answerRows.length > 0) await owner.insertInto('answers').values(answerRows).execute()
  const verifiedRows = Object.entries(verified).map(([itemKey, value]) => ({
    inspectionId,
    itemKey,
    verified: value,
    reason: answers[itemKey] === value ? '' : 'Sổ theo dõi ghi khác',
    verifiedBy: author,
    verifiedAt: '2026-07-15T02:00:00Z',
    revision: 1,
  }))
  if (verifiedRows.length > 0) await owner.insertInto('verifiedFigures').values(verifiedRows).execute()
  await owner
    .insertInto('visits')
    .values({
      inspectionId,
      state: 'closed',
      startedAt: '2026-07-15T01:00:00Z',
      endedAt: '2026-07-15T04:00:00Z',
      attendance: JSON.stringify([
        { side: 'team', fullName: 'Thư ký Đoàn', post: 'Chuyên viên', present: true },
        { side: 'unit', fullName: 'Lãnh đạo Lê Chân', post: 'Chủ tịch', present: true },
      ]),
    })
    .execute()
  if (findings.length > 0)
    await owner
      .insertInto('findings')
      .values(
        findings.map((finding, minute) => ({
          ...finding,
          findingId: randomUUID(),
          inspectionId,
          recordedBy: author,
          recordedAt: `2026-07-15T02:0${minute}:00Z`,
        })),
      )
      .execute()
  return inspection
}
