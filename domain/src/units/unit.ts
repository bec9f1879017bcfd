import { z } from 'zod'

export const unitTypes = ['department', 'ward', 'commune', 'special-zone'] as const
export const UnitType = z.enum(unitTypes)
export type UnitType = z.infer<typeof UnitType>

/**
 * One inspected or inspecting unit of a province's catalogue.
 * `code` is a string with possible leading zeros (5 characters for commune level); `name` is without type word for
 * commune level ("Thủy Nguyên") and whole for a department ("Sở Xây dựng"); `aliases` are other accepted spellings.
 */
export const Unit = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  type: UnitType,
  provinceCode: z.string().min(1),
  aliases: z.array(z.string()),
})
export type Unit = z.infer<typeof Unit>

/** A province-level unit: two-character code and a name without "tỉnh" or "thành phố". */
export const Province = z.object({ code: z.string().min(1), name: z.string().min(1) })
export type Province = z.infer<typeof Province>

/** The word that stands before a commune-level name; a department's name holds its own. */
export const typeWords: Record<Exclude<UnitType, 'department'>, string> = {
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}

/** The name as official papers write it: "Phường Thủy Nguyên", "Sở Xây dựng". */
export function unitFullName(unit: Pick<Unit, 'name' | 'type'>): string {
  return unit.type === 'department' ? unit.name : `${typeWords[unit.type]} ${unit.name}`
}

/** One row of a commune catalogue file: the type in Vietnamese, as the statistics office lists it. */
export const CommuneRow = z.object({ code: z.string(), name: z.string(), type: z.enum(['phường', 'xã', 'đặc khu']) })
export type CommuneRow = z.infer<typeof CommuneRow>

const typeOfRow: Record<CommuneRow['type'], UnitType> = { phường: 'ward', xã: 'commune', 'đặc khu': 'special-zone' }

/** Turns rows of a commune catalogue file into units of one province; `aliases` come from a second list keyed by code. */
export function unitsFromRows(
  rows: readonly CommuneRow[],
  provinceCode: string,
  extras: readonly { code: string; aliases?: string[] }[] = [],
): Unit[] {
  const aliases = new Map(extras.map((extra) => [extra.code, extra.aliases ?? []]))
  return rows.map((row) => ({
    code: row.code,
    name: row.name.normalize('NFC'),
    type: typeOfRow[row.type],
    provinceCode,
    aliases: aliases.get(row.code) ?? [],
  }))
}
