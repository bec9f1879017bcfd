import { formatDate } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import type { SeasonRowProps } from '../ui/Season.tsx'
import { describeNext } from './next-deadline.ts'

const visited = new Set(['visited', 'concluded', 'closed'])

/** One unit's year on the timeline: from its notice, over the report's due date and the visit, to the next thing due. */
export function seasonOfRow(row: InspectionRow): Omit<SeasonRowProps, 'season'> {
  const days = [row.announcedOn, row.reportDueOn, row.visitOn, row.next?.on]
    .filter((day) => typeof day === 'string')
    .sort()
  return {
    startsOn: days[0],
    endsOn: days.at(-1),
    visitOn: row.visitOn,
    mark: markOf(row),
    label: [
      row.visitOn
        ? `Kiểm tra ngày ${formatDate(row.visitOn)}${row.halfDay ? `, buổi ${halfDayNames[row.halfDay].toLowerCase()}` : ''}`
        : 'Chưa có ngày kiểm tra',
      row.reportDueOn && `hạn gửi báo cáo ${formatDate(row.reportDueOn)}`,
      describeNext(row.next),
    ]
      .filter(Boolean)
      .join('; '),
  }
}

function markOf(row: InspectionRow): SeasonRowProps['mark'] {
  if (row.stage === 'report-late' || row.stage === 'remedy-late') return 'late'
  if (visited.has(row.state)) return 'done'
  return row.state === 'announced' ? 'announced' : 'planned'
}
