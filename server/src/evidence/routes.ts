import * as contract from '@cchc/domain/evidence/contract.ts'
import { serveResumable } from '../platform/resumable.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadAttachment } from './download-attachment.ts'
import { editAttachment } from './edit-attachment.ts'
import { finishUpload } from './finish-upload.ts'
import { listAttachments } from './list-attachments.ts'
import { previewAttachment } from './preview-attachment.ts'
import { removeAttachment } from './remove-attachment.ts'
import { restoreAttachment } from './restore-attachment.ts'
import { uploadRules } from './uploads.ts'

export function evidenceRoutes(edge: Edge): void {
  serveResumable(edge, uploadRules)
  serve(edge, contract.finishUpload, finishUpload)
  serve(edge, contract.listAttachments, listAttachments)
  serve(edge, contract.editAttachment, editAttachment)
  serve(edge, contract.removeAttachment, removeAttachment)
  serve(edge, contract.restoreAttachment, restoreAttachment)
  serve(edge, contract.downloadAttachment, downloadAttachment)
  serve(edge, contract.previewAttachment, previewAttachment)
}
