import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { bold, table } from '../papers/blocks.ts'
import type { Table } from '../papers/paper.ts'

/** One inspected unit's line in the annex of the synthesis report. */
export interface UnitRow {
  /** "Sở, ban, ngành" or "Xã, phường, đặc khu"; rows of one block stand together. */
  readonly block: string
  readonly unitName: string
  readonly visitedOn: CalendarDate | null
  readonly report: 'on-time' | 'late' | 'missing' | 'not-due'
  readonly strengths: number
  readonly shortcomings: number
  readonly recommendations: number
  readonly verified: number
  /** "218/TB-SNV"; null while no conclusion has been issued. */
  readonly conclusionCode: string | null
}

const reportNames: Record<UnitRow['report'], string> = {
  'on-time': 'Đúng hạn',
  late: 'Chậm',
  missing: 'Chưa gửi',
  'not-due': '',
}

/** The annex's table: units under the name of their block, numbered through. */
export function annexByUnit(units: readonly UnitRow[]): Table {
  const blocks = [...new Set(units.map((unit) => unit.block))]
  const ordered = blocks.map((block) => ({ block, rows: units.filter((unit) => unit.block === block) }))
  let number = 0
  return table(
    [
      { title: 'TT', width: 6, align: 'center' },
      { title: 'Cơ quan, đơn vị, địa phương', width: 20, align: 'left' },
      { title: 'Ngày kiểm tra', width: 15, align: 'center' },
      { title: 'Gửi báo cáo', width: 12, align: 'center' },
      { title: 'Ưu điểm', width: 8, align: 'center' },
      { title: 'Tồn tại', width: 7, align: 'center' },
      { title: 'Kiến nghị', width: 8, align: 'center' },
      { title: 'Đã khắc phục', width: 8, align: 'center' },
      { title: 'Kết luận', width: 16, align: 'center' },
    ],
    ordered.flatMap(({ block, rows }) => [
      [{ runs: [bold(block)], columns: 9, align: 'left' as const }],
      ...rows.map((unit) => [
        String(++number),
        unit.unitName,
        unit.visitedOn === null ? '' : formatDate(unit.visitedOn),
        reportNames[unit.report],
        ...[unit.strengths, unit.shortcomings, unit.recommendations, unit.verified].map((found) =>
          unit.visitedOn === null ? '' : String(found),
        ),
        unit.conclusionCode ?? '',
      ]),
    ]),
  )
}
