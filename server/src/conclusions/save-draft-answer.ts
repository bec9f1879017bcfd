import type {
  saveDraftAnswer as contract,
  DraftAnswerClash,
  ShowingPoint,
} from '@cchc/domain/conclusions/answer-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { z } from 'zod'
import type { Act } from '../platform/serve.ts'
import { lockShowing, requireOwnUnit, showingView } from './showing-view.ts'

/** What the unit says of one point; refuses with `changed-meanwhile`, whose details hold the other's words, and after sending. */
export const saveDraftAnswer: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { pointKey } = params
  const showing = await lockShowing(context, params.showingId)
  requireOwnUnit(context, showing)
  const { showingId, inspectionId, points, state } = showing
  if (state !== 'open')
    throw new Refusal('answer-closed', {
      act: 'sửa ý kiến',
      why: state === 'sent' ? 'lãnh đạo đơn vị đã gửi' : 'dự thảo này không còn lấy ý kiến',
    })
  if (!points.some(({ key }) => key === pointKey)) throw new Refusal('no-such-draft-point')
  const kept = await db
    .selectFrom('draftAnswers')
    .innerJoin('people', 'people.personId', 'draftAnswers.writtenBy')
    .select(['revision', 'stance', 'text', 'people.fullName'])
    .where('showingId', '=', showingId)
    .where('pointKey', '=', pointKey)
    .executeTakeFirst()
  if ((kept?.revision ?? 0) !== body.revision) {
    const clash: z.infer<typeof DraftAnswerClash> = {
      theirs: {
        revision: kept?.revision ?? 0,
        stance: (kept?.stance ?? 'agree') as NonNullable<ShowingPoint['stance']>,
        answer: kept?.text ?? '',
      },
    }
    throw new Refusal('changed-meanwhile', { what: 'Ý kiến về nội dung này', who: kept?.fullName ?? '' }, clash)
  }
  const words = {
    stance: body.stance,
    text: body.answer,
    writtenBy: viewer.personId,
    writtenAt: now,
    revision: body.revision + 1,
  }
  await db
    .insertInto('draftAnswers')
    .values({ showingId, pointKey, ...words })
    .onConflict((conflict) => conflict.columns(['showingId', 'pointKey']).doUpdateSet(words))
    .execute()
  await record('draft.write', showingId, { pointKey, ...body }, inspectionId)
  return showingView(context, showing)
}
