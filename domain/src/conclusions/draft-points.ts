import type { ConclusionText, RecommendationView } from './contract.ts'

/**
 * What can be spoken of in a draft: each text of the notice by its key ("overview", "results.steering"), and each recommendation
 * by its id. Remarks, the leads' review and the unit's answer all name the same points.
 */
export interface Point {
  readonly key: string
  /** As the screen and messages call it: "Tồn tại, hạn chế: Cải cách thể chế", "Kiến nghị 2". */
  readonly name: string
  /** The field it stands under; null for what is of no single field. */
  readonly fieldKey: string | null
  readonly text: string
}

export interface DraftWords {
  readonly text: ConclusionText
  readonly recommendations: readonly Pick<
    RecommendationView,
    'recommendationId' | 'fieldKey' | 'text' | 'addressee' | 'dueOn' | 'proofExpected'
  >[]
  readonly fields: readonly { readonly fieldKey: string; readonly name: string }[]
}

/** The titles that the notice prints over its parts. */
const titles = {
  overview: 'Khái quát',
  results: 'Kết quả đạt được',
  shortcomings: 'Tồn tại, hạn chế',
  causes: 'Nguyên nhân',
  execution: 'Tổ chức thực hiện',
} as const

export const recommendationKey = (recommendationId: string) => `recommendation.${recommendationId}`

/** The points of a draft in the order they are printed; texts without words are none. */
export function pointsOf({ text, recommendations, fields }: DraftWords): Point[] {
  const nameOf = (fieldKey: string) => fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey
  const whole = (part: 'overview' | 'causes' | 'execution'): Point => ({
    key: part,
    name: titles[part],
    fieldKey: null,
    text: text[part],
  })
  const byField = (part: 'results' | 'shortcomings'): Point[] =>
    text[part].map(({ fieldKey, text: words }) => ({
      key: `${part}.${fieldKey}`,
      name: `${titles[part]}: ${nameOf(fieldKey)}`,
      fieldKey,
      text: words,
    }))
  return [
    whole('overview'),
    ...byField('results'),
    ...byField('shortcomings'),
    whole('causes'),
    ...recommendations.map(({ recommendationId, fieldKey, text: words }, index) => ({
      key: recommendationKey(recommendationId),
      name: `Kiến nghị ${index + 1}`,
      fieldKey,
      text: words,
    })),
    whole('execution'),
  ].filter((point) => point.text.trim() !== '')
}

/** Everything a draft says under one field, as one text: two of them differ exactly where the field's part was changed. */
export function fieldPart({ text, recommendations }: DraftWords, fieldKey: string): string {
  const words = (part: 'results' | 'shortcomings') => text[part].find((each) => each.fieldKey === fieldKey)?.text ?? ''
  return JSON.stringify([
    words('results'),
    words('shortcomings'),
    ...recommendations
      .filter((each) => each.fieldKey === fieldKey)
      .map(({ text: asked, addressee, dueOn, proofExpected }) => [asked, addressee, dueOn, proofExpected]),
  ])
}
