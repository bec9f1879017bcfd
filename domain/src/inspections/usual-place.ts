import type { z } from 'zod'
import { insideSentence } from '../papers/wording.ts'
import type { UnitType } from '../units/unit.ts'

/** Where a visit takes place unless said otherwise: "Trụ sở Ủy ban nhân dân phường Lê Chân", "Trụ sở Sở Xây dựng". */
export function usualPlace({ unitName, unitType }: { unitName: string; unitType: z.infer<typeof UnitType> }): string {
  return unitType === 'department' ? `Trụ sở ${unitName}` : `Trụ sở Ủy ban nhân dân ${insideSentence(unitName)}`
}
