import { z } from 'zod'
import { Id } from '../shapes.ts'

/** Somebody the department sends; `personId` where they have an account. */
export const ThematicPerson = z.object({
  fullName: z.string().normalize('NFC').trim().min(1, 'không được để trống').max(200),
  post: z.string().normalize('NFC').trim().max(300),
  personId: Id.nullable(),
})
export type ThematicPerson = z.infer<typeof ThematicPerson>

/** A thematic inspection inside a common visit, as the visit's own page shows it. */
export const Guest = z.object({
  registrationId: Id,
  inspectionId: Id,
  agencyName: z.string(),
  title: z.string(),
  content: z.string(),
  people: z.array(ThematicPerson),
})
export type Guest = z.infer<typeof Guest>
