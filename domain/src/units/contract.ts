import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const UnitView = z.object({
  code: z.string(),
  name: z.string(),
  /** With its type word: "Phường Thủy Nguyên". */
  fullName: z.string(),
  type: z.enum(['department', 'ward', 'commune', 'special-zone']),
  aliases: z.array(z.string()),
  /** Fields this department advises the city on; empty for all others. */
  advisoryFields: z.array(z.string()),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  areaKm2: z.number().nullable(),
})
export type UnitView = z.infer<typeof UnitView>

export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  access: 'unit.read',
  summary: 'The catalogue of departments and communes; `q` searches with or without diacritics',
  query: z.object({ q: z.string().max(100).optional(), type: UnitView.shape.type.optional() }),
  reply: z.object({ units: z.array(UnitView) }),
})

export const updateUnit = endpoint({
  method: 'PUT',
  path: '/units/:code',
  access: 'unit.edit',
  summary: 'Correct a unit’s name, aliases or advisory fields',
  params: z.object({ code: z.string().max(20) }),
  body: UnitView.pick({ name: true, aliases: true, advisoryFields: true }),
  reply: UnitView,
})
