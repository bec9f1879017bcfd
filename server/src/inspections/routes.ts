import type { Edge } from '../platform/serve.ts'

export function inspectionRoutes(_edge: Edge): void {}
