import * as contract from '@cchc/domain/unannounced/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadUnannouncedPaper } from './download-paper.ts'
import { editUnannounced } from './edit-unannounced.ts'
import { cancelUnannounced, declineUnannounced } from './end-unannounced.ts'
import { getUnannouncedPaper } from './get-paper.ts'
import { getUnannounced } from './get-unannounced.ts'
import { listUnannouncedChoices } from './list-choices.ts'
import { listUnannounced } from './list-unannounced.ts'
import { numberUnannouncedPaper } from './number-paper.ts'
import { openUnannounced } from './open-unannounced.ts'
import { orderUnannounced } from './order-unannounced.ts'
import { proposeUnannounced } from './propose-unannounced.ts'
import { addPlace, recordPlace } from './record-place.ts'
import { tellPerson, untellPerson } from './tell-person.ts'

export function unannouncedRoutes(edge: Edge): void {
  serve(edge, contract.listUnannounced, listUnannounced)
  serve(edge, contract.listUnannouncedChoices, listUnannouncedChoices)
  serve(edge, contract.getUnannounced, getUnannounced)
  serve(edge, contract.proposeUnannounced, proposeUnannounced)
  serve(edge, contract.editUnannounced, editUnannounced)
  serve(edge, contract.orderUnannounced, orderUnannounced)
  serve(edge, contract.declineUnannounced, declineUnannounced)
  serve(edge, contract.cancelUnannounced, cancelUnannounced)
  serve(edge, contract.tellPerson, tellPerson)
  serve(edge, contract.untellPerson, untellPerson)
  serve(edge, contract.openUnannounced, openUnannounced)
  serve(edge, contract.recordPlace, recordPlace)
  serve(edge, contract.addPlace, addPlace)
  serve(edge, contract.getUnannouncedPaper, getUnannouncedPaper)
  serve(edge, contract.downloadUnannouncedPaper, downloadUnannouncedPaper)
  serve(edge, contract.numberUnannouncedPaper, numberUnannouncedPaper)
}
