import { fieldName } from '../outlines/fields.ts'
import { formatAnswer } from '../outlines/format-answer.ts'
import type { PaperFrame } from '../papers/paper.ts'
import { type Citation, count } from '../papers/wording.ts'
import type { SynthesisView, TracedFigure } from './contract.ts'
import { repeatedShortcomings } from './repeated-shortcomings.ts'
import type { FieldResult, SynthesisReport } from './synthesis-report-paper.ts'

/** The report to be printed, from the very view that the screen shows, so that no figure can differ. */
export function reportOfView(
  view: SynthesisView,
  office: { frame: PaperFrame; year: number; decision: Citation; addressee: string },
): SynthesisReport {
  const { narrative, beyondPlan } = view
  const fields = fieldsOf(view)
  return {
    ...office,
    asOf: view.asOf,
    coverage: view.coverage,
    ...beyondPlan,
    merging: view.thematic,
    reports: { ...view.reports, extended: view.extensions.granted, corrected: view.extensions.corrections },
    fields: fields.map((field) => fieldResult(view, field)),
    shortcomings: repeatedShortcomings(view.shortcomings).map(({ fieldKey, ...repeated }) => ({
      ...repeated,
      fieldName: fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldName(fieldKey),
    })),
    goodPractices: view.goodPractices,
    recommendations: view.recommendations,
    difficulties: null,
    overview: narrative.overview,
    assessment: narrative.assessment,
    proposals: narrative.proposals,
    units: view.units,
  }
}

/** The campaign's fields, then any that only the outline knows. */
function fieldsOf({ heat, figures }: SynthesisView): { fieldKey: string; name: string }[] {
  const known = new Set(heat.fields.map(({ fieldKey }) => fieldKey))
  const others = [...new Set(figures.map(({ fieldKey }) => fieldKey))].filter((fieldKey) => !known.has(fieldKey))
  return [...heat.fields, ...others.map((fieldKey) => ({ fieldKey, name: fieldName(fieldKey) }))]
}

function fieldResult(view: SynthesisView, { fieldKey, name }: { fieldKey: string; name: string }): FieldResult {
  const figures = view.figures.flatMap((figure) =>
    figure.fieldKey === fieldKey && figure.value !== null
      ? [{ label: figure.label, value: valueInWords(figure), method: methodInWords(figure) }]
      : [],
  )
  return { name, figures, text: findingsInWords(view, fieldKey) }
}

/** "12.345 hồ sơ", "98,2%", "1.500 triệu đồng". */
export function valueInWords(figure: Pick<TracedFigure, 'kind' | 'unit' | 'value'>): string {
  const value = formatAnswer(figure, figure.value)
  return figure.kind === 'number' && figure.unit !== null && figure.value !== null ? `${value} ${figure.unit}` : value
}

const methodWords: Record<TracedFigure['method'], string> = {
  sum: 'cộng',
  recomputed: 'tính lại từ tổng số của',
  mean: 'bình quân',
}

/** "cộng 12 đơn vị; thiếu số liệu của 01 đơn vị". */
export function methodInWords({ method, sources, missing }: TracedFigure): string {
  const lacking = missing.length === 0 ? '' : `; thiếu số liệu của ${count(missing.length)} đơn vị`
  return `${methodWords[method]} ${count(sources.length)} đơn vị${lacking}`
}

function findingsInWords({ heat }: SynthesisView, fieldKey: string): string {
  const cells = heat.rows.map(({ counts }) => counts.find((cell) => cell.fieldKey === fieldKey))
  const strengths = cells.reduce((sum, cell) => sum + (cell?.strengths ?? 0), 0)
  const shortcomings = cells.reduce((sum, cell) => sum + (cell?.shortcomings ?? 0), 0)
  const wanting = cells.filter((cell) => (cell?.shortcomings ?? 0) > 0).length
  const parts = [
    ...(strengths > 0 ? [`${count(strengths)} ưu điểm, cách làm hay`] : []),
    ...(shortcomings > 0 ? [`${count(shortcomings)} tồn tại, hạn chế tại ${count(wanting)} đơn vị`] : []),
  ]
  return parts.length === 0 ? '' : `Qua kiểm tra ghi nhận ${parts.join('; ')}.`
}
