import {
  createOutline,
  createOutlineFromPaper,
  deleteOutline,
  getOutline,
  listOutlineFigures,
  listOutlines,
  type OutlineView,
  publishOutline,
  retireOutline,
} from '@cchc/domain/outlines/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Every version of the outline that the viewer may know. */
export const outlinesQuery = queryOptions({
  queryKey: ['outlines', 'list'],
  queryFn: ({ signal }) => call(listOutlines, { signal }),
})

/** One version, whole. What is being edited is never replaced by a later answer. */
export const versionQuery = (outlineVersionId: string) =>
  queryOptions({
    queryKey: ['outlines', outlineVersionId],
    queryFn: ({ signal }) => call(getOutline, { params: { outlineVersionId }, signal }),
  })

/** What units reported, for trying checks on. */
export const figuresQuery = queryOptions({
  queryKey: ['outlines', 'figures'],
  queryFn: ({ signal }) => call(listOutlineFigures, { signal }),
  staleTime: 5 * 60_000,
})

/** Takes in a version as the server now has it, and lets lists and choices see it. */
export async function noteVersion(view: OutlineView): Promise<void> {
  queries.setQueryData(versionQuery(view.version.outlineVersionId).queryKey, view)
  await queries.invalidateQueries({ queryKey: outlinesQuery.queryKey })
}

/** Begins a draft, empty, from another version, or from a file read with that version beside it; gives its id. */
export async function beginDraft(year: number, from: string | null, file: File | null): Promise<string> {
  const view = file
    ? await call(createOutlineFromPaper, { query: from ? { year, from } : { year }, file })
    : await call(createOutline, { body: { year, from } })
  await noteVersion(view)
  return view.version.outlineVersionId
}

export async function publishDraft({ outlineVersionId, revision }: OutlineView['version']): Promise<void> {
  await noteVersion(await call(publishOutline, { params: { outlineVersionId }, body: { revision } }))
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}

export async function retireVersion(outlineVersionId: string): Promise<void> {
  await noteVersion(await call(retireOutline, { params: { outlineVersionId } }))
  await queries.invalidateQueries({ queryKey: ['campaigns'] })
}

export async function deleteDraft(outlineVersionId: string): Promise<void> {
  await call(deleteOutline, { params: { outlineVersionId } })
  queries.removeQueries({ queryKey: versionQuery(outlineVersionId).queryKey })
  await queries.invalidateQueries({ queryKey: outlinesQuery.queryKey })
}
