import { endpoint } from '../endpoint.ts'
import { Id } from '../shapes.ts'
import { RecommendationParams } from './contract.ts'

export const downloadProof = endpoint({
  method: 'GET',
  path: '/recommendations/:recommendationId/proofs/:attachmentId',
  access: 'recommendation.read',
  summary: 'A proof of a remedy that was sent',
  params: RecommendationParams.extend({ attachmentId: Id }),
  reply: { bytes: 'application/octet-stream' },
})
