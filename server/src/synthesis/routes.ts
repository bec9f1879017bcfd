import type { Edge } from '../platform/serve.ts'

export function synthesisRoutes(_edge: Edge): void {}
