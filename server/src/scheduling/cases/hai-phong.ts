import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDecision } from '@cchc/domain/campaigns/decision/read-decision.ts'
import { readHolidayFile } from '@cchc/domain/dates/holiday-file.ts'
import { type SchedulingProblem, SchedulingWeights, type UnitToPlace } from '@cchc/domain/scheduling/problem.ts'
import { unitFullName, unitsFromRows } from '@cchc/domain/units/unit.ts'

const seed = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'seed', name), 'utf8')
const office = { lat: 20.8449, lon: 106.6881 }

/** All 128 units of the catalogue, free all year; departments stand at the office. */
export function allUnits(): UnitToPlace[] {
  const places: { code: string; lat: number; lon: number }[] = JSON.parse(seed('hai-phong-units-extra.json'))
  const departments: { code: string; name: string }[] = JSON.parse(seed('hai-phong-departments.json'))
  const communes = unitsFromRows(JSON.parse(seed('hai-phong-units.json')), '31')
  const named = [...departments, ...communes.map((unit) => ({ code: unit.code, name: unitFullName(unit) }))]
  return named.map(({ code, name }, position) => {
    const { lat, lon } = places.find((place) => place.code === code) ?? office
    return { code, name, position, place: { lat, lon }, busy: [] }
  })
}

/** The 27 units of the decision, each slip read as the nearest name. */
export function decisionUnits(): UnitToPlace[] {
  const communes = unitsFromRows(JSON.parse(seed('hai-phong-units.json')), '31')
  const departments: { code: string; name: string; aliases: string[] }[] = JSON.parse(
    seed('hai-phong-departments.json'),
  )
  const catalogue = [
    ...departments.map(({ code, name, aliases }) => ({
      code,
      name,
      aliases,
      type: 'department' as const,
      provinceCode: '31',
    })),
    ...communes,
  ]
  const { units } = readDecision(seed('decision-2251.txt'), catalogue)
  const all = new Map(allUnits().map((unit) => [unit.code, unit]))
  return units.map(({ code, candidates }, position) => ({ ...all.get(code ?? candidates[0]!.code)!, position }))
}

/** A season as it would be asked for on the first day of the decision's period. */
export function season(units: readonly UnitToPlace[], changes: Partial<SchedulingProblem> = {}): SchedulingProblem {
  return {
    today: '2026-07-01',
    periodFrom: '2026-07-01',
    periodTo: '2026-11-30',
    calendar: readHolidayFile(JSON.parse(seed('vn-holidays.json'))),
    leadWorkingDays: 3,
    noticeWorkingDays: 10,
    bufferWorkingDays: 10,
    teamGroups: 1,
    roadFactor: 1.3,
    office,
    weights: SchedulingWeights.parse({}),
    units,
    fixed: [],
    seats: [],
    needs: [],
    ...changes,
  }
}
