import * as live from '@cchc/domain/self-reports/live-contract.ts'
import { saveAnswers as saveAnswersContract } from '@cchc/domain/self-reports/save-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { serveStream } from '../platform/serve-stream.ts'
import { bePresent } from './be-present.ts'
import { listChanges } from './list-changes.ts'
import { LiveHub } from './live-hub.ts'
import { saveAnswers } from './save-answers.ts'
import { watchReport } from './watch-report.ts'

/** Writing together: what happens in a report while it is open, and saving many items at once. */
export function liveReportRoutes(edge: Edge): void {
  const hub = new LiveHub(edge.news)
  edge.app.addHook('onClose', async () => hub.close())
  serveStream(edge, live.watchSelfReport, watchReport(hub, edge.ground.database))
  serve(edge, live.bePresent, bePresent)
  serve(edge, live.listChanges, listChanges)
  serve(edge, saveAnswersContract, saveAnswers)
}
