import type { RequestDetail } from '@cchc/domain/document-requests/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { RequestRow } from './queries.ts'

type Turn = RequestDetail['turns'][number]

/** Writes down what was said about a request, in its history and in the audit. */
export async function addTurn(
  { db, viewer, now, record }: Context,
  { requestId, inspectionId, revision }: Pick<RequestRow, 'requestId' | 'inspectionId' | 'revision'>,
  { act, round, text, dueOn }: Pick<Turn, 'act' | 'round' | 'text' | 'dueOn'>,
  details: Record<string, unknown> = {},
): Promise<void> {
  await db
    .insertInto('documentRequestTurns')
    .values({
      requestId,
      step: act === 'ask' ? 0 : revision + 1,
      act,
      round,
      text,
      dueOn,
      at: now,
      personId: viewer.personId,
    })
    .execute()
  await record(`document-request.${act}`, requestId, { round, text, dueOn, ...details }, inspectionId)
}

type Told = Pick<RequestRow, 'requestId' | 'inspectionId' | 'unitCode' | 'unitName' | 'title'>

/** Tells the unit's people, in the product and by mail. */
export async function tellUnit(
  context: Context,
  request: Told,
  act: string,
  title: string,
  body: string,
): Promise<void> {
  await telling(context, request, await peopleOfUnit(context, request.unitCode), act, title, body)
}

/** Tells those of the team who asked or spoke in it. */
export async function tellTeam(
  context: Context,
  request: Told,
  act: string,
  title: string,
  body: string,
): Promise<void> {
  const spoke = await context.db
    .selectFrom('documentRequestTurns')
    .select('personId')
    .distinct()
    .where('requestId', '=', request.requestId)
    .where('act', '<>', 'answer')
    .orderBy('personId')
    .execute()
  await telling(
    context,
    request,
    spoke.map(({ personId }) => personId),
    act,
    title,
    body,
  )
}

async function telling(
  context: Context,
  { inspectionId, requestId }: Told,
  personIds: readonly string[],
  act: string,
  title: string,
  body: string,
): Promise<void> {
  const link = `/lich/${inspectionId}?yeu-cau=${requestId}`
  await tell(context, {
    personIds,
    inspectionId,
    kind: `document-request.${act}`,
    title,
    body,
    link,
    mail: { subject: title, body },
  })
}

/** "Hạn trả lời: 16/7/2026." with what is asked. */
export const askedInWords = (text: string, dueOn: string) =>
  [text.trim(), `Hạn trả lời: hết ngày ${formatDate(dueOn)}.`].filter(Boolean).join('\n\n')
