import { readFileSync } from 'node:fs'
import { CommuneRow, type Province, type Unit, unitsFromRows } from '@cchc/domain/units/unit.ts'
import { z } from 'zod'

const ProvinceFile = z.array(z.object({ code: z.string(), name: z.string(), units: z.array(CommuneRow) }))

/**
 * The commune-level units of every province (QĐ 19/2025/QĐ-TTg, kept in `seed/vietnam-units.json`), for reading a
 * paper of any of them. `local` is the installation's own catalogue: it holds departments and corrected names, so it
 * stands instead of the file's units of its province.
 */
export function nationalCatalogue(local: readonly Unit[]): { units: Unit[]; provinces: Province[] } {
  const file = ProvinceFile.parse(
    JSON.parse(readFileSync(new URL('../../seed/vietnam-units.json', import.meta.url), 'utf8')),
  )
  const own = new Set(local.map((unit) => unit.provinceCode))
  const others = file.filter((province) => !own.has(province.code))
  return {
    units: [...local, ...others.flatMap((province) => unitsFromRows(province.units, province.code))],
    provinces: file.map(({ code, name }) => ({ code, name })),
  }
}
