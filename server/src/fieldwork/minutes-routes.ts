import * as contract from '@cchc/domain/fieldwork/minutes-contract.ts'
import { restConclusionOnMinutes } from '../conclusions/rest-conclusion-on-minutes.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { decideMinutesChange } from './decide-minutes-change.ts'
import {
  checkMinutesFingerprint,
  downloadMinutesVersion,
  getMinutesState,
  getMinutesVersion,
} from './get-minutes-version.ts'
import { proposeMinutesChange } from './propose-minutes-change.ts'
import { signMinutes } from './sign-minutes.ts'

export function minutesRoutes(edge: Edge): void {
  serve(edge, contract.getMinutesState, getMinutesState)
  serve(edge, contract.getMinutesVersion, getMinutesVersion)
  serve(edge, contract.downloadMinutesVersion, downloadMinutesVersion)
  serve(edge, contract.checkMinutesFingerprint, checkMinutesFingerprint)
  serve(edge, contract.signMinutes, signMinutes)
  serve(edge, contract.proposeMinutesChange, proposeMinutesChange)
  serve(edge, contract.decideMinutesChange, decideMinutesChange)
  serve(edge, contract.restConclusionOnMinutes, restConclusionOnMinutes)
}
