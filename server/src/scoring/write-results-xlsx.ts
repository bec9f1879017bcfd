import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { Basis } from '@cchc/domain/scoring/basis.ts'
import { rankInWords } from '@cchc/domain/scoring/results.ts'
import type { ExportedPoint, ExportedUnit, ScoringExport } from '@cchc/domain/scoring/results-contract.ts'
import { figureOriginNames } from '@cchc/domain/scoring/scored-figure.ts'
import { audienceNames, criteriaOf } from '@cchc/domain/scoring/sheet.ts'
import { scoringStateNames } from '@cchc/domain/scoring/states.ts'
import type { Row } from 'write-excel-file/node'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { harmlessCell, headCell } from './cells.ts'

/** The results as a workbook: totals and ranks; points by criterion, a sheet for each version; the provenance of every point. */
export async function writeResultsXlsx(results: ScoringExport): Promise<Buffer> {
  const { campaign, completeness, illustrative } = results
  const over: Row[] = [
    ...(illustrative ? [[headCell('Dữ liệu minh họa')]] : []),
    [harmlessCell(`${campaign.name} (Quyết định số ${campaign.decision}). ${completeness.sentence}`)],
  ]
  const wide = (widths: readonly number[]) => widths.map((width) => ({ width }))
  return writeWorkbook([
    { sheet: 'Tổng hợp', data: [...over, ...totalRows(results)], columns: wide([34, 22, 18, 12, 12, 26, 26, 18]) },
    ...results.sheets.map(({ sheetId, version, content }) => ({
      sheet: `Điểm - phiên bản ${version}`,
      data: [...over, ...pointRows(results, sheetId, content)],
      columns: wide([34, 22, 12, ...criteriaOf(content).map(() => 14)]),
    })),
    {
      sheet: 'Nguồn của từng điểm',
      data: [...over, ...sourceRows(results)],
      columns: wide([30, 22, 40, 10, 10, 36, 14, 20, 40, 12, 12, 24, 18, 40, 12, 40, 12, 40, 40]),
    },
  ])
}

function totalRows({ units }: ScoringExport): Row[] {
  return [
    ['Đơn vị', 'Loại đơn vị', 'Trạng thái', 'Tổng điểm', 'Tối đa', 'Thứ hạng', 'Người chốt', 'Chốt lúc'].map(headCell),
    ...units.map((unit) => [
      harmlessCell(unit.unitName),
      harmlessCell(audienceNames[unit.audience]),
      harmlessCell(scoringStateNames[unit.state]),
      unit.total === null ? null : harmlessCell(unit.total),
      harmlessCell(unit.maximum),
      harmlessCell(rankInWords(unit.rank)),
      harmlessCell(unit.agreedBy ?? ''),
      harmlessCell(unit.agreedAt ? formatInstant(unit.agreedAt) : ''),
    ]),
  ]
}

function pointRows(
  { units }: ScoringExport,
  sheetId: string,
  content: ScoringExport['sheets'][number]['content'],
): Row[] {
  const criteria = criteriaOf(content)
  const pointsIn = (unit: ExportedUnit, key: string) =>
    unit.points.find(({ criterionKey }) => criterionKey === key)?.points
  return [
    ['Mã tiêu chí', '', '', ...criteria.map(({ criterion }) => criterion.key)].map(headCell),
    ['Đơn vị', 'Loại đơn vị', 'Tổng điểm', ...criteria.map(({ criterion }) => criterion.label)].map(headCell),
    [headCell('Điểm tối đa'), null, null, ...criteria.map(({ criterion }) => harmlessCell(criterion.maximum))],
    ...units
      .filter((unit) => unit.sheetId === sheetId)
      .map((unit) => [
        harmlessCell(unit.unitName),
        harmlessCell(audienceNames[unit.audience]),
        unit.total === null ? null : harmlessCell(unit.total),
        ...criteria.map(({ criterion }) => {
          const points = pointsIn(unit, criterion.key)
          return points === undefined ? null : harmlessCell(points)
        }),
      ]),
  ]
}

const sourceColumns: readonly [string, (unit: ExportedUnit, point: ExportedPoint) => string | number | null][] = [
  ['Đơn vị', (unit) => unit.unitName],
  ['Mã tiêu chí', (_, point) => point.criterionKey],
  ['Tiêu chí', (_, point) => point.label],
  ['Tối đa', (_, point) => point.maximum],
  ['Điểm', (_, point) => point.points],
  ['Quy tắc', (_, point) => point.rule],
  ['Giá trị số liệu', (_, { agreed }) => agreed.basis?.value ?? null],
  ['Lựa chọn', (_, { agreed }) => agreed.choice],
  ['Số liệu dùng', (_, { agreed }) => figuresInWords(agreed.basis)],
  ['Báo cáo, bản gửi', (_, { agreed }) => agreed.basis?.reportVersion ?? null],
  ['Biên bản, bản', (_, { agreed }) => agreed.basis?.minutesVersion ?? null],
  ['Người ghi', (_, { agreed }) => agreed.by],
  ['Lúc', (_, { agreed }) => formatInstant(agreed.at)],
  ['Lý do', (_, { agreed }) => agreed.reason],
  ['Đoàn chấm', (_, { team }) => team?.points ?? null],
  ['Lý do của Đoàn', (_, { team }) => (team ? `${team.by}: ${team.reason}` : '')],
  ['Tự chấm', (_, { self }) => self?.points ?? null],
  ['Lý do của đơn vị', (_, { self }) => (self ? `${self.by}: ${self.reason}` : '')],
  ['Giải trình', (_, { explanation }) => (explanation ? `${explanation.by}: ${explanation.text}` : '')],
]

function sourceRows({ units }: ScoringExport): Row[] {
  return [
    sourceColumns.map(([heading]) => headCell(heading)),
    ...units.flatMap((unit) =>
      unit.points.map((point) =>
        sourceColumns.map(([, read]) => {
          const value = read(unit, point)
          return value === null || value === '' ? null : harmlessCell(value)
        }),
      ),
    ),
  ]
}

/** "admin-procedures.received: 120 (số báo cáo)"; both values where the team found another. */
function figuresInWords(basis: Basis | null): string {
  return (basis?.figures ?? [])
    .map(({ itemKey, value, origin, reported, verified }) => {
      const both = verified !== null && reported !== null && reported !== verified ? `, báo cáo ${reported}` : ''
      return `${itemKey}: ${value} (${figureOriginNames[origin]}${both})`
    })
    .join('; ')
}
