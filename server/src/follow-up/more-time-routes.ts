import * as contract from '@cchc/domain/follow-up/extension-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { askMoreTime } from './ask-more-time.ts'
import { decideMoreTime } from './decide-more-time.ts'
import { listMoreTime } from './list-more-time.ts'
import { prepareMoreTime } from './prepare-more-time.ts'
import { withdrawMoreTime } from './withdraw-more-time.ts'

export function moreTimeRoutes(edge: Edge): void {
  serve(edge, contract.listMoreTime, listMoreTime)
  serve(edge, contract.askMoreTime, askMoreTime)
  serve(edge, contract.withdrawMoreTime, withdrawMoreTime)
  serve(edge, contract.prepareMoreTime, prepareMoreTime)
  serve(edge, contract.decideMoreTime, decideMoreTime)
}
