import type { Edge } from '../platform/serve.ts'

export function conclusionRoutes(_edge: Edge): void {}
