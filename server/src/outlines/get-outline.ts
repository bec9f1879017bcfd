import type { getOutline as getContract, listOutlines as listContract } from '@cchc/domain/outlines/contract.ts'
import type { Act } from '../platform/serve.ts'
import { outlineSummaries, outlineView } from './outline-views.ts'

/** Every version, newest year first. */
export const listOutlines: Act<typeof listContract> = async (context) => ({ outlines: await outlineSummaries(context) })

/** One version, whole. */
export const getOutline: Act<typeof getContract> = (context, { params }) =>
  outlineView(context, params.outlineVersionId)
