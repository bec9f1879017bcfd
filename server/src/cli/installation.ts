import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { Outline } from '@cchc/domain/outlines/outline.ts'
import type { Unit } from '@cchc/domain/units/unit.ts'
import type { Call } from './command.ts'

/** Where a command's data came from: the database of the installation in this folder, or the tables shipped with the product. */
export type Source = 'installation' | 'shipped'

/**
 * The calendar a deadline is counted with: the installation's own, as its administrators keep it, whenever its database
 * answers; else the shipped table, with a remark when there is an installation that could not be asked.
 */
export async function readCalendar(call: Call): Promise<{ source: Source; days: CalendarDay[] }> {
  const rows = await askInstallation<CalendarDay>(
    call,
    'lịch nghỉ',
    "select to_char(day, 'YYYY-MM-DD') as day, kind, name, basis, status from calendar_days",
  )
  if (rows && rows.length > 0) return { source: 'installation', days: rows }
  const { readHolidayFile } = await import('@cchc/domain/dates/holiday-file.ts')
  return { source: 'shipped', days: readHolidayFile(await readSeed('vn-holidays.json')) }
}

/** The catalogue of units: the installation's own whenever its database answers, else the shipped one. */
export async function readCatalogue(call: Call): Promise<{ source: Source; units: Unit[] }> {
  const rows = await askInstallation<Unit>(
    call,
    'danh mục đơn vị',
    'select unit_code as code, name, type, province_code as "provinceCode", aliases from units order by unit_code',
  )
  if (rows && rows.length > 0) return { source: 'installation', units: rows }
  return { source: 'shipped', units: await shippedUnits() }
}

/**
 * The outline that `version` names: a file, a version's id or a year of this folder's installation; without one, or for the
 * year that the shipped outline is of, the shipped one. Refuses what names none.
 */
export async function readOutline(call: Call, version: string | undefined): Promise<Outline> {
  const { Outline } = await import('@cchc/domain/outlines/outline.ts')
  const { WrongUsage, Refused } = await import('./command.ts')
  if (version === undefined) return Outline.parse(await readSeed('outline-2026.json'))
  if (version.endsWith('.json')) {
    const { readInputFile } = await import('./read-input-file.ts')
    const bytes = await readInputFile(version, 5 * 1024 * 1024)
    try {
      return Outline.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      throw new Refused(`Tệp "${version}" không phải một đề cương dạng JSON của phần mềm.`)
    }
  }
  const isYear = /^20\d\d$/u.test(version)
  if (!isYear && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(version))
    throw new WrongUsage(`--outline "${version}" không phải năm, mã phiên bản hay tệp .json.`)
  const which = isYear ? `year = ${version}` : `outline_version_id = '${version}'`
  const rows = await askInstallation<{ content: unknown }>(
    call,
    'đề cương',
    `select content from outline_versions where ${which} order by state = 'published' desc, created_at desc limit 1`,
  )
  if (rows?.[0]) return Outline.parse(rows[0].content)
  if (version === '2026') return Outline.parse(await readSeed('outline-2026.json'))
  throw new Refused(`Không có đề cương "${version}". Không ghi --outline thì dùng đề cương năm 2026 kèm theo phần mềm.`)
}

/** Rows of one query to this folder's installation; undefined where there is none, it is not running or is not set up. */
async function askInstallation<Row>({ env, remark }: Call, what: string, query: string): Promise<Row[] | undefined> {
  const { readConfig } = await import('../platform/config.ts')
  const { lastEmbeddedUrl } = await import('../platform/embedded-postgres.ts')
  const { databaseUrl, dataDir } = readConfig(env)
  const url = databaseUrl ?? (await lastEmbeddedUrl(dataDir))
  if (url === undefined) return undefined
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, statement_timeout: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(query)).rows as Row[]
  } catch {
    remark(`Không hỏi được cơ sở dữ liệu của phần mềm (chưa chạy?), nên dùng ${what} kèm theo.`)
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function shippedUnits(): Promise<Unit[]> {
  const { unitsFromRows } = await import('@cchc/domain/units/unit.ts')
  const { provinceCode, communes, communeExtras, departments } = await readSeed('installation.json')
  const [communeRows, extras, departmentRows] = await Promise.all([
    readSeed(communes),
    readSeed(communeExtras),
    readSeed(departments),
  ])
  return [
    ...(departmentRows as Unit[]).map(({ code, name, aliases }) => ({
      code,
      name,
      aliases,
      type: 'department' as const,
      provinceCode,
    })),
    ...unitsFromRows(communeRows, provinceCode, extras),
  ]
}

async function readSeed(name: string) {
  return JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'seed', name), 'utf8'))
}
