import type { RecommendationView } from '../conclusions/contract.ts'
import { isOverdue } from '../conclusions/states.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { FindingKind } from '../fieldwork/contract.ts'
import type { InspectionKind, InspectionState } from '../inspections/states.ts'
import type { UnitType } from '../units/unit.ts'
import type { SynthesisUnit, SynthesisView } from './contract.ts'

/** One inspection of the season, as far as it is summed up. */
export interface SeasonInspection {
  readonly inspectionId: string
  readonly unitName: string
  readonly unitType: UnitType
  readonly kind: InspectionKind
  readonly state: InspectionState
  readonly visitOn: CalendarDate | null
  readonly reportDueOn: CalendarDate | null
  /** Null until the report is sent. */
  readonly reportVerdict: 'on-time' | 'late' | null
  readonly conclusionCode: string | null
}

export interface SeasonFinding {
  readonly inspectionId: string
  readonly fieldKey: string
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
}

export type SeasonRecommendation = Pick<RecommendationView, 'inspectionId' | 'state' | 'dueOn'> & {
  /** How often more time was granted; none where it is left out. */
  readonly extended?: number
}

/** The blocks whose coverage is shown apart. Basis: QĐ 2251/QĐ-UBND, mục III.4a and Phụ lục II; special zones go with the communes. */
const blocks: readonly { readonly name: string; readonly types: readonly UnitType[] }[] = [
  { name: 'Sở, ban, ngành', types: ['department'] },
  { name: 'Phường', types: ['ward'] },
  { name: 'Xã, đặc khu', types: ['commune', 'special-zone'] },
]

const visitedStates: readonly InspectionState[] = ['visited', 'concluded', 'closed']
const notifiedStates: readonly InspectionState[] = ['announced', ...visitedStates]

/** Whether the visit has been made. */
export function isVisited({ state }: Pick<SeasonInspection, 'state'>): boolean {
  return visitedStates.includes(state)
}

/** Whether an inspection belongs into the synthesis: all of the plan, any other only once it has been made, so that the report tells of none before. */
export function counts(inspection: Pick<SeasonInspection, 'kind' | 'state'>): boolean {
  return inspection.kind === 'planned' ? inspection.state !== 'cancelled' : isVisited(inspection)
}

/** By block: planned units visited, planned, and all of the catalogue. `catalogue` holds the number of units by type. */
export function coverageOf(
  inspections: readonly Pick<SeasonInspection, 'kind' | 'state' | 'unitType'>[],
  catalogue: ReadonlyMap<string, number>,
): SynthesisView['coverage'] {
  return blocks.map(({ name, types }) => {
    const planned = inspections.filter(
      (inspection) => inspection.kind === 'planned' && counts(inspection) && types.includes(inspection.unitType),
    )
    return {
      block: name,
      done: planned.filter(isVisited).length,
      planned: planned.length,
      all: types.reduce((sum, type) => sum + (catalogue.get(type) ?? 0), 0),
    }
  })
}

export function beyondPlanOf(inspections: readonly SeasonInspection[]): SynthesisView['beyondPlan'] {
  const made = (kind: InspectionKind) => inspections.filter((each) => each.kind === kind && isVisited(each)).length
  return { unannounced: made('unannounced'), thematic: made('thematic') }
}

/** How a report came in; `missing` once its date has passed without it, for a unit that was told to send one. Basis: QĐ 2251/QĐ-UBND, mục IV.3. */
export function reportStanding(
  { reportVerdict, reportDueOn, state }: SeasonInspection,
  today: CalendarDate,
): SynthesisUnit['report'] {
  if (reportVerdict) return reportVerdict
  return reportDueOn !== null && reportDueOn < today && notifiedStates.includes(state) ? 'missing' : 'not-due'
}

/** Reports by how they came in; `expected` are those that were sent or whose date has passed. */
export function reportsOf(units: readonly Pick<SynthesisUnit, 'report'>[]): SynthesisView['reports'] {
  const number = (report: SynthesisUnit['report']) => units.filter((unit) => unit.report === report).length
  const [onTime, late, missing] = [number('on-time'), number('late'), number('missing')]
  return { expected: onTime + late + missing, onTime, late, missing }
}

const isStrength = ({ kind }: SeasonFinding) => kind === 'strength' || kind === 'good-practice'

/** The table by unit: counted inspections, block after block, in the order given. */
export function unitsOf(
  inspections: readonly SeasonInspection[],
  findings: readonly SeasonFinding[],
  recommendations: readonly SeasonRecommendation[],
  today: CalendarDate,
): SynthesisUnit[] {
  return blocks.flatMap(({ name, types }) =>
    inspections
      .filter((inspection) => counts(inspection) && types.includes(inspection.unitType))
      .map((inspection) => {
        const isOwn = ({ inspectionId }: { inspectionId: string }) => inspectionId === inspection.inspectionId
        const found = findings.filter(isOwn)
        const asked = recommendations.filter(isOwn)
        return {
          inspectionId: inspection.inspectionId,
          block: name,
          unitName: inspection.unitName,
          visitedOn: isVisited(inspection) ? inspection.visitOn : null,
          report: reportStanding(inspection, today),
          strengths: found.filter(isStrength).length,
          shortcomings: found.filter((finding) => !isStrength(finding)).length,
          recommendations: asked.length,
          verified: asked.filter(({ state }) => state === 'verified').length,
          conclusionCode: inspection.conclusionCode,
        }
      }),
  )
}

/** Findings counted by visited unit and field. */
export function heatOf(
  inspections: readonly SeasonInspection[],
  findings: readonly SeasonFinding[],
  fields: readonly { fieldKey: string; name: string }[],
): SynthesisView['heat'] {
  return {
    fields: [...fields],
    rows: inspections.filter(isVisited).map(({ inspectionId, unitName }) => ({
      inspectionId,
      unitName,
      counts: fields.map(({ fieldKey }) => {
        const found = findings.filter((each) => each.inspectionId === inspectionId && each.fieldKey === fieldKey)
        const strengths = found.filter(isStrength).length
        return { fieldKey, strengths, shortcomings: found.length - strengths }
      }),
    })),
  }
}

/** Recommendations of issued conclusions; `open` are those that their units still owe, `overdue` those of them past their date, `extended` all that were given more time. */
export function recommendationsOf(
  recommendations: readonly SeasonRecommendation[],
  today: CalendarDate,
): SynthesisView['recommendations'] {
  const number = (of: (each: SeasonRecommendation) => boolean) => recommendations.filter(of).length
  return {
    total: recommendations.length,
    verified: number(({ state }) => state === 'verified'),
    remedied: number(({ state }) => state === 'remedied'),
    open: number(({ state }) => state === 'open' || state === 'sent-back'),
    overdue: number((each) => isOverdue(each, today)),
    extended: number(({ extended = 0 }) => extended > 0),
  }
}
