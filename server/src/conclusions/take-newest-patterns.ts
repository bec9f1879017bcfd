import type { takeNewestPatterns as contract } from '@cchc/domain/conclusions/board-contract.ts'
import type { Act } from '../platform/serve.ts'
import { keepNotice } from './keep-notice.ts'
import { newestPatternsVersion } from './patterns.ts'
import { lockConclusion } from './queries.ts'
import { structureView } from './structure-view.ts'

/** From now on the draft's sentences are proposed by the newest patterns; its words stay until each is taken over. */
export const takeNewestPatterns: Act<typeof contract> = async (context, { params }) => {
  const conclusion = await lockConclusion(context, params.conclusionId, 'save')
  const { conclusionId, inspectionId, revision, text } = conclusion
  const patternsVersion = await newestPatternsVersion(context)
  const structure = { ...conclusion.structure, patternsVersion }
  await keepNotice(context, conclusionId, { text, structure }, revision)
  await context.record('conclusion.use-patterns', conclusionId, { version: patternsVersion }, inspectionId)
  return structureView(context, inspectionId)
}
