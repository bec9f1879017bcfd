import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Revision } from '../shapes.ts'
import { AnswerValue, Outline, UnitKind } from './outline.ts'

const OutlineParams = z.object({ outlineVersionId: Id })
const Year = z.number().int().min(2000).max(2100)
export const outlineStates = ['draft', 'published', 'retired'] as const
export type OutlineState = (typeof outlineStates)[number]
export const outlineStateNames: Record<OutlineState, string> = {
  draft: 'Bản soạn',
  published: 'Đã công bố',
  retired: 'Ngừng dùng',
}
/** How a version began, as the screen says it. */
export const outlineOriginNames = {
  shipped: 'có sẵn cùng phần mềm',
  decision: 'đọc từ quyết định',
  blank: 'soạn mới',
  version: 'từ bản trước',
  paper: 'đọc từ tệp đề cương',
} as const
const origins = Object.keys(outlineOriginNames) as [keyof typeof outlineOriginNames]

export const OutlineVersionSummary = z.object({
  outlineVersionId: Id,
  title: z.string(),
  year: z.number().int(),
  state: z.enum(outlineStates),
  itemCount: z.number().int(),
  checkCount: z.number().int(),
  origin: z.enum(origins),
  /** The version it was made from. */
  basedOn: Id.nullable(),
  sourceFileName: z.string().nullable(),
  revision: Revision,
  savedAt: Instant.nullable(),
  savedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
  publishedBy: z.string().nullable(),
  /** Names of the campaigns that report under it. */
  campaigns: z.array(z.string()),
  actions: z.array(z.enum(['edit', 'publish', 'delete', 'retire', 'copy'])),
})
export type OutlineVersionSummary = z.infer<typeof OutlineVersionSummary>

export const OutlineView = z.object({ version: OutlineVersionSummary, outline: Outline })
export type OutlineView = z.infer<typeof OutlineView>

export const listOutlines = endpoint({
  method: 'GET',
  path: '/outlines',
  access: 'outline.read',
  summary: 'Every version of the outline, newest year first; drafts for those who edit them',
  reply: z.object({ outlines: z.array(OutlineVersionSummary) }),
})
export const getOutline = endpoint({
  method: 'GET',
  path: '/outlines/:outlineVersionId',
  access: 'outline.read',
  summary: 'One version, whole',
  params: OutlineParams,
  reply: OutlineView,
})

export const createOutline = endpoint({
  method: 'POST',
  path: '/outlines',
  access: 'outline.edit',
  summary: 'Begin a draft, empty or from another version',
  body: z.object({ year: Year, from: Id.nullable() }),
  reply: OutlineView,
})
export const createOutlineFromPaper = endpoint({
  method: 'POST',
  path: '/outlines/paper',
  access: 'outline.edit',
  summary:
    'Begin a draft from an outline in a file (.docx, .pdf with text, .txt); lines that an earlier version has keep its keys',
  query: z.object({ year: z.coerce.number().pipe(Year), from: Id.optional() }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  reply: OutlineView,
})
export const saveOutline = endpoint({
  method: 'PUT',
  path: '/outlines/:outlineVersionId',
  access: 'outline.edit',
  summary: 'Keep a draft as it stands; a stale revision is refused with what stands now',
  params: OutlineParams,
  body: z.object({ revision: Revision, year: Year, outline: Outline }),
  reply: OutlineView,
})
export const publishOutline = endpoint({
  method: 'POST',
  path: '/outlines/:outlineVersionId/publish',
  access: 'outline.edit',
  summary: 'Publish a draft: from then on it never changes, and campaigns may use it',
  params: OutlineParams,
  body: z.object({ revision: Revision }),
  reply: OutlineView,
})
export const retireOutline = endpoint({
  method: 'POST',
  path: '/outlines/:outlineVersionId/retire',
  access: 'outline.edit',
  summary: 'Offer a published version to no further campaign; reports under it stay',
  params: OutlineParams,
  reply: OutlineView,
})
export const deleteOutline = endpoint({
  method: 'DELETE',
  path: '/outlines/:outlineVersionId',
  access: 'outline.edit',
  summary: 'Throw a draft away',
  params: OutlineParams,
  reply: Done,
})

export const OutlineFigures = z.object({
  reports: z.array(
    z.object({
      campaignId: Id,
      campaignName: z.string(),
      year: z.number().int(),
      unitCode: z.string(),
      unitName: z.string(),
      unitKind: UnitKind,
      /** Figures, dates and choices by item key; words stay in the report. */
      answers: z.record(z.string(), AnswerValue),
    }),
  ),
})
export type OutlineFigures = z.infer<typeof OutlineFigures>

export const listOutlineFigures = endpoint({
  method: 'GET',
  path: '/outlines/figures',
  access: 'outline.edit',
  summary:
    'What units reported, for trying a check or a formula on: the figures of reports that were sent, newest campaigns first',
  reply: OutlineFigures,
})
