import type { Notice } from '@cchc/domain/conclusions/notice-structure.ts'
import type { Context } from '../platform/context.ts'

/** Keeps the words of a locked conclusion together with what they are tied to. */
export async function keepNotice(
  { db }: Context,
  conclusionId: string,
  { text, structure }: Notice,
  revision: number,
): Promise<void> {
  await db
    .updateTable('conclusions')
    .set({ content: JSON.stringify(text), structure: JSON.stringify(structure), revision })
    .where('conclusionId', '=', conclusionId)
    .execute()
}
