import { sendCommands as commands } from '@cchc/domain/fieldwork/commands-contract.ts'
import { getHeard as heard } from '@cchc/domain/fieldwork/heard-contract.ts'
import * as pen from '@cchc/domain/fieldwork/pen-contract.ts'
import { listVisitFiles as visitFiles } from '@cchc/domain/fieldwork/site-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { getHeard } from './get-heard.ts'
import { getPen } from './get-pen.ts'
import { handOverPen } from './hand-over-pen.ts'
import { listVisitFiles } from './list-visit-files.ts'
import { releasePen } from './release-pen.ts'
import { sendCommands } from './send-commands.ts'
import { takePen } from './take-pen.ts'

/** What devices send that worked without a line, and the pen of the minutes. */
export function offlineRoutes(edge: Edge): void {
  serve(edge, commands, sendCommands)
  serve(edge, visitFiles, listVisitFiles)
  serve(edge, heard, getHeard)
  serve(edge, pen.getPen, getPen)
  serve(edge, pen.takePen, takePen)
  serve(edge, pen.handOverPen, handOverPen)
  serve(edge, pen.releasePen, releasePen)
}
