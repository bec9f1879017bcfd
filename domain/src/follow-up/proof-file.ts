import { z } from 'zod'
import { Id } from '../shapes.ts'

/** A proof as everybody sees it who reads the recommendation. */
export const ProofFile = z.object({ attachmentId: Id, name: z.string(), size: z.number().int(), sha256: z.string() })
export type ProofFile = z.infer<typeof ProofFile>
