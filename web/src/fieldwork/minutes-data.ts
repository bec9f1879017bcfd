import {
  decideMinutesChange,
  downloadMinutesVersion,
  getMinutesState,
  getMinutesVersion,
  type MinutesChange,
  type MinutesState,
  proposeMinutesChange,
  type SigningSide,
  signMinutes,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { addressOf, call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { minutesPaperQuery, visitQuery } from './data.ts'

/** Versions, signatures and what stands in the way; asked again so that others' signatures are seen. */
export const minutesStateQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'minutes'],
    queryFn: ({ signal }) => call(getMinutesState, { params: { inspectionId }, signal }),
    refetchInterval: 20_000,
  })

/** One version as it was frozen. */
export const minutesVersionQuery = (inspectionId: string, version: number) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'minutes', version],
    queryFn: ({ signal }) => call(getMinutesVersion, { params: { inspectionId, version: String(version) }, signal }),
  })

export const versionFileAddress = (inspectionId: string, version: number, format: 'docx' | 'pdf') =>
  addressOf(downloadMinutesVersion.path, { inspectionId, version }, { format })

/** One word under the newest version. */
export interface Word {
  side: SigningSide
  way: 'drawn' | 'paper' | 'refused'
  picture?: string
  attachmentId?: string
  reason?: string
}

export async function putWord({ inspectionId, versions }: MinutesState, word: Word): Promise<void> {
  const { version, fingerprint } = versions[0]!
  await show(
    await call(signMinutes, { params: { inspectionId, version: String(version) }, body: { ...word, fingerprint } }),
  )
}

export async function propose(
  { inspectionId, versions }: MinutesState,
  reason: string,
  content: MinutesChange,
): Promise<void> {
  const onVersion = versions[0]!.version
  await show(await call(proposeMinutesChange, { params: { inspectionId }, body: { onVersion, reason, content } }))
}

export async function decide(
  { inspectionId, change }: MinutesState,
  decision: 'agreed' | 'declined' | 'withdrawn',
  reason = '',
): Promise<void> {
  const { changeId } = change!
  await show(await call(decideMinutesChange, { params: { inspectionId, changeId }, body: { decision, reason } }))
}

async function show(state: MinutesState): Promise<void> {
  const { inspectionId } = state
  queries.setQueryData(minutesStateQuery(inspectionId).queryKey, state)
  await Promise.all([
    queries.invalidateQueries({ queryKey: minutesPaperQuery(inspectionId).queryKey }),
    queries.invalidateQueries({ queryKey: visitQuery(inspectionId).queryKey }),
    queries.invalidateQueries({ queryKey: ['inspections', inspectionId, 'minutes'] }),
  ])
}
