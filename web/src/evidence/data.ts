import {
  type AttachmentView,
  downloadAttachment,
  editAttachment,
  listAttachments,
  type OwnerKind,
  previewAttachment,
  removeAttachment,
  restoreAttachment,
} from '@cchc/domain/evidence/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { addressOf, call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Where files hang: a thing and a part of it. */
export interface EvidencePlace {
  readonly inspectionId: string
  readonly ownerKind: OwnerKind
  readonly ownerId: string
  readonly place: string
}

export const isAt =
  ({ ownerKind, ownerId, place }: EvidencePlace) =>
  (file: AttachmentView) =>
    file.ownerKind === ownerKind && file.ownerId === ownerId && file.place === place

/** Every file of one inspection; asked again soon while one of them is being scanned. */
export const attachmentsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'attachments'],
    queryFn: ({ signal }) => call(listAttachments, { params: { inspectionId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.attachments.some((file) => file.state === 'checking') ? 3_000 : 60_000,
  })

export const refreshAttachments = (inspectionId: string) =>
  queries.invalidateQueries({ queryKey: attachmentsQuery(inspectionId).queryKey })

/** The addresses of a file's content, for links and pictures; `page` is where a PDF opens. */
export const downloadAddress = ({ attachmentId }: AttachmentView) =>
  addressOf(downloadAttachment.path, { attachmentId })
export const previewAddress = ({ attachmentId, preview, pageFrom }: AttachmentView) =>
  `${addressOf(previewAttachment.path, { attachmentId })}${preview === 'pdf' && pageFrom ? `#page=${pageFrom}` : ''}`

/** Acts on one file, each showing its outcome wherever the inspection's files are shown. */
async function after(act: Promise<AttachmentView>): Promise<AttachmentView> {
  const file = await act
  await refreshAttachments(file.inspectionId)
  return file
}
export const saveAttachment = ({ attachmentId, revision }: AttachmentView, caption: string, page: string) =>
  after(call(editAttachment, { params: { attachmentId }, body: { revision, caption, page } }))
export const takeAway = ({ attachmentId, revision }: AttachmentView) =>
  after(call(removeAttachment, { params: { attachmentId }, body: { revision } }))
export const putBack = ({ attachmentId, revision }: AttachmentView) =>
  after(call(restoreAttachment, { params: { attachmentId }, body: { revision } }))
