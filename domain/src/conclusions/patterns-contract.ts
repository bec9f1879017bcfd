import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { FindingView } from '../fieldwork/contract.ts'
import { Id, Instant, Text } from '../shapes.ts'
import { PatternWords } from './sentence-patterns.ts'

const PatternsVersion = z.object({
  /** 0 = the supplied words. */
  version: z.number().int(),
  words: PatternWords,
  note: z.string(),
  savedBy: z.string(),
  savedAt: Instant.nullable(),
})
export type PatternsVersion = z.infer<typeof PatternsVersion>

/** Every version of the office's sentence patterns, the newest first; the last is what was supplied. */
export const PatternsView = z.object({ versions: z.array(PatternsVersion) })
export type PatternsView = z.infer<typeof PatternsView>

export const getPatterns = endpoint({
  method: 'GET',
  path: '/sentence-patterns',
  access: 'conclusion.draft',
  summary: 'The sentence patterns of notices of conclusions, with their earlier versions',
  reply: PatternsView,
})
export const savePatterns = endpoint({
  method: 'POST',
  path: '/sentence-patterns',
  access: 'conclusion.draft',
  summary: 'Keep a new version of the sentence patterns; with an old one as its base it is a 409 with both',
  body: z.object({ base: z.number().int().min(0), words: PatternWords, note: Text }),
  reply: PatternsView,
})
export const PatternsClash = z.object({ theirs: PatternsVersion, yours: PatternWords })

/** A finding to try patterns out on. */
export const TryOutFinding = FindingView.pick({
  findingId: true,
  fieldKey: true,
  kind: true,
  text: true,
  cause: true,
  responsible: true,
}).extend({ inspectionId: Id, fieldName: z.string(), unitName: z.string(), unitInSentence: z.string() })
export type TryOutFinding = z.infer<typeof TryOutFinding>

export const listTryOutFindings = endpoint({
  method: 'GET',
  path: '/sentence-patterns/findings',
  access: 'conclusion.draft',
  summary: 'Recorded findings to try sentence patterns out on, the newest first',
  reply: z.object({ findings: z.array(TryOutFinding), officeName: z.string() }),
})
