import { type ShownSignature, signedPaper } from '@cchc/domain/fieldwork/minutes-rules.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import type { Context } from '../platform/context.ts'
import { readSignatures } from './minutes-versions.ts'

interface Sealed {
  readonly inspectionId: string
  readonly minutesVersionId: string
  readonly version: number
  readonly fingerprint: string
}

/** A frozen version's paper with what stands under it by now; the frozen data itself does not change. */
export async function paperWithSignatures(
  { db, files }: Pick<Context, 'db' | 'files'>,
  { inspectionId, minutesVersionId, paper, ...seal }: Sealed & { paper: Paper },
): Promise<Paper> {
  const rows = (await readSignatures({ db }, inspectionId)).filter((row) => row.minutesVersionId === minutesVersionId)
  const shown: ShownSignature[] = []
  for (const { view, pictureSha256 } of rows) {
    const { side, way, name, reason } = view
    const bytes = pictureSha256 === null ? null : Buffer.from(await files.get(pictureSha256))
    shown.push({ side, way, name, reason, picture: bytes && `data:image/png;base64,${bytes.toString('base64')}` })
  }
  return signedPaper(paper, shown, seal)
}

/**
 * An issued document as it is to be shown: minutes with the mark and the signatures of their version, drawn anew instead of from
 * the file of the day they were closed; any other document as it is.
 */
export async function asSigned<
  D extends { documentId: string; kind: string; inspectionId: string | null; paper: Paper; sha256: string | null },
>(context: Pick<Context, 'db' | 'files'>, document: D): Promise<D> {
  if (document.kind !== 'minutes' || document.inspectionId === null) return document
  const version = await context.db
    .selectFrom('minutesVersions')
    .select(['minutesVersionId', 'inspectionId', 'version', 'fingerprint'])
    .where('documentId', '=', document.documentId)
    .executeTakeFirst()
  if (!version) return document
  return { ...document, paper: await paperWithSignatures(context, { ...version, paper: document.paper }), sha256: null }
}
