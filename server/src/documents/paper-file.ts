import { type DocumentKind, documentKindNames } from '@cchc/domain/documents/contract.ts'
import type { Download } from '@cchc/domain/endpoint.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import type { FileStore } from '../platform/files.ts'
import { writePaperDocx } from './write-docx.ts'

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** "Thông báo kết luận - Phường Lê Chân.docx"; a draft says that it is one. `about` is a unit's name or "năm 2026". */
export function paperFileName(kind: DocumentKind, about: string, isDraft = false): string {
  const name = `${documentKindNames[kind]} - ${about}${isDraft ? ' (dự thảo)' : ''}`
  // What the file systems of offices do not take in a name.
  return `${name.replace(/[/\\:*?"<>|]/g, '-')}.docx`
}

/** An issued document as the file that was made of it; made on the spot while the job has not run yet. */
export async function issuedFile(
  document: { kind: string; unitName: string | null; year: number; sha256: string | null; paper: Paper },
  files: FileStore,
): Promise<Download> {
  const { unitName, year, sha256, paper } = document
  return {
    name: paperFileName(document.kind as DocumentKind, unitName ?? `năm ${year}`),
    mediaType: docxMediaType,
    bytes: sha256 ? await files.get(sha256) : await writePaperDocx(paper),
  }
}

/** A paper that has not been issued, as a file. */
export async function draftFile(kind: DocumentKind, about: string, paper: Paper): Promise<Download> {
  return { name: paperFileName(kind, about, true), mediaType: docxMediaType, bytes: await writePaperDocx(paper) }
}

/** Keeps the file of an issued paper now, for a mail that carries it; the job that draws it later makes the same bytes. */
export async function keepPaperFile(
  files: FileStore,
  kind: DocumentKind,
  about: string,
  paper: Paper,
): Promise<{ name: string; mediaType: string; sha256: string }> {
  const sha256 = await files.put(await writePaperDocx(paper))
  return { name: paperFileName(kind, about), mediaType: docxMediaType, sha256 }
}
