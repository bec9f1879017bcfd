import { getPatterns, listTryOutFindings, savePatterns } from '@cchc/domain/conclusions/patterns-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../platform/api.ts'
import { queries } from '../../platform/queries.ts'

export const patternsQuery = queryOptions({
  queryKey: ['sentence-patterns'],
  queryFn: ({ signal }) => call(getPatterns, { signal }),
})

export const tryOutQuery = queryOptions({
  queryKey: ['sentence-patterns', 'findings'],
  queryFn: ({ signal }) => call(listTryOutFindings, { signal }),
})

/** Keeps a new version; refused when somebody kept one since `base`. */
export async function keepPatterns(base: number, words: Record<string, string>, note: string): Promise<void> {
  queries.setQueryData(patternsQuery.queryKey, await call(savePatterns, { body: { base, words, note } }))
}
