import * as contract from '@cchc/domain/accounts/contract.ts'
import type { Edge } from '../platform/serve.ts'
import { serve, servePublic } from '../platform/serve.ts'
import { changePassword } from './change-password.ts'
import { createAccount } from './create-account.ts'
import { listAccounts, listPeople } from './list-accounts.ts'
import { listAuditEvents } from './list-audit-events.ts'
import { sessionView } from './session-view.ts'
import { signInByPassword } from './sign-in.ts'
import { signInByLink } from './sign-in-by-link.ts'
import { updateAccount } from './update-account.ts'

export function accountRoutes(edge: Edge): void {
  servePublic(edge, contract.readSession, ({ ground, viewer }) => sessionView(ground, viewer))
  servePublic(edge, contract.signIn, signInByPassword)
  servePublic(edge, contract.signInByLink, signInByLink)
  servePublic(edge, contract.signOut, async ({ signIn, headers, setCookies, viewer }) => {
    if (viewer) setCookies.push(...(await signIn.end(headers)))
    return { done: true as const }
  })
  servePublic(edge, contract.changePassword, changePassword)
  serve(edge, contract.listAccounts, listAccounts)
  serve(edge, contract.createAccount, createAccount(edge.signIn))
  serve(edge, contract.updateAccount, updateAccount)
  serve(edge, contract.listPeople, listPeople)
  serve(edge, contract.listAuditEvents, listAuditEvents)
}
