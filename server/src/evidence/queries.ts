import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { AttachmentView, OwnerKind } from '@cchc/domain/evidence/contract.ts'
import type { FileNote } from '@cchc/domain/evidence/kinds.ts'
import { type FileKind, isPicture } from '@cchc/domain/evidence/kinds.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'

/** Files on inspections that this viewer may know, those taken away included. */
export function selectAttachments(db: Db, viewer: Viewer) {
  return visibleInspections(db, viewer)
    .innerJoin('attachments', 'attachments.inspectionId', 'inspections.inspectionId')
    .innerJoin('people as adder', 'adder.personId', 'attachments.addedBy')
    .selectAll('attachments')
    .select('adder.fullName as adderName')
}

export type AttachmentRow = Awaited<ReturnType<ReturnType<typeof selectAttachments>['execute']>>[number]

/** Whether a file's content may be opened: never while a scanner is to look at it, nor after it found something. */
export function mayOpen({ state }: Pick<AttachmentRow, 'state'>, { scanner }: Pick<Context, 'scanner'>): boolean {
  return state === 'clean' || state === 'unscanned' || (state === 'checking' && !scanner)
}

/** A file as the viewer sees it; `refused` says whether they may not change it now. */
export function attachmentView(
  row: AttachmentRow,
  context: Pick<Context, 'scanner'>,
  { refused }: { refused: boolean },
): AttachmentView {
  const kind = row.kind as FileKind
  const removed = row.removedAt !== null
  return {
    attachmentId: row.attachmentId,
    inspectionId: row.inspectionId,
    ownerKind: row.ownerKind as OwnerKind,
    ownerId: row.ownerId,
    place: row.place,
    name: row.name,
    kind,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    sentSha256: row.sentSha256,
    pages: row.pages,
    pageFrom: row.pageFrom,
    pageTo: row.pageTo,
    caption: row.caption,
    locationKept: row.locationKept,
    notes: row.notes as FileNote[],
    state: row.state as AttachmentView['state'],
    mayOpen: mayOpen(row, context),
    preview: isPicture(kind) ? (row.previewSha256 === null ? null : 'picture') : kind === 'pdf' ? 'pdf' : null,
    addedBy: row.adderName,
    addedAt: row.addedAt,
    removed,
    revision: row.revision,
    actions: refused ? [] : removed ? ['restore'] : ['edit', 'remove'],
  }
}

/** Files that hang on one thing now, oldest first; for papers and frozen versions. */
export async function attachmentsOf(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  ownerKind: OwnerKind,
  ownerId: string,
): Promise<AttachmentRow[]> {
  return selectAttachments(db, viewer)
    .where('attachments.ownerKind', '=', ownerKind)
    .where('attachments.ownerId', '=', ownerId)
    .where('attachments.removedAt', 'is', null)
    .orderBy('attachments.addedAt')
    .orderBy('attachments.addedOrder')
    .execute()
}
