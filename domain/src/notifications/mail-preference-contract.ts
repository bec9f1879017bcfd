import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** `instant` each mail at once · `digest` one mail each morning; papers and invitations always go at once. */
export const MailDelivery = z.enum(['instant', 'digest'])
export type MailDelivery = z.infer<typeof MailDelivery>

/** How the viewer wants mail, and the address it goes to; null means that no mail reaches them. */
export const MailPreference = z.object({ delivery: MailDelivery, address: z.string().nullable() })
export type MailPreference = z.infer<typeof MailPreference>

export const getMailPreference = endpoint({
  method: 'GET',
  path: '/mail-preference',
  access: 'signed-in',
  summary: 'How the viewer wants their mail',
  reply: MailPreference,
})

export const saveMailPreference = endpoint({
  method: 'PUT',
  path: '/mail-preference',
  access: 'signed-in',
  summary: 'Choose mail at once or one mail each morning',
  body: z.object({ delivery: MailDelivery }),
  reply: MailPreference,
})
