import type { Signature } from '@cchc/domain/papers/paper.ts'
import { foldText } from '@cchc/domain/units/fold.ts'
import type { Context } from '../platform/context.ts'

/**
 * Who signs for the office: the standing deputy of the team, where their post is the one that the office signs with;
 * else the post alone, to be signed by whoever holds it.
 */
export async function officeSignature({ db, settings }: Context, campaignId: string): Promise<Signature> {
  const { signerAuthority, signerPost } = settings
  const deputy = await db
    .selectFrom('teamMembers')
    .innerJoin('people', 'people.personId', 'teamMembers.personId')
    .select(['people.fullName', 'people.post'])
    .where('teamMembers.campaignId', '=', campaignId)
    .where('teamMembers.role', '=', 'standing-deputy')
    .executeTakeFirst()
  const signs = deputy !== undefined && foldText(deputy.post).startsWith(foldText(signerPost))
  return {
    authority: signerAuthority ? [signerAuthority] : [],
    post: signerPost,
    name: signs ? deputy.fullName : null,
  }
}
