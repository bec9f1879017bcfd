import type { Edge } from '../platform/serve.ts'

export function documentRoutes(_edge: Edge): void {}
