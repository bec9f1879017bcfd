import type { changePassword as contract } from '@cchc/domain/accounts/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { withContext } from '../platform/context.ts'
import type { PublicAct } from '../platform/serve.ts'

/** Changes one's own password and ends one's other sessions; refuses with `wrong-credentials`. */
export const changePassword: PublicAct<typeof contract> = async ({ ground, signIn, headers, viewer }, { body }) => {
  if (!viewer) throw new Refusal('not-signed-in')
  await signIn.changePassword(body.currentPassword, body.newPassword, headers)
  await withContext(ground, viewer, (context) => context.record('account.change-password', viewer.personId))
  return { done: true }
}
