import type { createOutline as contract, OutlineVersionSummary, OutlineView } from '@cchc/domain/outlines/contract.ts'
import { Outline } from '@cchc/domain/outlines/outline.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { outlineView, settledOutline } from './outline-views.ts'

/** Begins a draft: empty, or with all that another version asks, under the same keys. */
export const createOutline: Act<typeof contract> = async (context, { body: { year, from } }) => {
  if (from === null) return keepDraft(context, { year, outline: blankOutline(year), origin: 'blank', basedOn: null })
  const { outline, version } = await settledOutline(context, from)
  const title = outline.title.replaceAll(String(version.year), String(year))
  return keepDraft(context, { year, outline: { ...outline, title }, origin: 'version', basedOn: from })
}

interface Draft {
  readonly year: number
  readonly outline: Outline
  readonly origin: OutlineVersionSummary['origin']
  readonly basedOn: string | null
  readonly file?: { fileId: string; name: string }
}

/** Keeps a new draft, with who began it and from what. */
export async function keepDraft(
  context: Context,
  { year, outline, origin, basedOn, file }: Draft,
): Promise<OutlineView> {
  const { db, viewer, now, record } = context
  const { outlineVersionId } = await db
    .insertInto('outlineVersions')
    .values({
      title: outline.title,
      year,
      state: 'draft',
      content: JSON.stringify(outline),
      origin,
      basedOn,
      sourceFileId: file?.fileId ?? null,
      sourceFileName: file?.name ?? null,
      savedAt: now,
      savedBy: viewer.personId,
      createdAt: now,
    })
    .returning('outlineVersionId')
    .executeTakeFirstOrThrow()
  await record('outline.create', outlineVersionId, { year, origin, basedOn, file: file?.name ?? null })
  return outlineView(context, outlineVersionId)
}

function blankOutline(year: number): Outline {
  return Outline.parse({
    title: `Đề cương báo cáo phục vụ kiểm tra công tác cải cách hành chính năm ${year}`,
    note: '',
    parts: [
      {
        key: 'phan-1',
        number: 'I',
        title: 'Phần thứ nhất',
        sections: [{ key: 'muc-1', number: '1', title: 'Mục thứ nhất', fieldKey: 'general', items: [] }],
      },
    ],
    checks: [],
  })
}
