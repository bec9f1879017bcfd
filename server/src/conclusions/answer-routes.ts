import * as contract from '@cchc/domain/conclusions/answer-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadDraftPaper, getDraftPaper, getDraftShowing } from './get-draft-showing.ts'
import { noteDraftSeen } from './note-draft-seen.ts'
import { saveDraftAnswer } from './save-draft-answer.ts'
import { sendDraftAnswer } from './send-draft-answer.ts'
import { settleDraftAnswer } from './settle-draft-answer.ts'
import { showDraft } from './show-draft.ts'

export function draftAnswerRoutes(edge: Edge): void {
  serve(edge, contract.showDraft, showDraft)
  serve(edge, contract.getDraftShowing, getDraftShowing)
  serve(edge, contract.getDraftPaper, getDraftPaper)
  serve(edge, contract.downloadDraftPaper, downloadDraftPaper)
  serve(edge, contract.noteDraftSeen, noteDraftSeen)
  serve(edge, contract.saveDraftAnswer, saveDraftAnswer)
  serve(edge, contract.sendDraftAnswer, sendDraftAnswer)
  serve(edge, contract.settleDraftAnswer, settleDraftAnswer)
}
