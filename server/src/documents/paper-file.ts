import { type DocumentKind, documentKindNames } from '@cchc/domain/documents/contract.ts'
import type { Download } from '@cchc/domain/endpoint.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { type PaperFormat, paperMediaTypes } from '@cchc/domain/papers/paper-format.ts'
import type { FileStore } from '../platform/files.ts'
import { writePaperDocx } from './write-docx.ts'
import { writePaperPdf } from './write-pdf.ts'

/** "Thông báo kết luận - Phường Lê Chân.docx"; a draft says that it is one. `about` is a unit's name or "năm 2026". */
export function paperFileName(
  kind: DocumentKind,
  about: string,
  isDraft = false,
  format: PaperFormat = 'docx',
): string {
  return fileName(`${documentKindNames[kind]} - ${about}${isDraft ? ' (dự thảo)' : ''}`, format)
}

/** A name without what the file systems of offices do not take in one. */
export function fileName(name: string, ending: string): string {
  return `${name.replace(/[/\\:*?"<>|]/g, '-')}.${ending}`
}

/** An issued document as the file that was made of it; made on the spot as .pdf, or while the job has not run yet. */
export async function issuedFile(
  document: { kind: string; unitName: string | null; year: number; sha256: string | null; paper: Paper },
  files: FileStore,
  format: PaperFormat,
): Promise<Download> {
  const { unitName, year, sha256, paper } = document
  const name = paperFileName(document.kind as DocumentKind, unitName ?? `năm ${year}`, false, format)
  if (format === 'docx' && sha256) return { name, mediaType: paperMediaTypes.docx, bytes: await files.get(sha256) }
  return paperFile(name, paper, format)
}

/** A paper that has not been issued, as a file. */
export async function draftFile(
  kind: DocumentKind,
  about: string,
  paper: Paper,
  format: PaperFormat,
): Promise<Download> {
  return paperFile(paperFileName(kind, about, true, format), paper, format)
}

/** Any paper as a file of this name, which already has its ending. */
export async function paperFile(name: string, paper: Paper, format: PaperFormat): Promise<Download> {
  const bytes = await (format === 'pdf' ? writePaperPdf(paper) : writePaperDocx(paper))
  return { name, mediaType: paperMediaTypes[format], bytes }
}

/** Keeps the file of an issued paper now, for a mail that carries it; the job that draws it later makes the same bytes. */
export async function keepPaperFile(
  files: FileStore,
  kind: DocumentKind,
  about: string,
  paper: Paper,
): Promise<{ name: string; mediaType: string; sha256: string }> {
  const sha256 = await files.put(await writePaperDocx(paper))
  return { name: paperFileName(kind, about), mediaType: paperMediaTypes.docx, sha256 }
}
