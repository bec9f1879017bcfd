import { z } from 'zod'
import { RecommendationView } from '../conclusions/contract.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, Instant, Text } from '../shapes.ts'

export const ProofFile = z.object({ fileId: Id, name: z.string(), size: z.number().int(), mediaType: z.string() })
export type ProofFile = z.infer<typeof ProofFile>

export const RemedyView = z.object({
  remedyId: Id,
  text: z.string(),
  files: z.array(ProofFile),
  submittedBy: z.string(),
  submittedAt: Instant,
  verdict: z.enum(['adequate', 'not-adequate']).nullable(),
  verdictReason: z.string(),
  verifiedBy: z.string().nullable(),
  verifiedAt: Instant.nullable(),
})
export type RemedyView = z.infer<typeof RemedyView>

export const RecommendationDetail = RecommendationView.extend({
  remedies: z.array(RemedyView),
  actions: z.array(z.enum(['remedy', 'verify'])),
})
export type RecommendationDetail = z.infer<typeof RecommendationDetail>

const RecommendationParams = z.object({ recommendationId: Id })

export const listRecommendations = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/recommendations',
  access: 'recommendation.read',
  summary: 'Every recommendation of issued conclusions, overdue first',
  params: CampaignParams,
  reply: z.object({ recommendations: z.array(RecommendationView) }),
})
export const getRecommendation = endpoint({
  method: 'GET',
  path: '/recommendations/:recommendationId',
  access: 'recommendation.read',
  summary: 'One recommendation with what was done about it',
  params: RecommendationParams,
  reply: RecommendationDetail,
})
export const uploadProof = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/files',
  access: 'recommendation.remedy',
  summary: 'Upload a proof (PDF, picture, Word or Excel, 20 MB)',
  params: RecommendationParams,
  upload: { maxBytes: 20 * 1024 * 1024 },
  reply: ProofFile,
})
export const submitRemedy = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/remedies',
  access: 'recommendation.remedy',
  summary: 'Say what was mended, with proof',
  params: RecommendationParams,
  body: z.object({ text: Text, fileIds: z.array(Id).max(20) }),
  reply: RecommendationDetail,
})
export const verifyRemedy = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/verify',
  access: 'recommendation.verify',
  summary: 'Judge the newest remedy: adequate, or not and why',
  params: RecommendationParams,
  body: z.object({ verdict: z.enum(['adequate', 'not-adequate']), reason: Text }),
  reply: RecommendationDetail,
})
export const downloadFile = endpoint({
  method: 'GET',
  path: '/files/:fileId',
  access: 'recommendation.read',
  summary: 'An uploaded file',
  params: z.object({ fileId: Id }),
  reply: { bytes: 'application/octet-stream' },
})
