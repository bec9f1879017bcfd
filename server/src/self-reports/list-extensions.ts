import type { listExtensions as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView } from './extensions.ts'

export const listExtensions: Act<typeof contract> = (context, { params }) =>
  extensionsView(context, params.selfReportId)
