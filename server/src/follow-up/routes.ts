import type { Edge } from '../platform/serve.ts'

export function followUpRoutes(_edge: Edge): void {}
