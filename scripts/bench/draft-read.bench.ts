import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Outline } from '@cchc/domain/outlines/outline.ts'
import { official } from '@cchc/domain/self-reports/draft/cases/drafts-in-lines.ts'
import { makeDraft } from '@cchc/domain/self-reports/draft/cases/sketch.ts'
import { readDraft } from '@cchc/domain/self-reports/draft/read-draft.ts'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { readDraftFile } from '../../server/src/self-reports/read-draft-file.ts'
import { root } from '../tasks.ts'
import { type Bench, medianMs } from './bench.ts'

/** From a whole draft as a Word file to its proposals, as a person waits for them: unpacking, its thread, matching. */
const bench: Bench = async () => {
  const outline = Outline.parse(JSON.parse(await readFile(join(root, 'server', 'seed', 'outline-2026.json'), 'utf8')))
  const { blocks } = makeDraft(official, outline, 1)
  const children = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [new Paragraph({ children: block.runs.map(({ text }) => new TextRun(text)) })] : [],
  )
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const value = await medianMs(5, async () => {
    const begun = performance.now()
    readDraft(await readDraftFile(bytes, 'nhap.docx'), outline)
    return performance.now() - begun
  })
  return [{ name: 'draft-read.ms', value, unit: 'ms', most: 2000 }]
}
export default bench
