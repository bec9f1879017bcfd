import type { InspectionRow, Stage } from '@cchc/domain/inspections/contract.ts'

/** What the map tells apart, each by colour, sign and word. */
export const mapGroups = ['waiting', 'scheduled', 'late', 'visiting', 'done'] as const
export type MapGroup = (typeof mapGroups)[number]

export const mapGroupNames: Record<MapGroup, string> = {
  waiting: 'Chưa xếp lịch',
  scheduled: 'Đã có lịch',
  late: 'Quá hạn',
  visiting: 'Kiểm tra, kết luận',
  done: 'Khắc phục, hoàn thành',
}

/** The sign on the map beside the colour. */
export const mapGroupSigns: Record<MapGroup, string> = {
  waiting: '?',
  scheduled: '•',
  late: '!',
  visiting: '▸',
  done: '✓',
}

const groupOfStage: Record<Stage, MapGroup | null> = {
  unscheduled: 'waiting',
  scheduled: 'scheduled',
  announced: 'scheduled',
  'report-drafting': 'scheduled',
  'report-with-head': 'scheduled',
  'report-returned': 'scheduled',
  'report-late': 'late',
  'report-sent': 'scheduled',
  visiting: 'visiting',
  concluding: 'visiting',
  reviewing: 'visiting',
  remedying: 'done',
  'remedy-late': 'late',
  done: 'done',
  cancelled: null,
}

/** Null for a cancelled inspection, whose unit is like any other. */
export function mapGroupOf({ stage }: Pick<InspectionRow, 'stage'>): MapGroup | null {
  return groupOfStage[stage]
}
