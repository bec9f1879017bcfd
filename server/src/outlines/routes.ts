import type { Edge } from '../platform/serve.ts'

export function outlineRoutes(_edge: Edge): void {}
