import type { Outline, UnitKind } from '@cchc/domain/outlines/outline.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'

/** What the preview calls a unit of each kind. */
export const previewUnits: Record<UnitKind, string> = {
  department: 'Sở, ban, ngành',
  'advisory-department': 'Sở, ngành tham mưu lĩnh vực',
  commune: 'Xã, phường, đặc khu',
}

/** The id of no report at all. */
export const emptyReportId = '00000000-0000-4000-8000-000000000000'

/** A report that nobody has written in, as a unit of this kind would open it: what the form and its print are drawn from. */
export function emptyReport(outline: Outline, unitKind: UnitKind, year: number): SelfReportView {
  return {
    selfReportId: emptyReportId,
    inspectionId: emptyReportId,
    unitCode: '',
    unitName: previewUnits[unitKind],
    unitType: unitKind === 'commune' ? 'commune' : 'department',
    advisory: unitKind === 'advisory-department',
    state: 'not-started',
    outline,
    answers: [],
    explanations: {},
    visitOn: null,
    dataFrom: `${year - 1}-12-15`,
    dueOn: null,
    counted: [],
    why: null,
    workingDaysLeft: null,
    sentAt: null,
    verdict: null,
    daysLate: null,
    fingerprint: null,
    remarks: [],
    version: 0,
    correction: null,
    extendedTo: null,
    actions: [],
  }
}
