import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readHolidayFile } from '@cchc/domain/dates/holiday-file.ts'
import { Outline } from '@cchc/domain/outlines/outline.ts'
import { foldText } from '@cchc/domain/units/fold.ts'
import { CommuneRow, unitFullName, unitsFromRows } from '@cchc/domain/units/unit.ts'
import type { Insertable, Kysely } from 'kysely'
import { z } from 'zod'
import type { DB, Settings, Units } from '../platform/schema.ts'

const folder = join(import.meta.dirname, '..', '..', 'seed')
const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))

const DepartmentRow = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  advisory: z.array(z.string()),
})
const ExtraRow = z.object({
  code: z.string(),
  lat: z.number(),
  lon: z.number(),
  areaKm2: z.number(),
  aliases: z.array(z.string()).optional(),
})
const Installation = z.object({
  provinceCode: z.string(),
  provinceName: z.string(),
  placeName: z.string(),
  officeCode: z.string(),
  officeName: z.string(),
  parentAgencyName: z.string(),
  officeSymbol: z.string(),
  signerAuthority: z.string(),
  signerPost: z.string(),
  officeLat: z.number().nullable(),
  officeLon: z.number().nullable(),
  communes: z.string(),
  communeExtras: z.string(),
  departments: z.string(),
  holidays: z.string(),
  outlines: z.array(z.object({ file: z.string(), year: z.number().int() })),
})

/**
 * Fills an empty installation with its catalogue, calendar, outline and office, all from data files; does nothing where
 * that has been done. It holds no campaign and nobody's account.
 */
export async function seedInstallation(
  database: Kysely<DB>,
  options: { illustrative: boolean; fixedToday: string | null },
): Promise<void> {
  const { communes, communeExtras, departments, holidays, outlines, ...office } = Installation.parse(
    await readJson('installation.json'),
  )
  const units = await readUnits({ communes, communeExtras, departments }, office.provinceCode)
  const days = readHolidayFile(await readJson(holidays))
  const versions = await Promise.all(
    outlines.map(async ({ file, year }) => {
      const outline = Outline.parse(await readJson(file))
      return { title: outline.title, year, state: 'published', content: JSON.stringify(outline) }
    }),
  )
  const settings: Insertable<Settings> = { ...office, ...options }
  await database.transaction().execute(async (db) => {
    const done = await db
      .insertInto('settings')
      .values(settings)
      .onConflict((conflict) => conflict.doNothing())
      .returning('onlyRow')
      .executeTakeFirst()
    if (!done) return
    await db.insertInto('units').values(units).execute()
    await db.insertInto('calendarDays').values(days).execute()
    if (versions.length > 0) await db.insertInto('outlineVersions').values(versions).execute()
  })
}

async function readUnits(
  files: { communes: string; communeExtras: string; departments: string },
  provinceCode: string,
): Promise<Insertable<Units>[]> {
  const extras = z.array(ExtraRow).parse(await readJson(files.communeExtras))
  const extraOf = new Map(extras.map((extra) => [extra.code, extra]))
  const communes = unitsFromRows(z.array(CommuneRow).parse(await readJson(files.communes)), provinceCode, extras)
  const departments = z.array(DepartmentRow).parse(await readJson(files.departments))
  return [
    ...departments.map(({ code, name, aliases, advisory }) =>
      unitRow({ code, name, aliases, type: 'department' as const, provinceCode }, advisory, undefined),
    ),
    ...communes.map((unit) => unitRow(unit, [], extraOf.get(unit.code))),
  ]
}

function unitRow(
  unit: {
    code: string
    name: string
    aliases: string[]
    type: 'department' | 'ward' | 'commune' | 'special-zone'
    provinceCode: string
  },
  advisoryFields: string[],
  place: { lat: number; lon: number; areaKm2: number } | undefined,
): Insertable<Units> {
  const fullName = unitFullName(unit)
  const { code, ...rest } = unit
  return {
    ...rest,
    unitCode: code,
    fullName,
    advisoryFields,
    folded: foldText([fullName, ...unit.aliases].join(' ')),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    areaKm2: place?.areaKm2 ?? null,
  }
}
