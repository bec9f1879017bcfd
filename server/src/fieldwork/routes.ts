import type { Edge } from '../platform/serve.ts'

export function fieldworkRoutes(_edge: Edge): void {}
