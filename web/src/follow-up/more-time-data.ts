import { listMoreTime, type MoreTimeView } from '@cchc/domain/follow-up/extension-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Requests for more time of one recommendation, and every move of its date. */
export const moreTimeQuery = (recommendationId: string) =>
  queryOptions({
    queryKey: ['recommendations', recommendationId, 'more-time'],
    queryFn: ({ signal }) => call(listMoreTime, { params: { recommendationId }, signal }),
  })

/** Shows what became of a request, here and in every list and count. */
export async function showMoreTime(recommendationId: string, after: MoreTimeView): Promise<void> {
  queries.setQueryData(moreTimeQuery(recommendationId).queryKey, after)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['recommendations', recommendationId], exact: true }),
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
  ])
}
