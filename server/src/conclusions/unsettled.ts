import type { Unsettled } from '@cchc/domain/conclusions/review.ts'
import type { Context } from '../platform/context.ts'

/** What of a draft waits for a word: remarks, and the unit's answer to what it was shown. */
export async function readUnsettled(
  { db, today }: Pick<Context, 'db' | 'today'>,
  conclusionId: string,
): Promise<Unsettled> {
  const remarks = await db
    .selectFrom('conclusionRemarks')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('conclusionId', '=', conclusionId)
    .where('settled', '=', false)
    .executeTakeFirstOrThrow()
  const showing = await db
    .selectFrom('draftShowings')
    .select(['showingId', 'state', 'dueOn'])
    .where('conclusionId', '=', conclusionId)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  const explained =
    showing?.state === 'sent'
      ? await db
          .selectFrom('draftAnswers')
          .select((eb) => eb.fn.countAll<number>().as('open'))
          .where('showingId', '=', showing.showingId)
          .where('stance', '=', 'explain')
          .where('outcome', 'is', null)
          .executeTakeFirstOrThrow()
      : { open: 0 }
  return {
    remarks: Number(remarks.open),
    unitUntil: showing?.state === 'open' && showing.dueOn >= today ? showing.dueOn : null,
    unitPoints: Number(explained.open),
  }
}
