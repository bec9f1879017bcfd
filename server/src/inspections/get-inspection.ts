import type { getInspection as contract } from '@cchc/domain/inspections/contract.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionView } from './inspection-view.ts'

export const getInspection: Act<typeof contract> = (context, { params }) => inspectionView(context, params.inspectionId)
