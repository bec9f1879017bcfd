import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { AnswerValue } from '../outlines/outline.ts'
import { Id, Instant, Revision } from '../shapes.ts'
import { SavedAnswer } from './contract.ts'

/** One item as it is sent with others; `revision` is the one that the writing started from. */
export const SentAnswer = z.object({
  itemKey: z.string().max(100),
  revision: Revision,
  value: AnswerValue.nullable(),
})
export type SentAnswer = z.infer<typeof SentAnswer>

/**
 * What became of one item: kept under a new revision · already so · kept by somebody else meanwhile, who is asked about ·
 * refused for what it says. One item's outcome is nothing to the others'.
 */
export const AnswerOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    itemKey: z.string(),
    revision: Revision,
    /** The value as it is kept, where it is not the one that was sent (blanks and letter forms are tidied). */
    tidied: AnswerValue.nullable().optional(),
  }),
  z.object({ outcome: z.literal('unchanged'), itemKey: z.string(), answer: SavedAnswer }),
  z.object({ outcome: z.literal('clash'), itemKey: z.string(), theirs: SavedAnswer, sentence: z.string() }),
  z.object({ outcome: z.literal('refused'), itemKey: z.string(), code: z.string(), sentence: z.string() }),
])
export type AnswerOutcome = z.infer<typeof AnswerOutcome>

export const mostAnswersAtOnce = 500

export const saveAnswers = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/answers',
  access: 'self-report.write',
  summary: 'Save many items in one transaction, each with its revision and each with an outcome of its own',
  params: z.object({ selfReportId: Id }),
  body: z.object({
    answers: z
      .array(SentAnswer)
      .min(1)
      .max(mostAnswersAtOnce)
      .refine((answers) => new Set(answers.map(({ itemKey }) => itemKey)).size === answers.length, {
        error: 'mỗi mục chỉ gửi một lần',
      }),
  }),
  reply: z.object({ savedBy: z.string(), savedAt: Instant, outcomes: z.array(AnswerOutcome) }),
})
