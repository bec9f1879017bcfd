import type { Edge } from '../platform/serve.ts'

export function selfReportRoutes(_edge: Edge): void {}
