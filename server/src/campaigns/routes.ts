import type { Edge } from '../platform/serve.ts'

export function campaignRoutes(_edge: Edge): void {}
