import type { getUnannounced as contract } from '@cchc/domain/unannounced/contract.ts'
import type { Act } from '../platform/serve.ts'
import { unannouncedView } from './unannounced-view.ts'

export const getUnannounced: Act<typeof contract> = (context, { params }) =>
  unannouncedView(context, params.inspectionId)
