import type { getRegistration as contract } from '@cchc/domain/thematic/contract.ts'
import type { Act } from '../platform/serve.ts'
import { registrationDetail } from './registration-view.ts'

export const getRegistration: Act<typeof contract> = (context, { params }) =>
  registrationDetail(context, params.registrationId)
